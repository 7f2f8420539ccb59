import type { AreaId, Client, Figure, FigureSheet, FigureView } from '../api/client';
import { wordsOf } from '../text/words';

/** A figure somebody asks about. */
export interface Asked {
  figure: Figure;
  /** Without one: the whole ward. */
  area: AreaId | null;
  /** One evening; without one, everything until the day. */
  on: string | null;
  /** The day the figure stands for, where it is not the screen's. */
  to?: string;
}

/** Sheets read at once. */
const PAGE = 50;

/** What is behind a figure, page by page. */
export class Behind {
  asked = $state.raw<Asked | null>(null);
  view = $state.raw<FigureView | null>(null);
  sheets = $state.raw<FigureSheet[]>([]);
  error = $state('');
  busy = $state(false);

  readonly #client: Client;
  readonly #to: () => string | null;
  #turn = 0;

  constructor(client: Client, to: () => string | null) {
    this.#client = client;
    this.#to = to;
  }

  async open(asked: Asked): Promise<void> {
    this.asked = asked;
    this.view = null;
    this.sheets = [];
    await this.#read(asked, 0);
  }

  async more(): Promise<void> {
    if (this.asked === null || this.busy || !this.hasMore) return;
    await this.#read(this.asked, this.sheets.length);
  }

  close(): void {
    this.#turn++;
    this.asked = null;
    this.view = null;
    this.sheets = [];
    this.busy = false;
  }

  get hasMore(): boolean {
    return this.view !== null && this.sheets.length < this.view.total;
  }

  async #read({ figure, area, on, to }: Asked, after: number): Promise<void> {
    const turn = ++this.#turn;
    this.busy = true;
    try {
      const view = await this.#client.call('get_figure', { figure, area, on, to: to ?? this.#to(), after, limit: PAGE });
      if (turn !== this.#turn) return;
      this.view = view;
      this.sheets = after === 0 ? view.sheets : [...this.sheets, ...view.sheets];
      this.error = '';
    } catch (error) {
      if (turn === this.#turn) this.error = wordsOf(error);
    } finally {
      if (turn === this.#turn) this.busy = false;
    }
  }
}
