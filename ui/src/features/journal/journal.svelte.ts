import type { AccountRow, AreaRow, Client, JournalLine, JournalQuery, Team } from '../../api/client';
import { wordsOf } from '../../text/words';
import type { Target } from './target';

/** Lines read at once. */
const PAGE = 100;

/** Nothing left out. */
export const EVERYTHING: JournalQuery = {
  who: null,
  program: false,
  from: null,
  to: null,
  kind: null,
  evening: null,
  area: null,
  team: null,
  code: null,
  no: null,
  text: null,
};

/** The journal as it is looked through: its filters, the lines found so far, and the one chosen. */
export class Journal {
  query = $state.raw<JournalQuery>(EVERYTHING);
  lines = $state.raw<JournalLine[]>([]);
  /** Where to go on; null when that was all. */
  next = $state<number | null>(null);
  head = $state(0);
  chosen = $state<number | null>(null);
  loaded = $state(false);
  busy = $state(false);
  /** Words are being looked for; it can be stopped. */
  searching = $state(false);
  error = $state('');
  people = $state.raw<AccountRow[]>([]);
  areas = $state.raw<AreaRow[]>([]);
  teams = $state.raw<Team[]>([]);
  evenings = $state.raw<string[]>([]);

  readonly #client: Client;
  #turn = 0;

  constructor(client: Client, target: Target) {
    this.#client = client;
    this.chosen = target.entry;
    this.query = { ...EVERYTHING, code: target.code, no: target.no };
  }

  get isFiltered(): boolean {
    return JSON.stringify(this.query) !== JSON.stringify(EVERYTHING);
  }

  /** What the filters choose from. */
  async loadChoices(): Promise<void> {
    try {
      const [people, areas, schedule] = await Promise.all([
        this.#client.call('list_every_account', {}),
        this.#client.call('list_areas', {}),
        this.#client.call('list_visits', {}),
      ]);
      this.people = people;
      this.areas = areas;
      this.teams = schedule.teams;
      this.evenings = [...new Set(schedule.visits.map((visit) => visit.on))].sort();
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  async filter(change: Partial<JournalQuery>): Promise<void> {
    const query = { ...this.query, ...change };
    if (change.code !== undefined && change.no === undefined) query.no = null;
    this.query = query;
    this.chosen = null;
    await this.load();
  }

  async load(): Promise<void> {
    this.lines = [];
    this.next = null;
    await this.#read(null);
  }

  async more(): Promise<void> {
    if (this.next !== null && !this.busy) await this.#read(this.next);
  }

  /** Stops looking for words; what was found stays. */
  stop(): void {
    this.#turn++;
    this.searching = false;
    this.busy = false;
  }

  /** Shows an entry, whatever is filtered. */
  choose(entry: number): void {
    this.chosen = entry;
  }

  async #read(before: number | null): Promise<void> {
    const turn = ++this.#turn;
    const wanted = this.lines.length + PAGE;
    this.busy = true;
    this.searching = this.query.text !== null;
    try {
      // Words are looked for some hundred entries at a time.
      for (let from = before; ; ) {
        const page = await this.#client.call('list_journal', { query: this.query, before: from, limit: PAGE });
        if (turn !== this.#turn) return;
        this.lines = [...this.lines, ...page.lines];
        this.next = page.next;
        this.head = page.head;
        this.loaded = true;
        this.error = '';
        this.chosen ??= this.lines[0]?.entry ?? null;
        if (page.next === null || this.lines.length >= wanted || this.query.text === null) break;
        from = page.next;
      }
    } catch (error) {
      if (turn === this.#turn) this.error = wordsOf(error);
    } finally {
      if (turn === this.#turn) {
        this.busy = false;
        this.searching = false;
        this.loaded = true;
      }
    }
  }
}
