import { Making } from '../../api/making.svelte';
import type { AreaId, AreaRow, Client, FlyerInks, FlyerSheet, FlyersPdf, FlyerSize } from '../../api/client';
import { parseCount } from '../../text/format';
import { vi } from '../../text/vi';
import { wordsOf } from '../../text/words';
import type { FlyerText } from './flyertext.svelte';
import { Look } from './look.svelte';

/** Papers that speak to residents: they share their words, each has its own sizes. */
export type PublicPaper = 'flyers' | 'posters' | 'strips' | 'pictures';

const SIZES: Record<PublicPaper, readonly FlyerSize[]> = {
  flyers: ['a4', 'a5', 'a6'],
  posters: ['poster_a4', 'poster_a3'],
  strips: ['strip'],
  pictures: [],
};
const USUAL: Record<PublicPaper, FlyerSize> = { flyers: 'a5', posters: 'poster_a3', strips: 'strip', pictures: 'a5' };
const MOST_SHEETS = 999;

export class FlyerPrint {
  areas = $state.raw<AreaRow[]>([]);
  size: FlyerSize;
  /** 0: every area with an evening. */
  area: AreaId | 0;
  inks = $state<FlyerInks>('copier');
  /** `usual`: A4, or the paper's own size if it is larger. */
  sheet = $state<FlyerSheet | 'usual'>('usual');
  marks = $state(true);
  bleed = $state(false);
  /** Equal sheets for each area. */
  sheets = $state('1');
  error = $state('');
  readonly making: Making;
  readonly look = new Look();

  readonly #client: Client;

  constructor(
    client: Client,
    readonly paper: PublicPaper,
    readonly text: FlyerText,
  ) {
    this.#client = client;
    this.making = new Making(client);
    this.size = $state(USUAL[paper]);
    this.area = $state<AreaId | 0>(0);
  }

  get sizes(): readonly FlyerSize[] {
    return SIZES[this.paper];
  }

  get visited(): AreaRow[] {
    return this.areas.filter((a) => a.ended_on === null && a.evenings.length > 0);
  }

  get sheetsOk(): boolean {
    const n = parseCount(this.sheets);
    return n !== null && n >= 1 && n <= MOST_SHEETS;
  }

  async load(): Promise<void> {
    try {
      this.areas = await this.#client.call('list_areas', {});
      await this.text.load();
      this.error = '';
      await this.show();
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  /** One area stands for all: they differ only in area and evenings. */
  async show(): Promise<void> {
    const shown = this.#shown();
    if (!shown) return this.look.none(vi.papers.noEvening);
    await this.look.now(this.#ask(shown.id), this.#note(shown));
  }

  /** Somebody is typing. */
  soon(): void {
    const shown = this.#shown();
    if (shown) this.look.soon(this.#ask(shown.id), this.#note(shown));
  }

  make(): Promise<void> {
    const area = this.area === 0 ? null : this.area;
    if (this.paper === 'pictures') return this.making.make('flyer_picture_png', { area, ...this.text.words });
    if (!this.sheetsOk) return Promise.resolve();
    return this.making.make('flyers_pdf', this.#request(area, parseCount(this.sheets)));
  }

  #shown(): AreaRow | undefined {
    return this.area === 0 ? this.visited[0] : this.areas.find((a) => a.id === this.area);
  }

  #note(shown: AreaRow): string {
    return this.area === 0 ? vi.papers.showsArea(shown.label) : '';
  }

  #ask(area: AreaId): () => Promise<ArrayBuffer> {
    return this.paper === 'pictures'
      ? () => this.#client.bytes('flyer_picture_png', { area, ...this.text.words })
      : () => this.#client.bytes('flyers_pdf', this.#request(area, null));
  }

  #request(area: AreaId | null, sheets: number | null): FlyersPdf {
    return {
      size: this.size,
      area,
      inks: this.inks,
      sheet: this.sheet === 'usual' ? null : this.sheet,
      marks: this.marks,
      bleed: this.bleed,
      sheets,
      ...this.text.words,
    };
  }
}
