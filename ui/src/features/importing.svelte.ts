import { Refusal, type Client, type Imported, type Problem, type TableSource } from '../api/client';
import { wordsOf } from '../text/words';

export type ImportKind = 'areas' | 'schedule';

/** A table being taken over: looked at first, then all of it or nothing. */
export class Importing {
  from = $state<'text' | 'file'>('text');
  text = $state('');
  path = $state('');
  busy = $state(false);
  /** What would happen. */
  preview = $state.raw<Imported | null>(null);
  problems = $state.raw<Problem[]>([]);
  error = $state('');

  readonly #client: Client;
  readonly kind: ImportKind;

  constructor(client: Client, kind: ImportKind) {
    this.#client = client;
    this.kind = kind;
  }

  get table(): TableSource | null {
    if (this.from === 'text') return this.text.trim() === '' ? null : { from: 'text', text: this.text };
    return this.path.trim() === '' ? null : { from: 'file', path: this.path.trim() };
  }

  /** Lines that would change something. */
  get deeds(): number {
    return this.preview === null ? 0 : this.preview.added + this.preview.changed;
  }

  /** The table was touched: what was seen of it is no longer true. */
  touched(): void {
    this.preview = null;
    this.problems = [];
    this.error = '';
  }

  async check(): Promise<void> {
    this.touched();
    this.preview = await this.#ask(true);
  }

  /** What was done; `null` when it was refused, and then nothing was. */
  run(): Promise<Imported | null> {
    return this.#ask(false);
  }

  async #ask(dry_run: boolean): Promise<Imported | null> {
    const table = this.table;
    if (table === null) return null;
    this.busy = true;
    try {
      return await this.#client.call(this.kind === 'areas' ? 'import_areas' : 'import_schedule', { table, dry_run });
    } catch (error) {
      this.preview = null;
      this.error = wordsOf(error);
      this.problems = error instanceof Refusal ? error.wire.problems : [];
      return null;
    } finally {
      this.busy = false;
    }
  }
}
