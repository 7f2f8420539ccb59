import {
  Refusal,
  type Client,
  type ForceId,
  type Imported,
  type Problem,
  type SpellingChoice,
  type SpellingQuestion,
  type TableSource,
} from '../api/client';
import { wordsOf } from '../text/words';

export type ImportKind = 'areas' | 'schedule' | 'members';

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
  /** A schedule's areas that the office does not have are added. */
  createAreas = $state(false);
  /** How names are spelled that the table writes in several ways. */
  spellings = $state.raw<SpellingChoice[]>([]);

  /** Members whose line names no force are of this one. */
  force = $state<ForceId | null>(null);

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

  /** Spellings that nobody has decided on. */
  get undecided(): SpellingQuestion[] {
    return this.preview?.questions.filter((q) => !q.decided) ?? [];
  }

  /** The right words for a spelling in doubt, `null` if all are right; what was seen stays while it is asked. */
  async decide(letters: string, words: string | null): Promise<void> {
    this.spellings = [...this.spellings.filter((s) => s.letters !== letters), { letters, words }];
    this.preview = await this.#ask(true);
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
      if (this.kind === 'areas') return await this.#client.call('import_areas', { table, dry_run });
      if (this.kind === 'members') {
        return await this.#client.call('import_members', { table, dry_run, force: this.force });
      }
      const { createAreas: create_areas, spellings } = this;
      return await this.#client.call('import_schedule', { table, dry_run, create_areas, spellings });
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
