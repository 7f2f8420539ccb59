import { Making } from '../../api/making.svelte';
import type { AreaId, AreaRow, Client, FlyerSize, Overview } from '../../api/client';
import { vi } from '../../text/vi';
import { wordsOf } from '../../text/words';
import { Look } from './look.svelte';

/** Flyers, with the real file beside the choice. */
export class FlyerPrint {
  areas = $state.raw<AreaRow[]>([]);
  overview = $state.raw<Overview | null>(null);
  size = $state<FlyerSize>('a5');
  /** 0: every area with an evening. */
  area = $state<AreaId | 0>(0);
  error = $state('');
  readonly making: Making;
  readonly look = new Look();

  readonly #client: Client;

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
      this.error = '';
      await this.show();
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  /** One flyer stands for all: they differ only in area and evenings. */
  async show(): Promise<void> {
    const t = vi.papers;
    const shown = this.area === 0 ? this.visited[0] : this.areas.find((a) => a.id === this.area);
    if (!shown) return this.look.none(t.noEvening);
    const note = this.area === 0 ? t.showsArea(shown.label) : '';
    await this.look.now(() => this.#client.bytes('flyers_pdf', { size: this.size, area: shown.id }), note);
  }

  make(): Promise<void> {
    return this.making.make('flyers_pdf', { size: this.size, area: this.area === 0 ? null : this.area });
  }
}
