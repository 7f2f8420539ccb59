import type { Client, Forecast, SheetView } from '../../api/client';

/** How far this morning's work is, and when it will be done. */
export class Morning {
  forecast = $state.raw<Forecast | null>(null);

  readonly #client: Client;
  #asking = false;
  #again = false;
  readonly #keyed = new Set<string>();

  constructor(client: Client) {
    this.#client = client;
  }

  get finished(): number {
    return this.forecast?.finished ?? 0;
  }

  /** Finished today and still to key. */
  get all(): number {
    return this.finished + (this.forecast?.waiting ?? 0);
  }

  /** Asked once at a time: whoever keys does not wait for it. */
  async load(): Promise<void> {
    this.#again = this.#asking;
    if (this.#asking) return;
    this.#asking = true;
    // Without an answer the morning says nothing: the sheet on the table is what matters.
    this.forecast = await this.#client.call('get_forecast', {}).catch(() => null);
    this.#asking = false;
    if (this.#again) await this.load();
  }

  /** A write: only a sheet that became done, or is done no more, changes the morning. */
  take(view: SheetView): void {
    const done = view.state === 'keyed';
    if (done === this.#keyed.has(view.code)) return;
    if (done) this.#keyed.add(view.code);
    else this.#keyed.delete(view.code);
    void this.load();
  }
}
