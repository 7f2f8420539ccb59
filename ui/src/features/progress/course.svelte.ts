import type { Client, Progress } from '../../api/client';
import { wordsOf } from '../../text/words';

/** Whatever changes a figure, a name beside it or what is still ahead. */
const TABLES = [
  'visit',
  'sheet',
  'tally',
  'area',
  'area_name',
  'area_heir',
  'area_base',
  'target',
  'campaign',
  'form',
  'indicator',
] as const;

/** How far the campaign is, read again when something it is made of changes. */
export class Course {
  progress = $state.raw<Progress | null>(null);
  /** Whose figures they are, for pictures that leave the program. */
  office = $state('');
  error = $state('');
  /** The day the figures stand for; without one, now. */
  to = $state<string | null>(null);
  loading = $state(false);

  readonly #client: Client;
  #asked = 0;

  constructor(client: Client) {
    this.#client = client;
  }

  /** A newer question makes an older answer void. */
  async load(): Promise<void> {
    const asked = ++this.#asked;
    this.loading = true;
    try {
      const progress = await this.#client.call('get_progress', { to: this.to });
      if (asked !== this.#asked) return;
      this.progress = progress;
      this.error = '';
    } catch (error) {
      if (asked === this.#asked) this.error = wordsOf(error);
    } finally {
      if (asked === this.#asked) this.loading = false;
    }
  }

  /** Figures of another day. */
  async at(day: string | null): Promise<void> {
    if (day === this.to) return;
    this.to = day;
    await this.load();
  }

  listen(): () => void {
    void this.load();
    void this.#client.call('get_overview', {}).then(
      (overview) => (this.office = overview.office_name),
      // Only the foot of a saved picture would say it.
      () => undefined,
    );
    return this.#client.onChanged(TABLES, () => void this.load());
  }

  get nothingKeyed(): boolean {
    const p = this.progress;
    return p !== null && p.heat.most === null && p.heat.areas.every((a) => a.stages.every((n) => n === null));
  }
}
