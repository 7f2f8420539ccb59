import {
  Refusal,
  type Client,
  type ForceId,
  type Imported,
  type Look,
  type Problem,
  type Reading,
  type SpellingChoice,
  type SpellingQuestion,
  type TableSource,
} from '../api/client';
import { wordsOf } from '../text/words';

export type ImportKind = 'areas' | 'schedule' | 'members';

/** The headings say it all. */
const NOTHING_SAID: Reading = { sheet: null, heading: null, columns: [], names: [] };

/** The two names of a problem that a person can settle: one area, or two. */
export function nearNames(problem: Problem): { name: string; other: string } | null {
  const { name, other, existing } = problem.params;
  if (problem.code === 'near_duplicate' && name !== undefined && other !== undefined) return { name, other };
  if (problem.code === 'near_existing_area' && name !== undefined && existing !== undefined) return { name, other: existing };
  return null;
}

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

  /** The table as it lies there, with what its columns are taken for. */
  look = $state.raw<Look | null>(null);
  /** What a person says of it. */
  reading = $state.raw<Reading>(NOTHING_SAID);

  /** Members whose line names no force are of this one. */
  force = $state<ForceId | null>(null);

  readonly #client: Client;
  readonly kind: ImportKind;

  constructor(client: Client, kind: ImportKind) {
    this.#client = client;
    this.kind = kind;
  }

  get table(): TableSource | null {
    const said = this.reading === NOTHING_SAID ? {} : { reading: this.reading };
    if (this.from === 'text') return this.text.trim() === '' ? null : { from: 'text', text: this.text, ...said };
    return this.path.trim() === '' ? null : { from: 'file', path: this.path.trim(), ...said };
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

  /** The table was touched: what was seen and said of it is no longer true. */
  touched(): void {
    this.#unsee();
    this.look = null;
    this.reading = NOTHING_SAID;
  }

  async check(): Promise<void> {
    this.#unsee();
    const looked = this.#looked();
    this.preview = await this.#ask(true);
    await looked;
  }

  /** Another sheet or heading row: what was said of columns was of the other one. */
  async say(what: { sheet: string } | { heading: number }): Promise<void> {
    const sheet = 'sheet' in what ? what.sheet : (this.look?.sheet ?? null);
    const heading = 'heading' in what ? what.heading : null;
    this.reading = { ...this.reading, sheet, heading, columns: [] };
    await this.check();
  }

  /** What a column is; `null`: it is not used. A column that was the same before gives way. */
  async name(at: number, field: string | null): Promise<void> {
    const kept = this.reading.columns.filter((c) => c.at !== at && (field === null || c.field !== field));
    const { sheet, heading } = this.look ?? { sheet: null, heading: null };
    this.reading = { ...this.reading, sheet, heading, columns: [...kept, { at, field }] };
    await this.check();
  }

  /** Whether two names that are nearly alike are one. */
  async decideName(name: string, other: string, same: boolean): Promise<void> {
    this.reading = { ...this.reading, names: [...this.reading.names, { name, other, same }] };
    await this.check();
  }

  #unsee(): void {
    this.preview = null;
    this.problems = [];
    this.error = '';
  }

  /** Beside the dry run, which tells what is wrong. */
  async #looked(): Promise<void> {
    const table = this.table;
    if (table === null) return;
    try {
      this.look = await this.#client.call('look_at_table', { kind: this.kind, table });
    } catch {
      this.look = null;
    }
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
