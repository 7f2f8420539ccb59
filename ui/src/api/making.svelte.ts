import { wordsOf } from '../text/words';
import type { Client, Job, JobId, Makes, MakeName, SavedFile } from './client';

/** A file being made: progress, a way to stop, and what came of it. */
export class Making {
  running = $state(false);
  done = $state(0);
  of = $state(0);
  file = $state.raw<SavedFile | null>(null);
  job = $state<JobId | null>(null);
  cancelled = $state(false);
  error = $state('');

  readonly #client: Client;
  #at: Job | null = null;

  constructor(client: Client) {
    this.#client = client;
  }

  async make<N extends MakeName>(name: N, request: Makes[N]): Promise<void> {
    if (this.running) return;
    this.running = true;
    this.file = null;
    this.cancelled = false;
    this.error = '';
    this.done = 0;
    this.of = 0;
    try {
      this.#at = await this.#client.job(name, request);
      this.job = this.#at.id;
      this.file = await this.#at.finished((done, of) => {
        this.done = done;
        this.of = of;
      });
      this.cancelled = this.file === null;
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
