import { Making } from '../../api/making.svelte';
import type { AreaId, AreaRow, Client } from '../../api/client';
import { vi } from '../../text/vi';
import { wordsOf } from '../../text/words';
import { Look } from './look.svelte';

/** What the loudspeaker reads out. A Word file has no pages to show here: it is opened where it is read. */
export class LoudspeakerText {
  areas = $state.raw<AreaRow[]>([]);
  /** 0: one text for the whole ward. */
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
      if (!this.visited.some((a) => a.id === this.area)) this.area = 0;
      this.error = '';
      await this.show();
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  show(): Promise<void> {
    this.look.none(this.visited.length === 0 ? vi.papers.noEvening : vi.papers.loudspeakerUnseen);
    return Promise.resolve();
  }

  make(): Promise<void> {
    return this.making.make('loudspeaker_docx', { area: this.area === 0 ? null : this.area });
  }
}
