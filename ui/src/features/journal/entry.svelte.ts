import type { Client, EntryMoved, EntryRow, EntryView } from '../../api/client';
import { wordsOf } from '../../text/words';

/** One entry with the rows it changed and the figures it moved. */
export class Entry {
  view = $state.raw<EntryView | null>(null);
  rows = $state.raw<EntryRow[]>([]);
  moved = $state.raw<EntryMoved | null>(null);
  error = $state('');

  readonly #client: Client;
  #turn = 0;

  constructor(client: Client) {
    this.#client = client;
  }

  async load(entry: number | null): Promise<void> {
    const turn = ++this.#turn;
    if (entry === null) {
      this.view = null;
      this.rows = [];
      this.moved = null;
      return;
    }
    try {
      const view = await this.#client.call('get_entry', { entry, after: 0 });
      if (turn !== this.#turn) return;
      this.view = view;
      this.rows = view.rows;
      this.moved = null;
      this.error = '';
      const moved = await this.#client.call('entry_figures', { entry });
      if (turn === this.#turn) this.moved = moved;
    } catch (error) {
      if (turn !== this.#turn) return;
      this.view = null;
      this.error = wordsOf(error);
    }
  }

  async more(): Promise<void> {
    const view = this.view;
    if (view === null) return;
    try {
      const page = await this.#client.call('get_entry', { entry: view.line.entry, after: this.rows.length });
      if (this.view === view) this.rows = [...this.rows, ...page.rows];
    } catch (error) {
      this.error = wordsOf(error);
    }
  }
}
