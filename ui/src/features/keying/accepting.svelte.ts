import type { Client, SheetView } from '../../api/client';
import { wordsOf } from '../../text/words';
import type { Table } from './table.svelte';
import type { Writing } from './writing.svelte';

/** Figures that stand although a check speaks against them, each with its reason. */
export class Accepting {
  error = $state('');

  readonly #client: Client;
  readonly #table: Table;
  readonly #writing: Writing;
  readonly #heard: (view: SheetView) => void;

  constructor(client: Client, table: Table, writing: Writing, heard: (view: SheetView) => void) {
    this.#client = client;
    this.#table = table;
    this.#writing = writing;
    this.#heard = heard;
  }

  /** What is impossible is so on the paper: with a reason, the sheet counts. */
  sheet(reason: string): Promise<boolean> {
    return this.#accept(async (code) => this.#take(code, await this.#client.call('accept_sheet', { code, reason })));
  }

  /** What is unlikely is so on the paper: one key, with the office's words for it. */
  flags(): Promise<boolean> {
    return this.#accept(async (code) => {
      for (const { flag } of this.#table.soft) {
        this.#take(code, await this.#client.call('accept_flag', { code, flag, reason: null }));
      }
    });
  }

  async #accept(deed: (code: string) => Promise<void>): Promise<boolean> {
    const code = this.#table.view?.code;
    if (code === undefined) return false;
    await this.#writing.settled();
    try {
      await deed(code);
      this.error = '';
      return true;
    } catch (error) {
      this.error = wordsOf(error);
      return false;
    }
  }

  #take(code: string, view: SheetView): void {
    if (this.#table.view?.code === code) this.#table.view = view;
    this.#heard(view);
  }
}
