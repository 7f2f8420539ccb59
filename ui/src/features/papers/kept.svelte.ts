import type { Client } from '../../api/client';
import { wordsOf } from '../../text/words';

/** What a part of the print room keeps: read as a whole, again after each deed and when somebody else changes it. */
export abstract class Kept<T> {
  held = $state.raw<T | null>(null);
  error = $state('');
  /** Why the last deed was refused; stands where it was asked for. */
  refused = $state('');
  busy = $state(false);

  protected readonly client: Client;
  #asked = 0;

  constructor(client: Client) {
    this.client = client;
  }

  /** Tables that change it. */
  protected abstract readonly tables: readonly string[];
  protected abstract fetch(): Promise<T>;

  /** A newer question makes an older answer void. */
  async load(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const held = await this.fetch();
      if (asked !== this.#asked) return;
      this.held = held;
      this.error = '';
    } catch (error) {
      if (asked === this.#asked) this.error = wordsOf(error);
    }
  }

  listen(): () => void {
    void this.load();
    return this.client.onChanged(this.tables, () => void this.load());
  }

  /** Whether it was done. */
  protected async does(deed: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.refused = '';
    try {
      await deed();
      await this.load();
      return true;
    } catch (error) {
      this.refused = wordsOf(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
