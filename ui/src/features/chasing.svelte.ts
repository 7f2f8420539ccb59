import type { ChaseText, Client, Makes } from '../api/client';
import { Making } from '../api/making.svelte';
import { wordsOf } from '../text/words';
import { copy } from './copy';

/** Which packets are asked for; nothing said: all that are late. */
export type Asked = Makes['chase_slip_pdf'];

const LATE: Asked = { evening: null, visit: null, person: null };

/** Asking for sheets that did not come back: on paper, or by a message. */
export class Chasing {
  /** Messages to choose from; one alone is copied at once. */
  messages = $state.raw<ChaseText[]>([]);
  error = $state('');
  readonly making: Making;

  readonly #client: Client;
  readonly #copy: (text: string) => Promise<boolean>;

  constructor(client: Client, toClipboard: (text: string) => Promise<boolean> = copy) {
    this.#client = client;
    this.#copy = toClipboard;
    this.making = new Making(client);
  }

  async slip(asked: Asked = LATE): Promise<void> {
    this.error = '';
    await this.making.make('chase_slip_pdf', asked);
  }

  async zalo(asked: Asked = LATE): Promise<void> {
    this.error = '';
    try {
      const messages = await this.#client.call('get_sheet_chase', asked);
      const [only] = messages;
      // A window without a clipboard shows the text to be marked by hand.
      if (only && messages.length === 1 && (await this.#copy(only.text))) return;
      this.messages = messages;
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  copy(message: ChaseText): Promise<boolean> {
    return this.#copy(message.text);
  }

  close(): void {
    this.messages = [];
  }
}
