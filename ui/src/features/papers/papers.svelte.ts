import { Making } from '../../api/making.svelte';
import type { AreaId, AreaRow, Client, FlyerSize, Overview, VisitRow } from '../../api/client';
import { parseCount } from '../../text/format';
import { vi } from '../../text/vi';
import { wordsOf } from '../../text/words';

const MOST = 99;
const MOST_LOOSE = 500;

/** Sheets to print. */
export class SheetPrint {
  visits = $state.raw<VisitRow[]>([]);
  loaded = $state(false);
  /** Empty: the whole campaign. */
  evening = $state('');
  count = $state('5');
  spare = $state('2');
  /** One phiếu tổng hợp buổi for each evening. */
  summary = $state(true);
  /** Spares without an evening. */
  loose = $state('0');
  numbering = $state(false);
  numbered = $state('');
  error = $state('');
  readonly making: Making;

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
    this.making = new Making(client);
  }

  get on(): VisitRow[] {
    return this.visits.filter((v) => v.cancelled === null);
  }

  get evenings(): { on: string; areas: string }[] {
    const by = new Map<string, string[]>();
    for (const visit of this.on) by.set(visit.on, [...(by.get(visit.on) ?? []), visit.area_name]);
    return [...by].map(([on, areas]) => ({ on, areas: areas.join(', ') }));
  }

  get countOk(): boolean {
    const n = parseCount(this.count);
    return n !== null && n >= 1 && n <= MOST;
  }

  get spareOk(): boolean {
    const n = parseCount(this.spare);
    return n !== null && n <= MOST;
  }

  get looseOk(): boolean {
    const n = parseCount(this.loose);
    return n !== null && n <= MOST_LOOSE;
  }

  async load(): Promise<void> {
    try {
      this.visits = (await this.#client.call('list_visits', {})).visits;
      this.loaded = true;
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  /** Gives the sheets their codes, which are kept for good, then makes the file. */
  async print(evening: string): Promise<void> {
    const count = parseCount(this.count);
    const spare = parseCount(this.spare);
    const loose = parseCount(this.loose);
    if (count === null || spare === null || loose === null || this.numbering) return;
    if (!this.countOk || !this.spareOk || !this.looseOk) return;
    const on = evening === '' ? null : evening;
    this.numbering = true;
    this.error = '';
    this.numbered = '';
    try {
      const { made, kept } = await this.#client.call('number_sheets', {
        evening: on,
        count,
        spare,
        summary: this.summary,
        loose,
      });
      this.numbered = vi.papers.numbered(made, kept);
    } catch (error) {
      this.error = wordsOf(error);
      return;
    } finally {
      this.numbering = false;
    }
    await this.making.make('sheets_pdf', { evening: on, loose: loose > 0 });
  }
}

/** Flyers, with the real file beside the choice. */
export class FlyerPrint {
  areas = $state.raw<AreaRow[]>([]);
  overview = $state.raw<Overview | null>(null);
  size = $state<FlyerSize>('a5');
  /** 0: every area with an evening. */
  area = $state<AreaId | 0>(0);
  preview = $state.raw<ArrayBuffer | null>(null);
  error = $state('');
  readonly making: Making;

  readonly #client: Client;
  #wanted = 0;

  constructor(client: Client) {
    this.#client = client;
    this.making = new Making(client);
  }

  get visited(): AreaRow[] {
    return this.areas.filter((a) => a.ended_on === null && a.evenings.length > 0);
  }

  async load(): Promise<void> {
    try {
      this.areas = await this.#client.call('list_areas', {});
      this.overview = await this.#client.call('get_overview', {});
      await this.look();
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  /** One flyer stands for all: they differ only in area and evenings. */
  async look(): Promise<void> {
    const area = this.area === 0 ? this.visited[0]?.id : this.area;
    if (area === undefined) return;
    const wanted = ++this.#wanted;
    try {
      const bytes = await this.#client.bytes('flyers_pdf', { size: this.size, area });
      if (wanted !== this.#wanted) return;
      this.preview = bytes;
      this.error = '';
    } catch (error) {
      if (wanted === this.#wanted) this.error = wordsOf(error);
    }
  }

  make(): Promise<void> {
    return this.making.make('flyers_pdf', { size: this.size, area: this.area === 0 ? null : this.area });
  }
}
