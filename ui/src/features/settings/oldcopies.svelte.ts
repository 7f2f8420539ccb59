import type { Client, OldCopies } from '../../api/client';
import { wordsOf } from '../../text/words';

/** What still holds contacts that were deleted, and taking the old backups away. */
export class Leftovers {
  copies = $state.raw<OldCopies | null>(null);
  error = $state('');
  busy = $state(false);

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  /** Something is left that somebody should know of. */
  get any(): boolean {
    const c = this.copies;
    return c !== null && c.deleted_on !== null && c.copies.length + c.others.length + c.papers.length > 0;
  }

  async load(): Promise<void> {
    try {
      this.copies = await this.#client.call('list_old_copies', {});
      this.error = '';
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  /** A newer backup, without which the old ones stay. */
  async backUp(): Promise<boolean> {
    return this.#does(() => this.#client.backups({ do: 'make' }));
  }

  /** How many went; `null` when it was refused. */
  async takeAway(): Promise<number | null> {
    let count = 0;
    const done = await this.#does(async () => (count = await this.#client.call('delete_old_copies', {})));
    return done ? count : null;
  }

  async #does(deed: () => Promise<unknown>): Promise<boolean> {
    this.busy = true;
    try {
      await deed();
      await this.load();
      return this.error === '';
    } catch (error) {
      this.error = wordsOf(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
