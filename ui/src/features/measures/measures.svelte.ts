import type { Client, KeyerRow, Measures } from '../../api/client';
import { compare } from '../../text/format';
import { wordsOf } from '../../text/words';

/** Fewer boxes keyed again say nothing about anybody. */
export const FEWEST_CHECKED = 100;

/** How keying goes. Computed by the office from its journal, asked for when somebody looks. */
export class Rhythm {
  all = $state.raw<Measures | null>(null);
  error = $state('');

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async load(): Promise<void> {
    try {
      this.all = await this.#client.call('get_measures', {});
      this.error = '';
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  /** By name: this is no ranking. */
  get keyers(): KeyerRow[] {
    return [...(this.all?.keyers ?? [])].sort((a, b) => compare(a.name, b.name));
  }
}
