import type { BoxView } from '../../api/client';
import { isFresh } from '../../keyboard/advance';
import { paced, STILL, type Pace } from '../../keyboard/pace';
import { tidied } from '../../keyboard/grammar';

/** How a text came into a field. */
export interface Typing {
  /** By a key that types, not erased, pasted or filled in. */
  typed: boolean;
  /** The caret stands after the last digit. */
  atEnd: boolean;
  /** Time of the key, in milliseconds of the page. */
  when: number;
}

/** Filled in by something else than a key: nothing moves on by itself. */
export const BY_ITSELF: Typing = { typed: false, atEnd: false, when: 0 };

/** A box of the sheet on the table. */
export class Box {
  readonly no: string;
  readonly label: string;
  readonly group: string;
  readonly help: string;
  /** The control total: compared, not counted; no sheet waits for it. */
  readonly control: boolean;
  /** Digits after which the cursor moves on by itself; `null`: never. */
  readonly width: number | null;
  /** What stands in the field. */
  typed = $state('');
  /** What is on disk, acknowledged. */
  saved = $state('');
  /** What is on its way to the disk; `null`: nothing is. */
  sent = $state<string | null>(null);
  /** Acknowledged while this sheet lies on the table, or before. */
  acknowledged = $state(false);
  error = $state('');
  editing = $state(false);
  /** Keys pressed in it since it was last sent. */
  keys = 0;
  /** Its number is typed now, from the first digit. */
  fresh = true;
  pace: Pace = STILL;
  /** Full, and left with the next key: only that tells a hand from a scanner. */
  due = false;

  constructor(view: BoxView) {
    this.no = view.no;
    this.label = view.label;
    this.group = view.group_word;
    this.help = view.help ?? '';
    this.control = view.control;
    this.width = view.width;
    this.take(view.value);
  }

  /** Whether the field holds something the disk does not, nor will. */
  get dirty(): boolean {
    return tidied(this.typed) !== this.onDisk;
  }

  /** What the disk holds, or will. */
  get onDisk(): string {
    return this.sent ?? this.saved;
  }

  get state(): 'failed' | 'saving' | 'saved' | 'typing' | 'blank' {
    if (this.error) return 'failed';
    if (this.sent !== null) return 'saving';
    if (this.dirty) return 'typing';
    return this.saved === '' ? 'blank' : 'saved';
  }

  /** The disk's word; what is being typed stays. */
  take(value: number | null): void {
    const untouched = !this.dirty;
    this.saved = value === null ? '' : String(value);
    if (untouched && this.sent === null) this.typed = this.saved;
  }

  /** What arrives in its field; anything but digits is not typed. */
  write(text: string, how: Typing): void {
    const after = text.replace(/\D/g, '');
    this.fresh = isFresh(this.fresh, { before: this.typed, after, typed: how.typed, atEnd: how.atEnd });
    const begins = !this.fresh || after.length <= 1;
    this.pace = how.typed ? paced(begins ? STILL : this.pace, how.when) : STILL;
    this.typed = after;
    this.error = '';
    this.due = false;
  }

  /** The cursor comes: what is typed next replaces the number, unless it is being typed already. */
  enter(): void {
    if (!this.dirty) this.fresh = true;
  }

  /** The value before this edit. */
  restore(): void {
    this.typed = this.onDisk;
    this.error = '';
    this.editing = false;
    this.due = false;
    this.fresh = true;
  }

  /** The cursor goes. */
  leave(): void {
    this.editing = false;
    this.due = false;
    this.typed = tidied(this.typed);
  }
}
