import type { AreaRow, ChaseRow, Client, Overview, Schedule, SheetRow, VisitRow } from '../../api/client';
import { daysBetween, plusDays } from '../../text/format';
import { wordsOf } from '../../text/words';

/** What is late of one evening: its sheets that did not come back. */
export interface Late {
  on: string;
  area: string;
  missing: number[];
  all: number;
  days: number;
}

const AHEAD = 7;
const PRINT_AHEAD = 2;

/** The day's work, from what the office already knows. */
export class Today {
  schedule = $state.raw<Schedule | null>(null);
  /** Sheets on the table that are not finished, up to a page of them. */
  unfinished = $state.raw<SheetRow[]>([]);
  /** Sheets of evenings gone by that are still out, up to a page of them. */
  out = $state.raw<SheetRow[]>([]);
  areas = $state.raw<AreaRow[]>([]);
  overview = $state.raw<Overview | null>(null);
  /** Tasks, areas' own reports and schools that are due, late or silent. */
  owed = $state.raw<ChaseRow[]>([]);
  error = $state('');

  readonly #client: Client;
  readonly day: string;

  constructor(client: Client, day: string) {
    this.#client = client;
    this.day = day;
  }

  async load(): Promise<void> {
    try {
      const [schedule, unfinished, out, areas, overview, chase] = await Promise.all([
        this.#client.call('list_visits', {}),
        this.#client.call('list_sheets', { evening: null, which: 'unfinished' }),
        this.#client.call('list_sheets', { evening: null, which: 'late' }),
        this.#client.call('list_areas', {}),
        this.#client.call('get_overview', {}),
        this.#client.call('get_chase', {}),
      ]);
      this.schedule = schedule;
      this.unfinished = unfinished;
      this.out = out;
      this.areas = areas;
      this.overview = overview;
      this.owed = chase.rows;
      this.error = '';
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  get on(): VisitRow[] {
    return this.schedule?.visits.filter((v) => v.cancelled === null) ?? [];
  }

  get tonight(): VisitRow[] {
    return this.on.filter((v) => v.on === this.day);
  }

  get ahead(): VisitRow[] {
    const until = plusDays(this.day, AHEAD);
    return this.schedule?.visits.filter((v) => v.on > this.day && v.on <= until) ?? [];
  }

  get hardClashes(): number {
    return this.schedule?.clashes.filter((c) => c.hard).length ?? 0;
  }

  /** Evenings gone by whose sheets did not all come back, the longest late first. */
  get late(): Late[] {
    const by = new Map<string, Late>();
    for (const sheet of this.out) {
      if (sheet.on === null) continue;
      const key = `${sheet.on} ${String(sheet.area)}`;
      const late = by.get(key) ?? {
        on: sheet.on,
        area: this.areas.find((a) => a.id === sheet.area)?.name ?? sheet.area_label,
        missing: [],
        all: this.#sheetsOf(sheet),
        days: daysBetween(sheet.on, this.day),
      };
      late.missing.push(sheet.n);
      by.set(key, late);
    }
    return [...by.values()].sort((a, b) => a.on.localeCompare(b.on));
  }

  /** How many sheets the evening of a sheet has. */
  #sheetsOf(sheet: SheetRow): number {
    const visits = this.schedule?.visits.filter((v) => v.on === sheet.on && v.area === sheet.area) ?? [];
    return visits.reduce((sum, v) => sum + v.sheets, 0);
  }

  get lateSheets(): number {
    return this.late.reduce((sum, l) => sum + l.missing.length, 0);
  }

  /** Evenings tonight and the next days that have no sheets yet. */
  get toPrint(): VisitRow[] {
    const until = plusDays(this.day, PRINT_AHEAD);
    return this.on.filter((v) => v.on >= this.day && v.on <= until && v.sheets === 0);
  }

  get selfReports(): { area: AreaRow; due: string; left: number; done: boolean }[] {
    return this.areas.flatMap((area) =>
      area.self_report_due === null || area.ended_on !== null
        ? []
        : [
            {
              area,
              due: area.self_report_due,
              left: daysBetween(this.day, area.self_report_due),
              done: area.expected > 0 && area.returned >= area.expected,
            },
          ],
    );
  }
}
