import { Making } from '../../api/making.svelte';
import type { Client, RadarEvening, ReceiptRow } from '../../api/client';
import { vi } from '../../text/vi';
import { wordsOf } from '../../text/words';
import { Look } from './look.svelte';

/** Slips that ask for sheets that are late. */
export class SlipPrint {
  evenings = $state.raw<RadarEvening[]>([]);
  /** Empty: all that are late. */
  evening = $state('');
  error = $state('');
  readonly making: Making;
  readonly look = new Look();

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
    this.making = new Making(client);
  }

  async load(): Promise<void> {
    try {
      const radar = await this.#client.call('get_radar', {});
      this.evenings = radar.evenings.filter((e) => e.missing > 0);
      if (!this.evenings.some((e) => e.on === this.evening)) this.evening = '';
      this.error = '';
      await this.show();
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  async show(): Promise<void> {
    if (this.evenings.length === 0) return this.look.none(vi.papers.noneMissing);
    await this.look.now(() => this.#client.bytes('chase_slip_pdf', this.#request()));
  }

  make(): Promise<void> {
    return this.making.make('chase_slip_pdf', this.#request());
  }

  #request() {
    return { evening: this.evening === '' ? null : this.evening, visit: null, person: null };
  }
}

/** Receipts for sheets that came back, printed again. */
export class ReceiptPrint {
  receipts = $state.raw<ReceiptRow[]>([]);
  /** 0: none yet. */
  number = $state(0);
  error = $state('');
  readonly making: Making;
  readonly look = new Look();

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
    this.making = new Making(client);
  }

  async load(): Promise<void> {
    try {
      this.receipts = await this.#client.call('list_receipts', {});
      if (!this.receipts.some((r) => r.number === this.number)) this.number = this.receipts[0]?.number ?? 0;
      this.error = '';
      await this.show();
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  async show(): Promise<void> {
    if (this.number === 0) return this.look.none(vi.papers.noReceipts);
    await this.look.now(() => this.#client.bytes('receipt_pdf', { number: this.number }));
  }

  make(): Promise<void> {
    return this.making.make('receipt_pdf', { number: this.number });
  }
}
