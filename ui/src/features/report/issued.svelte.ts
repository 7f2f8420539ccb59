import { Making } from '../../api/making.svelte';
import type { Client, Explanation, IssuedFile, ReportId, ReportLine } from '../../api/client';
import { wordsOf } from '../../text/words';

/** How many figures of an issued report read otherwise today, or why nobody can say. */
export type Compared = { differing: number } | { error: string };

/** Reports that left the office, and what has changed since. */
export class Issued {
  lines = $state.raw<ReportLine[]>([]);
  loaded = $state(false);
  error = $state('');
  chosen = $state<ReportId | null>(null);
  compared = $state.raw<ReadonlyMap<ReportId, Compared>>(new Map());
  explanation = $state.raw<Explanation | null>(null);
  explaining = $state(false);
  /** The chosen report's pages, fetched when somebody wants to see them. */
  pages = $state.raw<ArrayBuffer | null>(null);
  readonly file: Making;

  readonly #client: Client;
  #turn = 0;

  constructor(client: Client) {
    this.#client = client;
    this.file = new Making(client);
  }

  get line(): ReportLine | null {
    return this.lines.find((line) => line.id === this.chosen) ?? null;
  }

  /** Reads the list, compares each report with today one after another, and explains the chosen one. */
  async load(): Promise<void> {
    const turn = ++this.#turn;
    try {
      const lines = await this.#client.call('list_reports', {});
      if (turn !== this.#turn) return;
      this.lines = lines;
      this.error = '';
    } catch (error) {
      if (turn === this.#turn) this.error = wordsOf(error);
      return;
    } finally {
      this.loaded = true;
    }
    if (this.line === null) this.chosen = this.lines[0]?.id ?? null;
    await this.explain();
    for (const { id } of this.lines) {
      if (turn !== this.#turn) return;
      await this.#compare(id);
    }
  }

  async choose(id: ReportId): Promise<void> {
    if (id === this.chosen) return;
    this.chosen = id;
    this.pages = null;
    await this.explain();
  }

  async explain(): Promise<void> {
    const id = this.chosen;
    if (id === null) return;
    this.explaining = true;
    try {
      const explanation = await this.#client.call('explain_report', { id });
      if (id !== this.chosen) return;
      this.explanation = explanation;
      this.#note(id, { differing: explanation.figures.length });
    } catch (error) {
      if (id !== this.chosen) return;
      this.explanation = null;
      this.#note(id, { error: wordsOf(error) });
    } finally {
      if (id === this.chosen) this.explaining = false;
    }
  }

  async show(): Promise<void> {
    const id = this.chosen;
    if (id === null || this.pages !== null) return;
    try {
      const pages = await this.#client.bytes('report_file', { id, file: 'pdf' });
      if (id === this.chosen) this.pages = pages;
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  async make(file: IssuedFile): Promise<void> {
    if (this.chosen !== null) await this.file.make('report_file', { id: this.chosen, file });
  }

  async #compare(id: ReportId): Promise<void> {
    if (id === this.chosen) return;
    try {
      const { differing } = await this.#client.call('get_report', { id });
      this.#note(id, { differing });
    } catch (error) {
      this.#note(id, { error: wordsOf(error) });
    }
  }

  #note(id: ReportId, compared: Compared): void {
    this.compared = new Map(this.compared).set(id, compared);
  }
}
