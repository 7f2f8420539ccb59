import { focusable } from './focus';
import { isComposing } from './ime';

/** Keys that are nothing by themselves. */
const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'Unidentified']);

/**
 * Keys struck for a screen that is still on its way. They are kept from whatever has the cursor meanwhile, and struck
 * again in their order, each with the time it had, once the screen is there: a scanner stays a scanner.
 */
export class Ahead {
  #kept: KeyboardEvent[] = [];
  #striking = false;
  #own: KeyboardEvent | null = null;

  /** Whether keys that come now have to wait for earlier ones. */
  get striking(): boolean {
    return this.#striking;
  }

  /** Keeps a key, unless it belongs to an input method, to a dialog or to the system. */
  keep(event: KeyboardEvent): void {
    if (event === this.#own || isComposing(event) || MODIFIERS.has(event.key) || (event.altKey && event.key === 'F4')) return;
    if (document.querySelector('dialog[open]')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#kept.push(event);
  }

  /** They were meant for a screen that was left before it came. */
  forget(): void {
    this.#kept = [];
  }

  /** Strikes what was kept, as long as `there` says that the screen is. */
  async strike(there: () => boolean): Promise<void> {
    if (this.#striking || this.#kept.length === 0) return;
    this.#striking = true;
    await cursorTaken(there);
    // What a key changes is drawn before the next.
    for (; there(); await drawn()) {
      const event = this.#kept.shift();
      if (event === undefined) break;
      this.#again(event);
    }
    this.#striking = false;
  }

  #again(kept: KeyboardEvent): void {
    const { key, code, location, repeat, ctrlKey, shiftKey, altKey, metaKey, timeStamp } = kept;
    const init = { key, code, location, repeat, ctrlKey, shiftKey, altKey, metaKey, bubbles: true, cancelable: true, composed: true };
    const event = new KeyboardEvent('keydown', init);
    Object.defineProperty(event, 'timeStamp', { value: timeStamp });
    const at = document.activeElement instanceof HTMLElement ? document.activeElement : document.body;
    this.#own = event;
    const goesOn = at.dispatchEvent(event);
    this.#own = null;
    if (goesOn && !ctrlKey && !altKey && !metaKey) byItself(at, key, shiftKey);
  }
}

/** What a browser does with a key of ours that nobody takes; it does nothing with one that a program strikes. */
function byItself(at: HTMLElement, key: string, shiftKey: boolean): void {
  if (key === 'Tab') return next(at, shiftKey ? -1 : 1);
  const presses = key === 'Enter' || key === ' ';
  if (presses && at.matches('button, a[href], summary, input[type=checkbox], input[type=radio]')) {
    // Enter ticks nothing.
    if (key === ' ' ? !at.matches('a[href]') : !at.matches('input')) at.click();
  } else if (isField(at) && !at.disabled && !at.readOnly) {
    if (key === 'Enter' && at instanceof HTMLInputElement) at.form?.requestSubmit();
    else if (key === 'Backspace') erase(at);
    else if (key === 'Enter') write(at, '\n');
    else if ([...key].length === 1) write(at, key);
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement;

/** A field that text is typed into; others have no selection to tell of. */
function isField(node: HTMLElement): node is Field {
  return (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) && node.selectionStart !== null;
}

function write(field: Field, text: string): void {
  const [from, to] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
  if (field.maxLength >= 0 && field.value.length - (to - from) + text.length > field.maxLength) return;
  field.setRangeText(text, from, to, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
}

function erase(field: Field): void {
  const [from, to] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
  if (to === 0) return;
  // Composed letters are one unit each, as all text here is.
  field.setRangeText('', from === to ? from - 1 : from, to, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'deleteContentBackward' }));
}

function next(at: HTMLElement, step: 1 | -1): void {
  const all = focusable(document.body);
  const here = all.indexOf(at);
  // From nowhere, Tab goes to the first and Shift with it to the last.
  all.at(here < 0 ? (step > 0 ? 0 : -1) : (here + step) % all.length)?.focus();
}

/** Screens take the cursor a moment after they are drawn, on a busy computer a long one; a few never take it. */
async function cursorTaken(there: () => boolean): Promise<void> {
  await drawn();
  for (let turns = 0; turns < 60 && there() && document.activeElement === document.body; turns++) await drawn();
}

const drawn = (): Promise<void> => new Promise((go) => setTimeout(go));
