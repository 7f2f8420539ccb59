/**
 * A screen that is held: it waits behind a lock, or for somebody else. Leaving a field is then no leaving, and
 * what is half typed stays where it is, neither on disk nor lost.
 */

let held = false;
let before: Element | null = null;

export function isHeld(): boolean {
  return held;
}

/** Holds the screen, and remembers where the cursor is. */
export function hold(): void {
  if (held) return;
  held = true;
  before = document.activeElement;
}

/** Lets it go; the cursor is where it was, if that is still there. */
export function release(): void {
  if (!held) return;
  if (before instanceof HTMLElement && before.isConnected) before.focus();
  held = false;
  before = null;
}
