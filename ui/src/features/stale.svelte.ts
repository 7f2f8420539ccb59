import type { Client, StalePaper } from '../api/client';

/** Printed papers that the schedule has left behind. */
export class Stale {
  papers = $state.raw<StalePaper[]>([]);

  readonly #client: Client;
  #asked = 0;

  constructor(client: Client) {
    this.#client = client;
  }

  /** A list that cannot be read now is read again with the next change: the schedule itself says so. */
  async load(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const papers = await this.#client.call('list_stale', {});
      if (asked === this.#asked) this.papers = papers;
    } catch {
      if (asked === this.#asked) this.papers = [];
    }
  }

  listen(): () => void {
    void this.load();
    return this.#client.onChanged(STALE_TABLES, () => void this.load());
  }
}

/** Whatever a paper can be stale by. */
export const STALE_TABLES = [
  'printing',
  'visit',
  'visit_team',
  'visit_member',
  'area',
  'area_name',
  'campaign',
  'team',
  'flyer',
  'office',
  'document',
] as const;
