import type { Client, SheetRow, SheetView, VisitRow } from '../../api/client';
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
      this.selfRows = await this.#client.call('list_sheets', { evening: null, which: 'own_reports' });
      this.loaded = true;
      if (this.chosen === null) {
        const past = this.list.filter((e) => e.on <= today);
        this.chosen = (past.at(-1) ?? this.list[0])?.on ?? (this.selfRows.length > 0 ? SELF : null);
      }
      await this.refresh();
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  /** Another evening; the one shown is not read again. */
  async show(evening: string | null): Promise<void> {
    if (evening === this.chosen) return;
    this.chosen = evening;
    await this.refresh();
  }

  async refresh(): Promise<void> {
    const { chosen } = this;
    if (chosen === null) return;
    try {
      const rows = await this.#client.call(
        'list_sheets',
        chosen === SELF ? { evening: null, which: 'own_reports' } : { evening: chosen },
      );
      if (this.chosen === chosen) this.rows = rows;
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  /** A sheet as a write left it: its row says so, and nothing is read again. */
  take(view: SheetView): void {
    this.rows = this.rows.map((row) => {
      if (row.code !== view.code) return row;
      const { state, state_word, missing } = view;
      const counted = view.boxes.filter((b) => !b.control).length;
      const impossible = view.failures.some((f) => f.severity === 'hard');
      return { ...row, state, state_word, missing, impossible, filled: counted - missing.length };
    });
  }
}
