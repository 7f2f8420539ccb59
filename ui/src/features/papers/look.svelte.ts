import { wordsOf } from '../../text/words';

const PAUSE_MS = 250;

/** What a paper will look like. Only the newest wish is answered; the older pages stay until then. */
export class Look {
  bytes = $state.raw<ArrayBuffer | null>(null);
  error = $state('');
  looking = $state(false);
  /** What is shown, if it is not the whole file. */
  note = $state('');
  /** Why nothing is shown. */
  nothing = $state('');

  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** After a pause: somebody is typing. */
  soon(ask: () => Promise<ArrayBuffer>, note = ''): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.now(ask, note), PAUSE_MS);
  }

  async now(ask: () => Promise<ArrayBuffer>, note = ''): Promise<void> {
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    this.looking = true;
    try {
      const bytes = await ask();
      if (turn !== this.#turn) return;
      this.bytes = bytes;
      this.note = note;
      this.error = '';
      this.nothing = '';
    } catch (error) {
      if (turn === this.#turn) this.error = wordsOf(error);
    } finally {
      if (turn === this.#turn) this.looking = false;
    }
  }

  /** There is nothing to show, and why. */
  none(why: string): void {
    clearTimeout(this.#timer);
    this.#turn++;
    this.bytes = null;
    this.note = '';
    this.error = '';
    this.looking = false;
    this.nothing = why;
  }
}
