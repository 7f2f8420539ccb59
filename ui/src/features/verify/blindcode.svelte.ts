import { opensAtOnce } from '../../keyboard/advance';
import { digitsOf } from '../../keyboard/grammar';
import { isEcho, paced, STILL, type Pace } from '../../keyboard/pace';
import type { Typing } from './blindbox.svelte';

/** A key pressed while a sheet is being opened; it is meant for the sheet. */
export interface Ahead {
  key: string;
  when: number;
}

/** The field for a sheet's code: what a hand or a scanner types, and when it is whole. */
export class BlindCode {
  digits = $state('');
  #pace: Pace = STILL;
  #ahead: Ahead[] = [];

  /** What the field holds now. Answers the code if it is whole and needs no Enter. */
  type(text: string, how: Typing): string | null {
    const digits = digitsOf(text);
    this.#pace = how.typed ? paced(digits.length > 1 ? this.#pace : STILL, how.when) : STILL;
    this.digits = digits;
    return how.typed && opensAtOnce(digits, this.#pace) ? digits : null;
  }

  clear(digits = ''): void {
    this.digits = digits;
    this.#pace = STILL;
  }

  keep(key: string, when: number): void {
    this.#ahead.push({ key, when });
  }

  /**
   * What was typed ahead of the sheet, once; `finished`: when the last key of the code was pressed. `echoed`:
   * an Enter belonged to the code, as of a hand or a scanner that ends with it, and is no key of the sheet.
   */
  takeAhead(finished: number | null): { ahead: Ahead[]; echoed: boolean } {
    const all = this.#ahead;
    this.#ahead = [];
    const ahead = all.filter((a) => a.key !== 'Enter' || finished === null || !isEcho(finished, a.when));
    return { ahead, echoed: ahead.length < all.length };
  }
}
