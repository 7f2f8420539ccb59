import type { AreaId, AreaRow, Client, ClashRow, Schedule, TeamId, VisitId, VisitRow } from '../../api/client';
import { plusDays, weekdayIndex } from '../../text/format';
import { wordsOf } from '../../text/words';

/** The evenings, the day the cursor is on, and an evening being moved. */
export class Calendar {
  schedule = $state.raw<Schedule | null>(null);
  areas = $state.raw<AreaRow[]>([]);
  error = $state('');
  /** The day the cursor is on. */
  day = $state('');
  moving = $state.raw<VisitRow | null>(null);

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async load(today: string): Promise<void> {
    try {
      const [schedule, areas] = await Promise.all([
        this.#client.call('list_visits', {}),
        this.#client.call('list_areas', {}),
      ]);
      this.schedule = schedule;
      this.areas = areas;
      if (this.day === '') {
        this.day = today >= schedule.starts_on && today <= schedule.ends_on ? today : schedule.starts_on;
      }
      this.error = '';
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  visitsOn(day: string): VisitRow[] {
    return this.schedule?.visits.filter((v) => v.on === day) ?? [];
  }

  visit(id: VisitId): VisitRow | null {
    return this.schedule?.visits.find((v) => v.id === id) ?? null;
  }

  get evenings(): number {
    return new Set(this.schedule?.visits.filter((v) => v.cancelled === null).map((v) => v.on)).size;
  }

  /** Whole weeks from Monday that hold the campaign and every evening. */
  get weeks(): string[][] {
    const s = this.schedule;
    if (!s) return [];
    const days = [s.starts_on, s.ends_on, ...s.visits.map((v) => v.on)].sort();
    const first = days[0] ?? s.starts_on;
    const last = days.at(-1) ?? s.ends_on;
    const weeks: string[][] = [];
    for (let monday = plusDays(first, -weekdayIndex(first)); monday <= last; monday = plusDays(monday, 7)) {
      weeks.push(Array.from({ length: 7 }, (_, i) => plusDays(monday, i)));
    }
    return weeks;
  }

  inside(day: string): boolean {
    const s = this.schedule;
    return s !== null && day >= s.starts_on && day <= s.ends_on;
  }

  /** The cursor goes by days, and stays within the weeks shown. */
  step(days: number): void {
    const all = this.weeks.flat();
    const next = plusDays(this.day, days);
    if (all.includes(next)) this.day = next;
  }

  clashesOf(visit: VisitRow): ClashRow[] {
    return (
      this.schedule?.clashes.filter((c) => {
        const k = c.clash;
        if (k.kind === 'team_twice' || k.kind === 'area_twice') return k.visits.includes(visit.id);
        return k.kind === 'outside_campaign' && k.visit === visit.id;
      }) ?? []
    );
  }

  /** The day a clash points to. */
  dayOf(row: ClashRow): string | null {
    const c = row.clash;
    if (c.kind === 'gap') return c.from;
    return 'on' in c ? c.on : null;
  }

  async move(visit: VisitRow, on: string): Promise<boolean> {
    this.moving = null;
    if (visit.on === on) return false;
    return this.#does(() => this.#client.call('move_visit', { id: visit.id, on }), on);
  }

  add(area: AreaId, on: string, teams: TeamId[]): Promise<boolean> {
    return this.#does(() => this.#client.call('add_visit', { area, on, teams }), on);
  }

  callOff(visit: VisitRow, reason: string): Promise<boolean> {
    return this.#does(() => this.#client.call('cancel_visit', { id: visit.id, reason }), visit.on);
  }

  callOn(visit: VisitRow): Promise<boolean> {
    return this.#does(() => this.#client.call('cancel_visit', { id: visit.id, reason: null }), visit.on);
  }

  async #does(deed: () => Promise<unknown>, day: string): Promise<boolean> {
    try {
      await deed();
      this.error = '';
      this.day = day;
      return true;
    } catch (error) {
      this.error = wordsOf(error);
      return false;
    }
  }
}
