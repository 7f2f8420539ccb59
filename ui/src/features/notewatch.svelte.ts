import type { Client, Personal } from '../api/client';

/** Texts that cannot hold a number or an address are not asked about. */
const MAY_HOLD = /\d[\d .+-]{7,}\d|@/;
const PAUSE = 400;

/** What a note seems to hold of a person, asked once typing pauses. A warning, never a refusal: a failed question warns of nothing. */
export class NoteWatch {
  found = $state.raw<Personal[]>([]);

  readonly #client: Client;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #asked = '';

  constructor(client: Client) {
    this.#client = client;
  }

  /** The note as it is now. */
  see(text: string): void {
    clearTimeout(this.#waiting);
    this.#asked = text;
    if (!MAY_HOLD.test(text)) {
      this.found = [];
      return;
    }
    this.#waiting = setTimeout(() => void this.ask(text), PAUSE);
  }

  async ask(text: string): Promise<void> {
    this.#asked = text;
    try {
      const found = await this.#client.call('check_note', { text });
      // What was typed meanwhile is asked about by itself.
      if (this.#asked === text) this.found = found;
    } catch {
      this.found = [];
    }
  }

  stop(): void {
    clearTimeout(this.#waiting);
  }
}
