import type { AccountRow, BackupRequest, BackupRow, BackupState, Client } from '../../api/client';
import { rowAfter } from '../../keyboard/rows';
import { wordsOf } from '../../text/words';

/** What is under way, so that its own button says so. */
export type Doing = BackupRequest['do'] | null;

/** The backups of one day, the latest first. */
export interface Day {
  day: string;
  rows: BackupRow[];
}

/** The copies of the office file: what there is, making one, the second place. */
export class Backups {
  state = $state.raw<BackupState | null>(null);
  error = $state('');
  doing = $state<Doing>(null);
  chosenNumber = $state<number | null>(null);
  /** Who may do what others may not, by name. */
  administrators = $state.raw<string[]>([]);

  readonly #client: Client;
  readonly #who: AccountRow;
  #asked = 0;

  constructor(client: Client, who: AccountRow) {
    this.#client = client;
    this.#who = who;
  }

  get isAdministrator(): boolean {
    return this.#who.role === 'administrator';
  }

  get rows(): BackupRow[] {
    return this.state?.backups ?? [];
  }

  /** By the day they bear; the order stays that of their numbers, whatever the clock said. */
  get days(): Day[] {
    const days: Day[] = [];
    for (const row of this.rows) {
      const day = row.stamp.at.slice(0, 10);
      const last = days.at(-1);
      if (last?.day === day) last.rows.push(row);
      else days.push({ day, rows: [row] });
    }
    return days;
  }

  get chosen(): BackupRow | null {
    return this.rows.find((row) => row.stamp.number === this.chosenNumber) ?? this.rows[0] ?? null;
  }

  /** The latest that counts, with what it holds. */
  get last(): BackupRow | null {
    const number = this.state?.brief.last?.number;
    return this.rows.find((row) => row.stamp.number === number) ?? null;
  }

  /** The row a step leads to becomes the chosen one. */
  step(by: number): BackupRow | null {
    const here = this.chosen?.stamp.number;
    const next = rowAfter(this.rows, (row) => row.stamp.number === here, by);
    if (next) this.chosenNumber = next.stamp.number;
    return next ?? null;
  }

  async load(): Promise<void> {
    // What is under way answers with the state it leaves.
    if (this.doing === null) await this.ask({ do: 'state' });
  }

  async loadNames(): Promise<void> {
    try {
      const accounts = await this.#client.call('list_accounts', {});
      this.administrators = accounts.filter((a) => a.active && a.role === 'administrator').map((a) => a.name);
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  /** Whether it was done; what was refused stands in `error`. */
  async ask(request: BackupRequest): Promise<boolean> {
    this.error = await this.tries(request);
    return this.error === '';
  }

  /** Empty when it was done, else the words why not: for a dialog, which says them itself. */
  async tries(request: BackupRequest): Promise<string> {
    const asked = ++this.#asked;
    if (request.do !== 'state') this.doing = request.do;
    try {
      const state = await this.#client.backups(request);
      if (asked === this.#asked) this.state = state;
      return '';
    } catch (error) {
      return wordsOf(error);
    } finally {
      if (request.do !== 'state') this.doing = null;
    }
  }
}
