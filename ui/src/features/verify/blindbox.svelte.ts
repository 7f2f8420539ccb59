import type { Ask, BlindBox as BoxView } from '../../api/client';
import { isFresh } from '../../keyboard/advance';
import { tidied } from '../../keyboard/grammar';
import { paced, STILL, type Pace } from '../../keyboard/pace';

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

/** A box of a sheet in its second keying. It never holds what was first keyed. */
export class BlindBox {
  readonly no: string;
  readonly label: string;
  readonly group: string;
  readonly help: string;
  /** The control total. */
  readonly control: boolean;
  /** Digits after which the cursor moves on by itself; `null`: never. */
  readonly width: number | null;
  /** The list asks for it; a box to look at again is asked for by itself. */
  readonly asked: boolean;
  ask = $state<Ask>('none');
  /** The office takes it from whoever is signed in. */
  open = $state(false);
  /** What stands in the field. */
  typed = $state('');
  /** What is on its way to the disk; `null`: nothing is. */
  sent = $state<string | null>(null);
  /** What whoever is signed in keyed and is on disk; `null`: nothing. A blank box is an empty text. */
  kept = $state<string | null>(null);
  error = $state('');
  editing = $state(false);
  /** It was passed empty once: the next time says that it is blank on the paper. */
  doubted = $state(false);
  /** Keys pressed in it since it was last sent. */
  keys = 0;
  /** Its number is typed now, from the first digit. */
  fresh = true;
  pace: Pace = STILL;
  /** Full, and left with the next key: only that tells a hand from a scanner. */
  due = false;

  constructor(view: BoxView, asked: boolean) {
    this.no = view.no;
    this.label = view.label;
    this.group = view.group_word;
    this.help = view.help ?? '';
    this.control = view.control;
    this.width = view.width;
    this.asked = asked;
    this.take(view);
  }

  /** Somebody still has to key it, and whoever is signed in may. */
  get todo(): boolean {
    return this.open && this.sent === null && (this.asked || this.ask === 'again');
  }

  get state(): 'failed' | 'saving' | 'again' | 'third' | 'agrees' | 'todo' | 'closed' {
    if (this.error) return 'failed';
    if (this.sent !== null) return 'saving';
    if (this.todo) return this.ask === 'again' ? 'again' : 'todo';
    if (this.ask === 'third') return 'third';
    return this.kept === null ? 'closed' : 'agrees';
  }

  /** The disk's word. A number that is being typed stays. */
  take(view: BoxView): void {
    this.ask = view.ask;
    this.open = view.open;
    this.kept = view.keyed ? (view.value === null ? '' : String(view.value)) : null;
  }

  /** What arrives in its field; anything but digits is not typed. */
  write(text: string, how: Typing): void {
    const after = text.replace(/\D/g, '');
    this.fresh = isFresh(this.fresh, { before: this.typed, after, typed: how.typed, atEnd: how.atEnd });
    const begins = !this.fresh || after.length <= 1;
    this.pace = how.typed ? paced(begins ? STILL : this.pace, how.when) : STILL;
    this.typed = after;
    this.error = '';
    this.doubted = false;
    this.due = false;
  }

  /** Empties the field: nothing of it was sent. */
  restore(): void {
    this.typed = '';
    this.error = '';
    this.doubted = false;
    this.leave();
  }

  /** The cursor goes. */
  leave(): void {
    this.editing = false;
    this.due = false;
    this.fresh = true;
    this.typed = tidied(this.typed);
  }
}
