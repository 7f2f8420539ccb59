import { toasts } from '../kit/toast.svelte';
import { vi } from '../text/vi';

/** Puts a text where Ctrl+V takes it from, and says so. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    toasts.say(vi.tasks.copied);
    return true;
  } catch {
    // A window without the right, or without the clipboard: the text is there to be marked by hand.
    toasts.say(vi.tasks.notCopied);
    return false;
  }
}
