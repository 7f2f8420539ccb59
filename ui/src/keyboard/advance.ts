/**
 * When the cursor moves on by itself, as pure functions. A box of two digits is left with its second; a code
 * is opened with its seventh. What a scanner types is no number and no code by hand: it is told from a hand by
 * its pace, and never by a clock of ours, so no key is lost and none is waited for.
 */

import { CODE_DIGITS, QR_DIGITS } from './grammar';
import { isBurst, type Pace } from './pace';

/** A box after a digit was typed into it. */
export interface Typed {
  readonly digits: string;
  /** Digits after which the cursor moves on by itself; `null`: never. */
  readonly width: number | null;
  /** All of it was typed now, digit after digit, into an empty or selected box. */
  readonly fresh: boolean;
  /** F2: nothing moves by itself. */
  readonly editing: boolean;
  /** An earlier box of the sheet has more digits than its width: a crowd, where every number waits for Enter. */
  readonly crowded: boolean;
  readonly pace: Pace;
}

export type After =
  | 'stay'
  | 'advance'
  /** It may be a scan that goes on: the next key tells. */
  | 'wait';

/** What follows from a digit in a box. */
export function afterDigit(typed: Typed): After {
  const full = typed.width !== null && typed.digits.length === typed.width;
  if (!full || !typed.fresh || typed.editing || typed.crowded) return 'stay';
  return isBurst(typed.pace) ? 'wait' : 'advance';
}

/** What a field held, and what it holds after a change. */
export interface Change {
  readonly before: string;
  readonly after: string;
  /** By a key that types, not erased, pasted or filled in. */
  readonly typed: boolean;
  /** The caret stands after the last digit. */
  readonly atEnd: boolean;
}

/** Whether a field's number is typed now, from its first digit. */
export function isFresh(was: boolean, change: Change): boolean {
  if (change.after === '') return true;
  if (!change.typed || !change.atEnd) return false;
  return change.after.length === 1 || (was && change.after.startsWith(change.before));
}

/** Whether a code typed so far is opened without Enter: a scan when it is whole, a hand's code at its seventh digit. */
export function opensAtOnce(digits: string, pace: Pace): boolean {
  return digits.length === QR_DIGITS || (digits.length === CODE_DIGITS && !isBurst(pace));
}

/** Whether a sheet of these numbers is a crowd's, seen from a box: an earlier one is wider than the paper. */
export function isCrowded(boxes: readonly { typed: string; width: number | null }[], at: number): boolean {
  return boxes.slice(0, at).some((box) => box.width !== null && box.typed.length > box.width);
}
