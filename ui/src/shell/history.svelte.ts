import type { Api, Undoable } from '../api/client';

interface Deed {
  deed: Undoable;
  entry: number;
}

/** What Ctrl+Z and Ctrl+Y go through: the deeds of this window since its file was opened. */
export class History {
  #back: Deed[] = [];
  #again: Deed[] = [];
  /** The deed being taken back or done again, so that its own entry is told from a new deed. */
  #way: { from: Deed; to: Deed[] } | null = null;
  #busy = false;

  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
    api.onUndoable = (deed, entry) => this.#heard(deed, entry);
  }

  /** The file is in another state: what was done to the one before is not there to be taken back. */
  forget(): void {
    this.#back.length = 0;
    this.#again.length = 0;
  }

  /** The deed that was taken back; `null` if there is none. Throws what the office refuses. */
  undo(): Promise<Undoable | null> {
    return this.#go(this.#back, this.#again);
  }

  redo(): Promise<Undoable | null> {
    return this.#go(this.#again, this.#back);
  }

  async #go(stack: Deed[], to: Deed[]): Promise<Undoable | null> {
    // A second key press while the first is under way would take the same deed.
    if (this.#busy) return null;
    const from = stack.at(-1);
    if (from === undefined) return null;
    this.#busy = true;
    this.#way = { from, to };
    try {
      await this.#api.call('undo', { entry: from.entry });
    } finally {
      // One that is refused would be refused again, and those before it are hidden behind it.
      stack.splice(stack.indexOf(from), 1);
      this.#way = null;
      this.#busy = false;
    }
    return from.deed;
  }

  #heard(deed: Undoable, entry: number): void {
    if (deed === 'undo') {
      if (this.#way) this.#way.to.push({ deed: this.#way.from.deed, entry });
      return;
    }
    this.#back.push({ deed, entry });
    this.#again.length = 0;
  }
}
