import type { AreaEvening, AreaKind, AreaRow, Client, VisitId } from '../../api/client';
import { vi } from '../../text/vi';
import { wordsOf } from '../../text/words';

export type ChangeKind = 'split' | 'merge' | 'end';

/** An area that becomes several, several that become one, or one that leaves: on a day, for a reason. */
export class Change {
  on = $state<string | null>(null);
  onOk = $state(true);
  because = $state('');
  /** Names of the new areas: several of a split, one of a merge. */
  names = $state<string[]>([]);
  kind = $state<AreaKind>('residential_group');
  /** To which of the new areas an evening goes, by its place; -1 while nobody said. */
  handed = $state<Record<number, number>>({});
  error = $state('');
  saving = $state(false);

  readonly #client: Client;
  readonly what: ChangeKind;
  readonly rows: readonly AreaRow[];

  constructor(client: Client, what: ChangeKind, rows: readonly AreaRow[]) {
    this.#client = client;
    this.what = what;
    this.rows = rows;
    this.kind = rows[0]?.kind ?? 'residential_group';
    this.names = what === 'split' ? ['', ''] : what === 'merge' ? [''] : [];
  }

  /** Evenings of that day and later, which need somebody to go to. */
  get evenings(): AreaEvening[] {
    const on = this.on;
    if (on === null) return [];
    return this.rows.flatMap((r) => r.visits).filter((v) => v.is_on && v.on >= on);
  }

  handedTo(visit: VisitId): number {
    return this.handed[visit] ?? -1;
  }

  name(at: number, name: string): void {
    this.names = this.names.map((known, i) => (i === at ? name : known));
  }

  async save(): Promise<boolean> {
    if (!this.onOk) return false;
    if (this.on === null) {
      this.error = vi.areas.needFrom;
      return false;
    }
    if (this.what === 'split' && this.evenings.some((v) => this.handedTo(v.visit) < 0)) {
      this.error = vi.areas.needHeirs;
      return false;
    }
    this.saving = true;
    try {
      await this.#put(this.on);
      this.error = '';
      return true;
    } catch (error) {
      this.error = wordsOf(error);
      return false;
    } finally {
      this.saving = false;
    }
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
