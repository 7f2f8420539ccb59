import type { Client, SheetState, SheetView } from '../../api/client';
import { Refusal } from '../../api/client';
import { opensAtOnce } from '../../keyboard/advance';
import { digitsOf } from '../../keyboard/grammar';
import { isEcho, paced, STILL, type Pace } from '../../keyboard/pace';
import { vi } from '../../text/vi';
import { wordsOf } from '../../text/words';
import { BY_ITSELF, type Typing } from './box.svelte';
import type { Table } from './table.svelte';
import type { Writing } from './writing.svelte';

const DONE_BEFORE: ReadonlySet<SheetState> = new Set<SheetState>(['keyed', 'verified', 'locked']);

/** A key pressed while a sheet is being opened; it is meant for the sheet. */
export interface Ahead {
  key: string;
  when: number;
}

/** From a code to the sheet on the table. */
export class Opening {
  /** Digits in the code field. */
  code = $state('');
  error = $state('');
  /** A sheet whose code is one slip away from what was typed. */
  likely = $state<string | null>(null);
  busy = $state(false);
  /** The sheet was done before it was opened: whoever has the paper in hand is told, and asked. */
  doneBefore = $state(false);

  readonly #client: Client;
  readonly #table: Table;
  readonly #writing: Writing;
  #pace: Pace = STILL;
  #ahead: Ahead[] = [];

  constructor(client: Client, table: Table, writing: Writing) {
    this.#client = client;
    this.#table = table;
    this.#writing = writing;
  }

  /** What a person or scanner puts into the code field; only digits stay. Opens what is whole. */
  async type(text: string, how: Typing = BY_ITSELF): Promise<boolean> {
    const digits = digitsOf(text);
    this.#pace = how.typed ? paced(digits.length > 1 ? this.#pace : STILL, how.when) : STILL;
    this.code = digits;
    this.error = '';
    this.likely = null;
    return how.typed && opensAtOnce(digits, this.#pace) ? await this.open(digits, how.when) : false;
  }

  async openTyped(): Promise<boolean> {
    return this.code !== '' && (await this.open(this.code));
  }

  /** Keeps a key for the sheet that is being opened; answers whether one is. */
  keep(key: string, when: number): boolean {
    if (!this.busy) return false;
    this.#ahead.push({ key, when });
    return true;
  }

  /** What was typed ahead of the sheet, once. */
  takeAhead(): Ahead[] {
    const ahead = this.#ahead;
    this.#ahead = [];
    return ahead;
  }

  /** Opens a sheet once everything of the one on the table is on disk. `when`: the key that finished the code. */
  async open(code: string, when: number | null = null): Promise<boolean> {
    this.busy = true;
    try {
      const unsaved = await this.#writing.leaveSheet();
      const [first] = unsaved;
      if (first) {
        this.error = vi.keying.unsaved(unsaved.map((b) => b.no).join(', '));
        this.#ahead = [];
        this.#table.go(this.#table.boxes.indexOf(first));
        return false;
      }
      const view = await this.#client.call('open_sheet', { code });
      this.#show(view, when);
      return true;
    } catch (error) {
      this.code = digitsOf(code);
      this.error = wordsOf(error);
      this.likely = error instanceof Refusal ? (error.wire.params['likely'] ?? null) : null;
      this.#ahead = [];
      this.#table.go('code');
      return false;
    } finally {
      this.busy = false;
    }
  }

  #show(view: SheetView, when: number | null): void {
    this.#table.show(view);
    this.doneBefore = DONE_BEFORE.has(view.state);
    this.clear();
    const stop = this.#table.begins;
    if (when === null) this.#table.go(stop);
    else this.#table.goByItself(stop, null, when);
    // An Enter that a scanner sends after the code is no key of the sheet.
    if (when !== null) this.#ahead = this.#ahead.filter((a) => a.key !== 'Enter' || !isEcho(when, a.when));
  }

  clear(): void {
    this.code = '';
    this.error = '';
    this.likely = null;
    this.#pace = STILL;
  }
}
