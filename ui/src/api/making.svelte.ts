import { Background } from './background.svelte';
import type { Client, JobId, Makes, MakeName, SavedFile } from './client';

/** A file being made: progress, a way to stop, and what came of it. */
export class Making extends Background<SavedFile> {
  job = $state<JobId | null>(null);

  readonly #client: Client;

  constructor(client: Client) {
    super();
    this.#client = client;
  }

  get file(): SavedFile | null {
    return this.result;
  }

  set file(file: SavedFile | null) {
    this.result = file;
  }

  async make<N extends MakeName>(name: N, request: Makes[N]): Promise<void> {
    await this.follow(
      async () => {
        const work = await this.#client.job(name, request);
        this.job = work.id;
        return work;
      },
      (work, progress) => work.finished(progress),
    );
  }
}
