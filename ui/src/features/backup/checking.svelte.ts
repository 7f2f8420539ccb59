import type { Client, FileCheck, Inspection } from '../../api/client';
import { wordsOf } from '../../text/words';

/** The check of the whole office file, as somebody asks for it. */
export class Checking {
  running = $state(false);
  done = $state(0);
  of = $state(0);
  check = $state.raw<FileCheck | null>(null);
  cancelled = $state(false);
  error = $state('');

  readonly #client: Client;
  #at: Inspection<FileCheck> | null = null;

  constructor(client: Client) {
    this.#client = client;
  }

  async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    this.check = null;
    this.cancelled = false;
    this.error = '';
    this.done = 0;
    this.of = 0;
    try {
      this.#at = await this.#client.inspect('inspect_file', {});
      this.check = await this.#at.answered((done, of) => {
        this.done = done;
        this.of = of;
      });
      this.cancelled = this.check === null;
    } catch (error) {
      this.error = wordsOf(error);
    } finally {
      this.running = false;
      this.#at = null;
    }
  }

  async cancel(): Promise<void> {
    await this.#at?.cancel();
  }
}
