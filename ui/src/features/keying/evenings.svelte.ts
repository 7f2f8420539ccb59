import type { Client, SheetRow, VisitRow } from '../../api/client';
import { wordsOf } from '../../text/words';

/** Evening of the sheets of areas that report by themselves. */
export const SELF = 'self';

/** The sheets of one evening, beside the keying. */
export class Evenings {
  visits = $state.raw<VisitRow[]>([]);
  /** The evening shown: a day, or the areas that report by themselves. */
  chosen = $state<string | null>(null);
  rows = $state.raw<SheetRow[]>([]);
  selfRows = $state.raw<SheetRow[]>([]);
  error = $state('');
  loaded = $state(false);

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  /** Evenings that have sheets, with their areas. */
  get list(): { on: string; areas: string }[] {
    const by = new Map<string, string[]>();
    for (const visit of this.visits) {
      if (visit.sheets + visit.spares === 0) continue;
      by.set(visit.on, [...(by.get(visit.on) ?? []), visit.area_name]);
    }
    return [...by].map(([on, areas]) => ({ on, areas: areas.join(', ') }));
  }

  get expected(): SheetRow[] {
    return this.rows.filter((r) => r.expected);
  }

  get keyed(): number {
    return this.expected.filter((r) => ['keyed', 'verified', 'locked'].includes(r.state)).length;
  }

  /** Nothing has been numbered yet. */
  get none(): boolean {
    return this.loaded && this.list.length === 0 && this.selfRows.length === 0;
  }

  async load(today: string): Promise<void> {
    try {
      this.visits = (await this.#client.call('list_visits', {})).visits;
      const all = await this.#client.call('list_sheets', { evening: null });
      this.selfRows = all.filter((r) => r.kind === 'self_report');
      this.loaded = true;
      if (this.chosen === null) {
        const past = this.list.filter((e) => e.on <= today);
        this.chosen = (past.at(-1) ?? this.list[0])?.on ?? (this.selfRows.length > 0 ? SELF : null);
      }
      this.#fill(all);
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  async show(evening: string | null): Promise<void> {
    this.chosen = evening;
    await this.refresh();
  }

  async refresh(): Promise<void> {
    if (this.chosen === null) return;
    try {
      const self = this.chosen === SELF;
      this.#fill(await this.#client.call('list_sheets', { evening: self ? null : this.chosen }));
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  #fill(rows: readonly SheetRow[]): void {
    this.rows = rows.filter((r) => (this.chosen === SELF ? r.kind === 'self_report' : r.on === this.chosen));
  }
}
