import type { Client, PersonId, Returned, SheetView } from '../../api/client';
import { Refusal } from '../../api/client';
import { Making } from '../../api/making.svelte';
import { opensAtOnce } from '../../keyboard/advance';
import { digitsOf } from '../../keyboard/grammar';
import { paced, STILL, type Pace } from '../../keyboard/pace';
import { vi } from '../../text/vi';
import { wordsOf } from '../../text/words';
import { offersOf, peopleFor, type Offer } from './people';

/** What the office says of a scanned sheet; of its figures nothing is kept. */
export type Scanned = Pick<SheetView, 'code' | 'kind' | 'area_label' | 'on' | 'team_name' | 'n' | 'of' | 'state' | 'state_word'>;

const t = vi.radar;

/** A packet that somebody brings: its sheets scanned one after another, then one numbered receipt. */
export class Receiving {
  /** Digits in the code field. */
  digits = $state('');
  /** The latest first, as they lie on the pile. */
  rows = $state.raw<Scanned[]>([]);
  /** What became of the code that came last. */
  came = $state('');
  error = $state('');
  /** A sheet whose code is one slip away from what was typed. */
  likely = $state<string | null>(null);
  /** Codes still to be looked up. */
  waiting = $state(0);
  offers = $state.raw<Offer[]>(offersOf([], t.broughtNobody));
  broughtBy = $state<PersonId | 0>(0);
  busy = $state(false);
  /** The receipt just made. */
  done = $state.raw<Returned | null>(null);
  readonly making: Making;

  readonly #client: Client;
  #pace: Pace = STILL;
  /** Codes are looked up in the order they were scanned, and none waits for the one before to be seen. */
  #looking: Promise<void> = Promise.resolve();

  constructor(client: Client) {
    this.#client = client;
    this.making = new Making(client);
  }

  /** What the field holds now; a code that is whole is taken and leaves the field free for the next. */
  type(text: string, typed: boolean, when: number): void {
    const digits = digitsOf(text);
    this.#pace = typed ? paced(digits.length > 1 ? this.#pace : STILL, when) : STILL;
    this.digits = digits;
    if (typed && opensAtOnce(digits, this.#pace)) void this.take(digits);
  }

  enter(): void {
    if (this.digits !== '') void this.take(this.digits);
  }

  take(code: string): Promise<void> {
    this.digits = '';
    this.#pace = STILL;
    this.error = '';
    this.likely = null;
    this.waiting++;
    this.#looking = this.#looking.then(() => this.#look(code));
    return this.#looking;
  }

  async #look(code: string): Promise<void> {
    try {
      const { kind, area_label, on, team_name, n, of, state, state_word, code: printed } = await this.#client.call('open_sheet', { code });
      if (this.rows.some((row) => row.code === printed)) {
        this.came = t.already(printed);
        return;
      }
      this.rows = [{ code: printed, kind, area_label, on, team_name, n, of, state, state_word }, ...this.rows];
      this.came = t.taken(printed, `${t.scanned(area_label, on)}, ${t.nOf(n, of, kind)}`);
      // The next packet has begun.
      this.done = null;
      if (this.rows.length === 1) await this.#offer(printed);
    } catch (error) {
      this.error = wordsOf(error);
      this.likely = error instanceof Refusal ? (error.wire.params['likely'] ?? null) : null;
    } finally {
      this.waiting--;
    }
  }

  async #offer(code: string): Promise<void> {
    this.broughtBy = 0;
    this.offers = offersOf(await peopleFor(this.#client, code), t.broughtNobody);
  }

  remove(code: string): void {
    this.rows = this.rows.filter((row) => row.code !== code);
  }

  /** Takes the packet in. A code still on its way is waited for: its sheet belongs to it. */
  async submit(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await this.#looking;
      if (this.rows.length === 0 || this.error !== '') return;
      const codes = this.rows.map((row) => row.code).reverse();
      this.done = await this.#client.call('return_sheets', { codes, visit: null, team: null, brought_by: this.broughtBy || null });
      this.rows = [];
      this.came = '';
      this.broughtBy = 0;
    } catch (error) {
      this.error = wordsOf(error);
    } finally {
      this.busy = false;
    }
  }

  async print(): Promise<void> {
    if (this.done) await this.making.make('receipt_pdf', { number: this.done.number });
  }
}
