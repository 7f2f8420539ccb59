import { Making } from '../../api/making.svelte';
import type { Client, SheetLayout, VisitRow } from '../../api/client';
import { dm, parseCount } from '../../text/format';
import { vi } from '../../text/vi';
import { wordsOf } from '../../text/words';
import { Look } from './look.svelte';

const MOST = 99;
const MOST_LOOSE = 500;

export interface Evening {
  on: string;
  areas: string;
  /** Sheets and spares with a code; 0 until they are printed for the first time. */
  sheets: number;
  /** Visits of the evening without a sheet. */
  without: number;
}

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
  layout = $state<SheetLayout>('a4');
  numbering = $state(false);
  numbered = $state('');
  error = $state('');
  readonly making: Making;
  readonly look = new Look();

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
    this.making = new Making(client);
  }

  get evenings(): Evening[] {
    const by = new Map<string, Evening>();
    for (const visit of this.visits.filter((v) => v.cancelled === null)) {
      const known = by.get(visit.on);
      const sheets = visit.sheets + visit.spares;
      by.set(visit.on, {
        on: visit.on,
        areas: known ? `${known.areas}, ${visit.area_name}` : visit.area_name,
        sheets: (known?.sheets ?? 0) + sheets,
        without: (known?.without ?? 0) + (visit.sheets === 0 ? 1 : 0),
      });
    }
    return [...by.values()];
  }

  /** Evenings for which nothing is printed yet. */
  get bare(): Evening[] {
    return this.evenings.filter((e) => e.without > 0);
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
      this.error = '';
      await this.show();
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  /** The evening's real sheets; before they have their codes, the form they will be printed on. */
  async show(): Promise<void> {
    const t = vi.papers;
    const { evenings } = this;
    const wanted = this.evening === '' ? (evenings.find((e) => e.sheets > 0) ?? evenings[0]) : evenings.find((e) => e.on === this.evening);
    if (!wanted) return this.look.none(t.noEvening);
    if (wanted.sheets > 0) {
      const note = this.evening === '' ? t.showsEvening(dm(wanted.on)) : '';
      return this.look.now(() => this.#client.bytes('sheets_pdf', { evening: wanted.on, loose: false, layout: this.layout }), note);
    }
    await this.look.now(async () => {
      const { versions } = await this.#client.call('list_forms', {});
      const form = versions[0]?.form ?? (await this.#client.call('default_form', { with_reasons: false }));
      return this.#client.bytes('form_preview_pdf', { form });
    }, t.showsForm);
  }

  /** Gives the sheets their codes, which are kept for good, then makes the file. */
  async print(): Promise<void> {
    const count = parseCount(this.count);
    const spare = parseCount(this.spare);
    const loose = parseCount(this.loose);
    if (count === null || spare === null || loose === null || this.numbering) return;
    if (!this.countOk || !this.spareOk || !this.looseOk) return;
    const evening = this.evening === '' ? null : this.evening;
    this.numbering = true;
    this.error = '';
    this.numbered = '';
    try {
      const { made, kept } = await this.#client.call('number_sheets', {
        evening,
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
    await this.making.make('sheets_pdf', { evening, loose: loose > 0, layout: this.layout });
  }
}
