import { foldQuery, type Found, type PageText } from './pagetext';

export interface PageHit extends Found {
  /** The first page is 1. */
  readonly page: number;
}

/** What reads the pages' text. */
export interface Readable {
  readonly count: number;
  text(page: number): Promise<PageText>;
}

/** Looking for words in all pages, the ones read already shown at once. */
export class PdfSearch {
  query = $state('');
  hits = $state.raw<PageHit[]>([]);
  /** The one shown; -1: none. */
  at = $state(-1);
  looking = $state(false);

  readonly #pages: Readable;
  #turn = 0;

  constructor(pages: Readable) {
    this.#pages = pages;
  }

  get current(): PageHit | null {
    return this.hits[this.at] ?? null;
  }

  get asked(): boolean {
    return foldQuery(this.query) !== '';
  }

  on(page: number): PageHit[] {
    return this.hits.filter((h) => h.page === page);
  }

  /** Looks for the query from a page on; the same words in newer pages keep the place. */
  async look(from: number, keep = false): Promise<void> {
    const turn = ++this.#turn;
    const { query } = this;
    const was = keep ? this.at : -1;
    if (!this.asked) {
      this.hits = [];
      this.at = -1;
      this.looking = false;
      return;
    }
    this.looking = true;
    const hits: PageHit[] = [];
    try {
      for (let page = 1; page <= this.#pages.count; page++) {
        const text = await this.#pages.text(page);
        if (turn !== this.#turn) return;
        hits.push(...text.find(query).map((found) => ({ ...found, page })));
      }
    } catch {
      // A page that cannot be read has been said to be broken; the others' hits stand.
    }
    if (turn !== this.#turn) return;
    this.hits = hits;
    const near = hits.findIndex((h) => h.page >= from);
    this.at = was >= 0 ? Math.min(was, hits.length - 1) : near === -1 ? Math.min(0, hits.length - 1) : near;
    this.looking = false;
  }

  step(by: 1 | -1): void {
    if (this.hits.length > 0) this.at = (this.at + by + this.hits.length) % this.hits.length;
  }

  clear(): void {
    this.query = '';
    void this.look(1);
  }
}
