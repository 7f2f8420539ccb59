/** Had the cursor last: a button that is busy loses it, and what its work opens is to give it back to the button. */
let last: Element | null = null;
if (typeof document !== 'undefined') {
  document.addEventListener('focusin', ({ target }) => {
    last = target instanceof Element ? target : null;
  });
}

/** Where the cursor was, so that whatever takes it can give it back. */
export function rememberFocus(): () => void {
  const here = document.activeElement;
  const before = here === null || here === document.body ? last : here;
  return () => {
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
}

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), summary, [tabindex]:not([tabindex="-1"])';

export function focusable(within: HTMLElement): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((e) => e.offsetParent !== null);
}

/** Keeps Tab inside an element, for dialogs. */
export function trapTab(event: KeyboardEvent, within: HTMLElement): void {
  if (event.key !== 'Tab') return;
  const all = focusable(within);
  const first = all.at(0);
  const last = all.at(-1);
  if (!first || !last) return;
  if (event.shiftKey && document.activeElement === first) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && document.activeElement === last) {
    event.preventDefault();
    first.focus();
  }
}
