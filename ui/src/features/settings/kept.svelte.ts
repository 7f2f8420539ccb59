import type { Client } from '../../api/client';
import { wordsOf } from '../../text/words';

/** A list the office keeps, and what was last refused of it. */
export abstract class KeptList<Row> {
  rows = $state.raw<Row[]>([]);
  loaded = $state(false);
  error = $state('');
  busy = $state(false);

  protected readonly client: Client;

  constructor(client: Client) {
    this.client = client;
  }

  protected abstract fetch(): Promise<Row[]>;

  async load(): Promise<void> {
    try {
      this.rows = await this.fetch();
      this.error = '';
      this.loaded = true;
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  /** Empty when it was done, else the words why not. */
  protected async does(deed: () => Promise<unknown>, done?: () => void): Promise<string> {
    this.busy = true;
    try {
      await deed();
      done?.();
      await this.load();
      return '';
    } catch (error) {
      return wordsOf(error);
    } finally {
      this.busy = false;
    }
  }
}

/** Such a list with one dialog, for a new line or one that is changed; it closes once the deed is done. */
export abstract class EditedList<Row> extends KeptList<Row> {
  open = $state(false);
  /** The line being changed; `null` is a new one. */
  editing = $state.raw<Row | null>(null);

  protected opened(row: Row | null): void {
    this.editing = row;
    this.error = '';
    this.open = true;
  }

  protected refuses(words: string): false {
    this.error = words;
    return false;
  }

  protected async edits(deed: () => Promise<unknown>): Promise<boolean> {
    const words = await this.does(deed, () => (this.open = false));
    return words === '' || this.refuses(words);
  }
}
