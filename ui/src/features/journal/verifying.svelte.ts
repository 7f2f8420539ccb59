import type { Client, HeadFound, Inspection, JournalVerdict } from '../../api/client';
import { wordsOf } from '../../text/words';

/** Walking the journal in the background, and looking for a head that was printed. */
export class Verifying {
  running = $state(false);
  done = $state(0);
  of = $state(0);
  verdict = $state.raw<JournalVerdict | null>(null);
  cancelled = $state(false);
  error = $state('');
  head = $state('');
  found = $state.raw<HeadFound | null>(null);
  headError = $state('');

  readonly #client: Client;
  #at: Inspection<JournalVerdict> | null = null;

  constructor(client: Client) {
    this.#client = client;
  }

  async verify(): Promise<void> {
    if (this.running) return;
    this.running = true;
    this.verdict = null;
    this.cancelled = false;
    this.error = '';
    this.done = 0;
    this.of = 0;
    try {
      this.#at = await this.#client.inspect('verify_journal', {});
      this.verdict = await this.#at.answered((done, of) => {
        this.done = done;
        this.of = of;
      });
      this.cancelled = this.verdict === null;
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
