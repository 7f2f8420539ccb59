import type { Denominator, Numerator, PutTarget, TargetId, TargetRow } from '../../api/client';
import { vi } from '../../text/vi';
import { KeptList } from './kept.svelte';

/** Of whom a count may be a share: like of like, and nothing of itself (`Denominator::fits` in Rust). */
export function fitting(counts: Numerator): Denominator[] {
  if (counts === 'households_met') return ['households'];
  return counts === 'informed' ? ['smartphone15', 'people15'] : ['smartphone15', 'people15', 'people_met'];
}

/** A target while it is being typed. */
export class TargetDraft {
  readonly id: TargetId | null;
  clause = $state('');
  name = $state('');
  counts = $state<Numerator>('installed');
  of = $state<Denominator>('smartphone15');
  goal = $state('50');
  by = $state<string | null>(null);
  byOk = $state(true);

  constructor(row: TargetRow | null, by: string | null) {
    this.id = row?.id ?? null;
    this.by = row?.by ?? by;
    if (!row) return;
    this.clause = row.clause;
    this.name = row.name;
    this.counts = row.counts;
    this.of = row.of;
    this.goal = String(row.goal);
  }

  /** What is counted changes whom it can be a share of. */
  count(counts: Numerator): void {
    this.counts = counts;
    const fit = fitting(counts);
    if (!fit.includes(this.of)) this.of = fit[0] ?? 'people15';
  }

  get goalOk(): boolean {
    return /^\d{1,3}$/.test(this.goal.trim()) && Number(this.goal) >= 1 && Number(this.goal) <= 100;
  }

  get sentence(): string {
    return vi.forms.targets.sentence(this.goalOk ? this.goal.trim() : '', this.of, this.counts, this.by);
  }

  /** The request, or `null` while something in it cannot be read. */
  get request(): PutTarget | null {
    if (!this.goalOk || !this.byOk || this.by === null) return null;
    const { id, clause, name, counts, of, by } = this;
    return { id, clause, name, counts, of, goal: Number(this.goal), by };
  }
}

/** The campaign's targets, in their order. */
export class Targets extends KeptList<TargetRow> {
  /** The campaign's last day, for a new target. */
  endsOn: string | null = null;

  protected async fetch(): Promise<TargetRow[]> {
    const [rows, overview] = await Promise.all([this.client.call('get_targets', {}), this.client.call('get_overview', {})]);
    this.endsOn = overview.ends_on;
    return rows;
  }

  begin(row: TargetRow | null): TargetDraft {
    return new TargetDraft(row, this.endsOn);
  }

  /** Empty when it was done, else the words why not. */
  put(request: PutTarget): Promise<string> {
    return this.does(() => this.client.call('put_target', request));
  }

  remove(row: TargetRow): Promise<string> {
    return this.does(() => this.client.call('remove_target', { id: row.id }));
  }

  /** The plan's two, at once. */
  usePlan(): Promise<string> {
    return this.does(() => this.client.call('add_plan_targets', {}));
  }

  /** One place up or down; at the ends nothing is asked. */
  async move(row: TargetRow, step: -1 | 1): Promise<void> {
    const ids = this.rows.map((r) => r.id);
    const at = ids.indexOf(row.id);
    const to = at + step;
    if (this.busy || at < 0 || to < 0 || to >= ids.length) return;
    ids.splice(to, 0, ...ids.splice(at, 1));
    this.error = await this.does(() => this.client.call('order_targets', { ids }));
  }
}
