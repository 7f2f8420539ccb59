import type { Client, PacketsTaken, WardList, WardRow } from '../../api/client';
import { wordsOf } from '../../text/words';

/** The wards that are held, read again whenever one comes or goes. */
export class Wards {
  list = $state.raw<WardList | null>(null);
  error = $state('');

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async load(): Promise<void> {
    this.error = '';
    try {
      this.list = await this.#client.call('list_wards', {});
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  listen(): () => void {
    void this.load();
    return this.#client.onChanged(['ward_packet', 'target', 'area', 'campaign', 'file'], () => void this.load());
  }

  /** Whether it is gone; if not, the reason stands in `error`. */
  async drop(ward: WardRow): Promise<boolean> {
    this.error = '';
    try {
      await this.#client.call('drop_ward', { id: ward.id });
      return true;
    } catch (error) {
      this.error = wordsOf(error);
      return false;
    }
  }
}

/** Files being taken in: looked at first, then every ward that counts. */
export class Taking {
  /** Chosen through the system's dialog. */
  picked = $state.raw<string[]>([]);
  /** Typed where there is no dialog, a line each. */
  typed = $state('');
  busy = $state(false);
  look = $state.raw<PacketsTaken | null>(null);
  error = $state('');

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  get paths(): string[] {
    const typed = this.typed.split('\n').map((line) => line.trim());
    return [...this.picked, ...typed.filter((line) => line !== '')];
  }

  /** What was seen is not of these files any more. */
  touched(): void {
    this.look = null;
    this.error = '';
  }

  async check(): Promise<void> {
    if (this.paths.length === 0 || this.busy) return;
    await this.#ask(async () => {
      this.look = await this.#client.call('look_at_packets', { paths: this.paths });
    });
  }

  /** How many were taken in; `null` if it was refused. */
  async run(): Promise<number | null> {
    let taken: number | null = null;
    await this.#ask(async () => {
      taken = (await this.#client.call('take_packets', { paths: this.paths })).taken;
    });
    return taken;
  }

  async #ask(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.error = '';
    try {
      await work();
    } catch (error) {
      this.error = wordsOf(error);
    } finally {
      this.busy = false;
    }
  }
}
