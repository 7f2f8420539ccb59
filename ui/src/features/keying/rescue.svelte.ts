import type { Candidate } from '../../api/client';
import type { Table } from './table.svelte';

/** The right box is among so many nearly always. */
const SHOWN = 4;

/** Walks through the boxes where the one slip may be that makes a sheet's sums fail. It changes nothing. */
export class Rescue {
  readonly #table: Table;
  /** The candidate the cursor was brought to; `null`: nobody walks. */
  at = $state<number | null>(null);

  constructor(table: Table) {
    this.#table = table;
  }

  /** As many as a person looks at. */
  get candidates(): readonly Candidate[] {
    return this.#table.accepted ? [] : (this.#table.view?.rescues.slice(0, SHOWN) ?? []);
  }

  /** The walk begins at the likeliest box. Answers whether there is one. */
  start(): boolean {
    this.at = null;
    return this.next();
  }

  /** To the next candidate, after the last to the first. */
  next(): boolean {
    const all = this.candidates;
    if (all.length === 0) return false;
    this.at = this.at === null ? 0 : (this.at + 1) % all.length;
    const no = all[this.at]?.changes[0]?.no;
    const stop = no === undefined ? -1 : this.#table.find(no);
    if (stop === -1) return false;
    this.#table.go(stop);
    return true;
  }

  /** Whether the cursor stands where the walk brought it. */
  isAt(at: number): boolean {
    const no = this.at === null ? undefined : this.candidates[this.at]?.changes[0]?.no;
    return no !== undefined && this.#table.find(no) === at;
  }

  /** What might stand in a box instead, for its margin. */
  insteadOf(no: string): (number | null)[] {
    const found = this.candidates.flatMap((c) => c.changes.filter((change) => change.no === no).map((change) => change.to));
    return [...new Set(found)];
  }

  end(): void {
    this.at = null;
  }
}
