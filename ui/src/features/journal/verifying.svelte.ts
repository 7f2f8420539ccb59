import { Background } from '../../api/background.svelte';
import type { Client, HeadFound, JournalVerdict } from '../../api/client';
import { wordsOf } from '../../text/words';

/** Walking the journal in the background, and looking for a head that was printed. */
export class Verifying extends Background<JournalVerdict> {
  head = $state('');
  found = $state.raw<HeadFound | null>(null);
  headError = $state('');

  readonly #client: Client;

  constructor(client: Client) {
    super();
    this.#client = client;
  }

  get verdict(): JournalVerdict | null {
    return this.result;
  }

  async verify(): Promise<void> {
    await this.follow(
      () => this.#client.inspect('verify_journal', {}),
      (work, progress) => work.answered(progress),
    );
  }

  async lookUp(): Promise<void> {
    this.found = null;
    this.headError = '';
    try {
      this.found = await this.#client.call('find_head', { text: this.head });
    } catch (error) {
      this.headError = wordsOf(error);
    }
  }
}
