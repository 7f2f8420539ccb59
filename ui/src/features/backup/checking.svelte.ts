import type { Client, FileCheck } from '../../api/client';
import { wordsOf } from '../../text/words';

/** The check of the whole office file, as somebody asks for it. */
export class Checking {
  running = $state(false);
  check = $state.raw<FileCheck | null>(null);
  error = $state('');

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    this.error = '';
    try {
      this.check = await this.#client.call('check_file', {});
    } catch (error) {
      this.error = wordsOf(error);
    } finally {
      this.running = false;
    }
  }
}
