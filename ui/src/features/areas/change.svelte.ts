import { Refusal, type AreaEvening, type AreaKind, type AreaRow, type Client, type ErrorCode, type VisitId } from '../../api/client';
import { matches } from '../../text/format';
import { vi } from '../../text/vi';
import { wordsOf } from '../../text/words';

/** Refusals that another day, or another name, mends. */
const DAYS: readonly ErrorCode[] = ['area_past_order', 'evenings_left', 'evening_has_returns', 'merge_same_evening'];
const NAMES: readonly ErrorCode[] = ['area_exists', 'area_near'];

/** Areas shown of those found. */
const MOST = 5;

export type ChangeKind = 'split' | 'merge' | 'end';

/** An area that becomes several, several that become one, or one that leaves: on a day, for a reason. */
export class Change {
  on = $state<string | null>(null);
  onOk = $state(true);
  because = $state('');
  /** Names of the new areas: several of a split, one of a merge. */
  names = $state<string[]>([]);
  kind = $state<AreaKind>('residential_group');
  /** To which of the new areas an evening goes, by its place, where somebody said otherwise. */
  handed = $state<Record<number, number>>({});
  error = $state('');
  /** Words at the day, and at each name. */
  dayError = $state('');
  nameErrors = $state.raw<readonly string[]>([]);
  /** Somebody pressed the button: blanks are pointed at from now on. */
  tried = $state(false);
  saving = $state(false);

  readonly #client: Client;
  readonly what: ChangeKind;
  rows = $state.raw<readonly AreaRow[]>([]);
  /** What is typed to find another area to merge with. */
  query = $state('');
  readonly others: readonly AreaRow[];

  constructor(client: Client, what: ChangeKind, rows: readonly AreaRow[], others: readonly AreaRow[] = []) {
    this.#client = client;
    this.what = what;
    this.rows = rows;
    this.others = others.filter((r) => r.ended_on === null);
    this.kind = rows[0]?.kind ?? 'residential_group';
    this.names = what === 'split' ? ['', ''] : what === 'merge' ? [''] : [];
  }

  /** Living areas that fit what is typed and are not taken yet. */
  get found(): AreaRow[] {
    if (this.query.trim() === '') return [];
    const free = this.others.filter((r) => !this.rows.some((taken) => taken.id === r.id));
    return free.filter((r) => matches(r.label, this.query)).slice(0, MOST);
  }

  take(row: AreaRow): void {
    this.rows = [...this.rows, row];
    this.query = '';
  }

  drop(row: AreaRow): void {
    this.rows = this.rows.filter((r) => r.id !== row.id);
  }

  /** Evenings of that day and later, which need somebody to go to. */
  get evenings(): AreaEvening[] {
    const on = this.on;
    if (on === null) return [];
    return this.rows.flatMap((r) => r.visits).filter((v) => v.is_on && v.on >= on);
  }

  /** Evenings go round the new areas, the first evening to the first, until somebody says otherwise. */
  handedTo(visit: VisitId): number {
    const said = this.handed[visit];
    if (said !== undefined && said < this.names.length) return said;
    const n = this.evenings.findIndex((v) => v.visit === visit);
    return this.names.length === 0 ? 0 : Math.max(0, n) % this.names.length;
  }

  handTo(visit: VisitId, to: number): void {
    this.handed = { ...this.handed, [visit]: to };
  }

  /** Fields still blank, so that the words stand at the right one. */
  get blanks(): { names: boolean[]; because: boolean } {
    return { names: this.names.map((name) => name.trim() === ''), because: this.because.trim() === '' };
  }

  name(at: number, name: string): void {
    this.names = this.names.map((known, i) => (i === at ? name : known));
  }

  async save(): Promise<boolean> {
    if (!this.onOk) return false;
    if (this.on === null) {
      this.dayError = vi.areas.needFrom;
      return false;
    }
    this.tried = true;
    if (this.what === 'merge' && this.rows.length < 2) return false;
    if (this.blanks.because || this.blanks.names.includes(true)) return false;
    this.saving = true;
    this.dayError = '';
    this.nameErrors = [];
    try {
      await this.#put(this.on);
      this.error = '';
      return true;
    } catch (error) {
      this.#refuse(error);
      return false;
    } finally {
      this.saving = false;
    }
  }

  /** A refusal stands at the field that mends it: a name that is taken, the day, or under all. */
  #refuse(error: unknown): void {
    const words = wordsOf(error);
    const wire = error instanceof Refusal ? error.wire : null;
    this.error = '';
    if (wire && DAYS.includes(wire.code)) this.dayError = words;
    else if (wire && NAMES.includes(wire.code)) {
      const taken = this.names.findIndex((name) => name.trim() === wire.params['name']);
      this.nameErrors = this.names.map((_, i) => (i === Math.max(0, taken) ? words : ''));
    } else this.error = words;
  }

  async #put(on: string): Promise<void> {
    const [first] = this.rows;
    const { kind, because } = this;
    if (!first) return;
    const clusters = [...new Set(this.rows.map((r) => r.cluster))];
    const cluster = clusters.length === 1 ? (clusters[0] ?? null) : null;
    switch (this.what) {
      case 'split': {
        const into = this.names.map((name) => ({ name, kind, cluster }));
        const evenings = this.evenings.map((v) => ({ visit: v.visit, to: this.handedTo(v.visit) }));
        await this.#client.call('split_area', { id: first.id, on, into, evenings, because });
        return;
      }
      case 'merge': {
        const ids = this.rows.map((r) => r.id);
        await this.#client.call('merge_areas', { ids, on, name: this.names[0] ?? '', kind, cluster, because });
        return;
      }
      case 'end':
        await this.#client.call('end_area', { id: first.id, on, because });
    }
  }
}
