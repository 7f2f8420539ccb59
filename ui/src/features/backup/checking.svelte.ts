import { Background } from '../../api/background.svelte';
import type { Client, FileCheck } from '../../api/client';

/** The check of the whole office file, as somebody asks for it. */
export class Checking extends Background<FileCheck> {
  readonly #client: Client;

  constructor(client: Client) {
    super();
    this.#client = client;
  }

  get check(): FileCheck | null {
    return this.result;
  }

  async run(): Promise<void> {
    await this.follow(
      () => this.#client.inspect('inspect_file', {}),
      (work, progress) => work.answered(progress),
    );
  }
}
