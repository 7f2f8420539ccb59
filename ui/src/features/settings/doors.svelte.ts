import type { Client, DoorsView, NewUnlockSheet } from '../../api/client';
import { vi } from '../../text/vi';
import { wordsOf } from '../../text/words';

const LONGEST_IDLE = 240;

/** How the doors of the office are kept: who may do what, after how long a screen is locked, the unlock sheet. */
export class Doors {
  view = $state.raw<DoorsView | null>(null);
  minutes = $state('');
  error = $state('');
  busy = $state(false);
  /** Made a moment ago: its code is shown while this stands, and nowhere afterwards. */
  sheet = $state.raw<NewUnlockSheet | null>(null);

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async load(): Promise<void> {
    try {
      const before = this.view?.idle_minutes;
      this.view = await this.#client.call('get_doors', {});
      // What is being typed stays.
      if (this.minutes === '' || this.minutes === String(before)) this.minutes = String(this.view.idle_minutes);
      this.error = '';
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  /** Answers the minutes that hold now; `null`: they were refused. */
  async saveMinutes(): Promise<number | null> {
    const minutes = /^\d{1,3}$/.test(this.minutes.trim()) ? Number(this.minutes) : 0;
    if (minutes < 1 || minutes > LONGEST_IDLE) {
      this.error = vi.doors.idle.bad;
      return null;
    }
    return (await this.#does(() => this.#client.call('set_idle', { minutes }))) ? minutes : null;
  }

  async makeSheet(): Promise<void> {
    await this.#does(async () => {
      this.sheet = await this.#client.call('make_unlock_sheet', {});
    });
  }

  async #does(deed: () => Promise<unknown>): Promise<boolean> {
    this.busy = true;
    this.error = '';
    try {
      await deed();
      await this.load();
      return true;
    } catch (error) {
      this.error = wordsOf(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
