import type { SavedFile } from '../../api/client';
import type { Host } from '../../host/host';
import { vi } from '../../text/vi';
import { doorWords } from '../doors';

/** A picture on its way to the office's papers, and what came of it. */
export class Saving {
  file = $state.raw<SavedFile | null>(null);
  error = $state('');
  /** Why the file was not shown; it is there all the same. */
  refused = $state('');

  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  async save(name: string, bytes: Uint8Array): Promise<void> {
    this.file = null;
    this.error = '';
    this.refused = '';
    try {
      this.file = await this.#host.savePicture(name, bytes);
    } catch (error) {
      this.error = doorWords(error, vi.progress.notSaved);
    }
  }

  open(): Promise<void> {
    return this.#walk((file) => this.#host.open(null, file));
  }

  reveal(): Promise<void> {
    return this.#walk((file) => this.#host.reveal(file));
  }

  get canReveal(): boolean {
    return this.#host.can.reveal;
  }

  async #walk(door: (file: SavedFile) => Promise<void>): Promise<void> {
    this.refused = '';
    try {
      if (this.file) await door(this.file);
    } catch (error) {
      this.refused = doorWords(error, vi.made.notOpened);
    }
  }
}
