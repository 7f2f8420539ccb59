/**
 * The keying grammar as pure functions: what a key means in a box, and which box comes next. It knows no
 * screen; the hand stays on the numpad.
 */

import { isComposing, type MaybeComposing } from './ime';
import { isEcho } from './pace';

export interface KeyStroke extends MaybeComposing {
  readonly key: string;
  /** Where the key lies: `Numpad1`. */
  readonly code?: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  /** When it was pressed, in milliseconds of the page. */
  readonly timeStamp?: number;
}

/** What the box holds while the key is pressed. */
export interface BoxAt {
  /** Nothing typed in it. */
  readonly empty: boolean;
  /** F2 was pressed: arrows move inside the number. */
  readonly editing: boolean;
  /** No box of the sheet comes before it. */
  readonly first?: boolean;
  /** When a digit moved the cursor here by itself, as long as nothing was pressed here since; `null` otherwise. */
  readonly arrived?: number | null;
  /** It left another box for this one, in which nothing was typed since. */
  readonly leftBox?: boolean;
  /** The sheet's sums fail, and boxes where a slip may be are walked through. */
  readonly doubted?: boolean;
}

export type Intent =
  /** The field's own business: digits, erasing, selecting, copying. */
  | 'type'
  /** Nothing happens, and nothing is typed. */
  | 'refuse'
  | 'next'
  | 'back'
  /** An Enter that belongs to the digit before it; the next one is meant. */
  | 'echo'
  /** Zero, and on. */
  | 'zero'
  /** Zero in every blank box from here. */
  | 'zero_rest'
  | 'edit'
  /** Back into the box that was left by itself, at the end of its number. */
  | 'rejoin'
  /** To the next box where a slip may be. */
  | 'candidate'
  /** The value before this edit. */
  | 'restore'
  | 'undo'
  /** Ctrl+S: everything is saved already; the box is saved now. */
  | 'save'
  /** Not ours: the shell or the system may want it. */
  | 'leave';

const TYPED = new Set(['Delete', 'Home', 'End']);
const SIDEWAYS = new Set(['ArrowLeft', 'ArrowRight']);

/** What a key means in a box. */
export function intentOf(stroke: KeyStroke, at: BoxAt): Intent {
  if (isComposing(stroke)) return 'type';
  if (stroke.ctrlKey || stroke.metaKey) return withControl(stroke);
  if (stroke.altKey) return 'leave';
  const arrived = at.arrived ?? null;
  switch (stroke.key) {
    case 'Enter':
      if (arrived !== null && !stroke.shiftKey && isEcho(arrived, stroke.timeStamp)) return 'echo';
      return stroke.shiftKey ? 'back' : 'next';
    case 'Tab':
      if (!stroke.shiftKey) return 'next';
      // Out of the sheet, as at the code: there must be a way to everything else.
      return at.first ? 'leave' : 'back';
    case 'ArrowDown':
    case '+':
      return 'next';
    case 'ArrowUp':
    case '-':
      return 'back';
    case '.':
    case ',':
    case 'Decimal':
      return at.empty ? 'zero' : 'refuse';
    case '*':
      return 'zero_rest';
    case '/':
      return at.doubted ? 'candidate' : 'refuse';
    case 'Backspace':
      return at.leftBox ? 'rejoin' : 'type';
    case 'F2':
      return 'edit';
    case 'Escape':
      return 'restore';
  }
  if (/^[0-9]$/.test(stroke.key) || TYPED.has(stroke.key)) return 'type';
  if (SIDEWAYS.has(stroke.key)) return at.editing ? 'type' : stroke.key === 'ArrowRight' ? 'next' : 'back';
  // A printable letter is no digit; named keys (F5, PageDown) belong to others.
  return stroke.key.length === 1 ? 'refuse' : 'leave';
}

/** What changes the sheet, and is not for those who only read it. */
export const WRITES: ReadonlySet<Intent> = new Set<Intent>(['zero', 'zero_rest', 'edit', 'undo', 'save']);

/** A key that does nothing alone: no key that anybody counts. */
export function isModifier(key: string): boolean {
  return ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'NumLock'].includes(key);
}

function withControl(stroke: KeyStroke): Intent {
  switch (stroke.key.toLowerCase()) {
    case 'z':
      return stroke.shiftKey ? 'refuse' : 'undo';
    case 's':
      return 'save';
    case 'a':
    case 'c':
    case 'v':
    case 'x':
    case 'backspace':
      return 'type';
    default:
      return 'leave';
  }
}

/** Digits of a printed code, and of a sheet's QR. */
export const CODE_DIGITS = 7;
export const QR_DIGITS = 50;
/** No count has more digits (the office takes up to 99.999). */
export const COUNT_DIGITS = 5;

/** Whether digits are a scanned sheet and no count: a scanner types wherever the cursor is. */
export function isScan(digits: string): boolean {
  return /^\d+$/.test(digits) && (digits.length === CODE_DIGITS || digits.length >= QR_DIGITS);
}

/** Only the digits of what arrived in a code field, which a scanner may frame with spaces and hyphens. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** Where the cursor goes; `code` is the field for the next sheet. */
export type Stop = number | 'code';

export function stopAfter(at: number, boxes: number): Stop {
  return at + 1 < boxes ? at + 1 : 'code';
}

export function stopBefore(at: number): number {
  return Math.max(0, at - 1);
}

/** Blank boxes from here on, for the key that fills them with zero. */
export function blanksFrom(values: readonly string[], at: number): number[] {
  return values.flatMap((value, i) => (i >= at && value === '' ? [i] : []));
}

/** Where a sheet is taken up: its first blank box, else its first. */
export function resumeAt(values: readonly (string | null)[]): number {
  const blank = values.findIndex((value) => value === null || value === '');
  return blank === -1 ? 0 : blank;
}

/** Leading zeros are slips of the hand, not other numbers: `007` is `7`, `00` is `0`. */
export function tidied(typed: string): string {
  return typed === '' ? '' : typed.replace(/^0+(?=\d)/, '');
}
