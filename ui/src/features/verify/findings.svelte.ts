import type { Calls, CallName, Client, Duplicates } from '../../api/client';
import { rowAfter } from '../../keyboard/rows';
import { vi } from '../../text/vi';
import { wordsOf } from '../../text/words';
import { findingsOf, type Finding } from './findings';
import { Work } from './work.svelte';

/** What the last deed came to. */
interface Said {
  tone: 'good' | 'wait';
  words: string;
}

/** What does not agree, which of it is looked at, and what is done about it. */
export class Findings {
  readonly work: Work;
  duplicates = $state.raw<Duplicates | null>(null);
  error = $state('');
  busy = $state(false);
  said = $state.raw<Said | null>(null);
  reason = $state('');
  /** At the reason that is missing. */
  problem = $state('');
  #chosen = $state<string | null>(null);
  /** Where the chosen one stood, for what comes after it. */
  #place = 0;

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
    this.work = new Work(client);
  }

  async load(): Promise<void> {
    await this.work.load();
    try {
      this.duplicates = await this.#client.call('list_duplicates', { undecided_only: false });
    } catch (error) {
      this.work.error = wordsOf(error);
    }
  }

  get ready(): boolean {
    return this.work.view !== null && this.duplicates !== null;
  }

  readonly list: Finding[] = $derived.by(() => {
    const { view } = this.work;
    return view === null || this.duplicates === null ? [] : findingsOf(view, this.duplicates);
  });

  /** The one that is looked at; once it is done, the one that took its place. */
  get at(): Finding | null {
    return this.list.find((f) => f.key === this.#chosen) ?? this.list[Math.min(this.#place, this.list.length - 1)] ?? null;
  }

  choose(key: string | null): void {
    if (key !== this.at?.key) this.forget();
    this.#chosen = key;
    this.#place = Math.max(
      0,
      this.list.findIndex((f) => f.key === key),
    );
  }

  /** The first finding about a sheet, if there is one. */
  chooseSheet(code: string): void {
    const found = this.list.find((f) => f.code === code || f.code.replace('-', '') === code);
    if (found) this.choose(found.key);
  }

  step(by: number): void {
    this.choose(rowAfter(this.list, (f) => f === this.at, by)?.key ?? null);
  }

  /** What was begun about one finding is not said about another. */
  forget(): void {
    this.reason = '';
    this.problem = '';
    this.error = '';
  }

  /** A deed that takes a reason. Answers whether it is done. */
  async give<N extends CallName>(name: N, request: (reason: string) => Calls[N]['request'], words: string): Promise<boolean> {
    const reason = this.reason.trim();
    this.problem = reason === '' ? vi.findings.reasonMissing : '';
    return reason !== '' && (await this.done(name, request(reason), words));
  }

  async done<N extends CallName>(name: N, request: Calls[N]['request'], words: string): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.error = '';
    try {
      await this.#client.call(name, request);
      await this.finished({ tone: 'good', words });
      return true;
    } catch (error) {
      this.error = wordsOf(error);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** Something was done about the one that is looked at: the lists are read anew. */
  async finished(said: Said): Promise<void> {
    this.choose(this.at?.key ?? null);
    await this.load();
    this.forget();
    this.said = said;
  }
}
