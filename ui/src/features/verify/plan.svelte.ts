import type { AskedMode, Client } from '../../api/client';
import { parseCount } from '../../text/format';
import { vi } from '../../text/vi';
import { wordsOf } from '../../text/words';

export type Kind = AskedMode['kind'];

/** What stands in the dialog before anybody has set a plan. */
const USUAL = { n: 10, ceiling: 3 };

/** How much is to be keyed a second time, while it is being set. */
export class Plan {
  kind = $state<Kind>('all');
  n = $state(String(USUAL.n));
  ceiling = $state(String(USUAL.ceiling));
  /** At the number that is no number. */
  problem = $state('');
  error = $state('');
  busy = $state(false);

  readonly #client: Client;

  constructor(client: Client, now: AskedMode | null) {
    this.#client = client;
    if (now === null) return;
    this.kind = now.kind;
    if (now.kind === 'one_in') this.n = String(now.n);
    if (now.kind === 'aimed') this.ceiling = String(now.ceiling);
  }

  /** `null`: a number is missing. */
  get mode(): AskedMode | null {
    if (this.kind === 'all') return { kind: 'all' };
    const number = parseCount(this.kind === 'one_in' ? this.n : this.ceiling);
    if (number === null) return null;
    return this.kind === 'one_in' ? { kind: 'one_in', n: number } : { kind: 'aimed', ceiling: number };
  }

  /** Answers whether it is set. */
  async save(): Promise<boolean> {
    const { mode } = this;
    this.problem = mode === null ? vi.second.notWhole : '';
    return mode !== null && (await this.#set(mode));
  }

  /** Nothing is asked for any more. */
  drop(): Promise<boolean> {
    return this.#set(null);
  }

  async #set(mode: AskedMode | null): Promise<boolean> {
    this.busy = true;
    this.error = '';
    try {
      await this.#client.call('set_verification', { mode });
      return true;
    } catch (error) {
      this.error = wordsOf(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
