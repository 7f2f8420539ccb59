import type { AreaId, Client, Counts, Evenings, ApprovalEvening, ObstacleRow, SelfReportRow } from '../../api/client';
import { wordsOf } from '../../text/words';

/** What is approved at once: an evening, or the report of an area that reports by itself. */
export interface Approvable {
  readonly key: string;
  readonly name: string;
  readonly counts: Counts;
  readonly obstacles: readonly ObstacleRow[];
  readonly evening: string | null;
  readonly area: AreaId | null;
}

export function ofEvening(row: ApprovalEvening, name: string): Approvable {
  return { key: row.on, name, counts: row.counts, obstacles: row.obstacles, evening: row.on, area: null };
}

export function ofSelfReport(row: SelfReportRow): Approvable {
  const { counts, obstacles, area } = row;
  return { key: `area ${String(area)}`, name: row.area_label, counts, obstacles, evening: null, area };
}

export const hardOf = (of: Approvable): ObstacleRow[] => of.obstacles.filter((o) => o.hard);
export const softOf = (of: Approvable): ObstacleRow[] => of.obstacles.filter((o) => !o.hard);

/** Evenings to approve: how far each is, what stands in the way, and the two deeds. */
export class Approving {
  all = $state.raw<Evenings | null>(null);
  error = $state('');
  /** The dialog: what is to be approved or opened again, and what is said of it. */
  approving = $state.raw<Approvable | null>(null);
  reopening = $state.raw<Approvable | null>(null);
  words = $state('');
  refused = $state('');
  busy = $state(false);

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async load(): Promise<void> {
    try {
      this.all = await this.#client.call('list_evenings', {});
      this.error = '';
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  /** Evenings that are over, the latest first: the ones to approve this morning stand on top. */
  get past(): ApprovalEvening[] {
    return (this.all?.evenings ?? []).filter((e) => !e.ahead).reverse();
  }

  get ahead(): number {
    return (this.all?.evenings ?? []).filter((e) => e.ahead).length;
  }

  begin(what: 'approving' | 'reopening', of: Approvable): void {
    this.words = '';
    this.refused = '';
    this[what] = of;
  }

  close(): void {
    this.approving = null;
    this.reopening = null;
  }

  approve(): Promise<boolean> {
    const note = this.words.trim() || null;
    return this.#does(this.approving, ({ evening, area }) =>
      evening !== null
        ? this.#client.call('approve_evening', { on: evening, note })
        : this.#client.call('approve_self_report', { area: area as AreaId, note }),
    );
  }

  reopen(): Promise<boolean> {
    const reason = this.words.trim();
    return this.#does(this.reopening, ({ evening, area }) =>
      evening !== null
        ? this.#client.call('reopen_evening', { on: evening, reason })
        : this.#client.call('reopen_self_report', { area: area as AreaId, reason }),
    );
  }

  async #does(of: Approvable | null, deed: (of: Approvable) => Promise<unknown>): Promise<boolean> {
    if (of === null || this.busy) return false;
    this.busy = true;
    try {
      await deed(of);
      this.close();
      await this.load();
      return true;
    } catch (error) {
      this.refused = wordsOf(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
