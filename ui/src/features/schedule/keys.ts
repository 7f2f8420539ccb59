import { isComposing } from '../../keyboard/ime';
import type { KeyStroke } from '../../keyboard/grammar';

/** What a key asks of the schedule, the same in calendar and list. */
export type Deed = 'lift' | 'enter' | 'escape' | 'off' | 'add' | 'split' | 'teams' | 'propose' | 'mend' | 'next';

const DEEDS: Record<string, Deed> = {
  m: 'lift',
  Enter: 'enter',
  Escape: 'escape',
  Delete: 'off',
  Insert: 'add',
  s: 'split',
  t: 'teams',
  p: 'propose',
  f: 'mend',
  ' ': 'next',
};

/** None while an input method composes, nor with Ctrl or Alt: those belong to the window. */
export function deedOf(stroke: KeyStroke): Deed | null {
  if (isComposing(stroke) || stroke.ctrlKey || stroke.altKey || stroke.metaKey) return null;
  return DEEDS[stroke.key.length === 1 ? stroke.key.toLowerCase() : stroke.key] ?? null;
}

/** Days the cursor goes in the calendar; months by `PageUp` and `PageDown` are the calendar's own. */
export const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
