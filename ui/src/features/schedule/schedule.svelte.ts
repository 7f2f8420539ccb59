import {
  Refusal,
  type AreaRow,
  type CallName,
  type Calls,
  type Client,
  type ClashRow,
  type DayOff,
  type ErrorCode,
  type Schedule,
  type VisitId,
  type VisitRow,
} from '../../api/client';
import { plusDays, weekdayIndex } from '../../text/format';
import { wordsOf } from '../../text/words';

/** More weeks than this are shown month by month. */
const MOST_WEEKS = 7;
/** Refusals that a person's word overcomes. */
const ASKS: readonly ErrorCode[] = ['evening_over', 'evening_has_returns', 'team_has_sheets'];

/** The evenings, the day the cursor is on, and an evening being moved. */
export class Calendar {
  schedule = $state.raw<Schedule | null>(null);
  areas = $state.raw<AreaRow[]>([]);
  error = $state('');
  /** The day the cursor is on. */
  day = $state('');
  moving = $state.raw<VisitRow | null>(null);
  /** A day that is taken: change places, or share it? */
  offer = $state.raw<{ visit: VisitRow; on: string; others: VisitRow[] } | null>(null);
  /** A deed that was refused until a person says so. */
  confirm = $state.raw<{ words: string; again: () => Promise<boolean> } | null>(null);
  #chosen = $state<VisitId | null>(null);

  readonly #client: Client;
  readonly #byDay = $derived(grouped(this.schedule?.visits ?? []));
  readonly #byId = $derived(new Map((this.schedule?.visits ?? []).map((v) => [v.id, v])));
  readonly #off = $derived(new Map((this.schedule?.days_off ?? []).map((d) => [d.on, d])));
  readonly #clashes = $derived(byVisit(this.schedule?.clashes ?? []));
  readonly #weeks = $derived(weeksOf(this.schedule));

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
      // An area that is no more is given no evening.
      this.areas = areas.filter((a) => a.ended_on === null);
      if (this.day === '') {
        this.day = today >= schedule.starts_on && today <= schedule.ends_on ? today : schedule.starts_on;
      }
      this.error = '';
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  visitsOn(day: string): VisitRow[] {
    return this.#byDay.get(day) ?? [];
  }

  visit(id: VisitId): VisitRow | null {
    return this.#byId.get(id) ?? null;
  }

  dayOff(day: string): DayOff | null {
    return this.#off.get(day) ?? null;
  }

  /** The evening keys are about: the chosen one of the day, else its first that is on. */
  get chosen(): VisitRow | null {
    const here = this.visitsOn(this.day);
    return here.find((v) => v.id === this.#chosen) ?? here.find((v) => v.cancelled === null) ?? here[0] ?? null;
  }

  choose(visit: VisitRow): void {
    this.day = visit.on;
    this.#chosen = visit.id;
  }

  /** On to the next evening of the same day, round and round. */
  chooseNext(): void {
    const here = this.visitsOn(this.day);
    const at = here.findIndex((v) => v.id === this.chosen?.id);
    this.#chosen = here[(at + 1) % here.length]?.id ?? null;
  }

  /** The evening before or after, in the list's order. */
  stepVisit(by: number): void {
    const all = this.schedule?.visits ?? [];
    const at = all.findIndex((v) => v.id === this.chosen?.id);
    const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
    if (next) this.choose(next);
  }

  get evenings(): number {
    return new Set(this.schedule?.visits.filter((v) => v.cancelled === null).map((v) => v.on)).size;
  }

  /** Whole weeks from Monday that are shown: all of a short campaign, of a long one the cursor's month. */
  get weeks(): string[][] {
    if (!this.isLong) return this.#weeks;
    const month = this.day.slice(0, 7);
    return this.#weeks.filter((week) => week.some((day) => day.startsWith(month)));
  }

  get isLong(): boolean {
    return this.#weeks.length > MOST_WEEKS;
  }

  inside(day: string): boolean {
    const s = this.schedule;
    return s !== null && day >= s.starts_on && day <= s.ends_on;
  }

  /** The cursor goes by days, and stays within the weeks of the campaign. */
  step(days: number): void {
    const first = this.#weeks[0]?.[0] ?? '';
    const last = this.#weeks.at(-1)?.at(-1) ?? '';
    const next = plusDays(this.day, days);
    if (next >= first && next <= last) this.day = next;
  }

  /** The same day of another month, or the nearest there is. */
  stepMonth(by: number): void {
    const [y, m] = this.day.split('-').map(Number);
    const first = new Date(Date.UTC(y ?? 0, (m ?? 1) - 1 + by, 1)).toISOString().slice(0, 10);
    const all = this.#weeks.flat();
    const there = all.filter((day) => day.startsWith(first.slice(0, 7)));
    const wanted = `${first.slice(0, 8)}${this.day.slice(8)}`;
    const day = there.includes(wanted) ? wanted : by < 0 ? there.at(-1) : there[0];
    if (day) this.day = day;
  }

  clashesOf(visit: VisitRow): ClashRow[] {
    return this.#clashes.get(visit.id) ?? [];
  }

  /** The day a clash points to. */
  dayOf(row: ClashRow): string | null {
    const c = row.clash;
    if (c.kind === 'gap' || c.kind === 'without_sheets') return c.from;
    if (c.kind === 'after_target') return c.last;
    return 'on' in c ? c.on : null;
  }

  /** Puts an evening on a day. A day that is taken asks first. */
  async drop(visit: VisitRow, on: string): Promise<boolean> {
    this.moving = null;
    if (visit.on === on) return false;
    const others = this.visitsOn(on).filter((v) => v.cancelled === null && v.id !== visit.id);
    if (others.length > 0) {
      this.offer = { visit, on, others };
      return false;
    }
    return this.move(visit, on);
  }

  move(visit: VisitRow, on: string, more: { starts?: string; ends?: string; swap?: VisitRow } = {}): Promise<boolean> {
    this.moving = null;
    this.offer = null;
    const request = {
      id: visit.id,
      on,
      starts: more.starts ?? null,
      ends: more.ends ?? null,
      swap_with: more.swap?.id ?? null,
    };
    return this.asking('move_visit', (confirmed) => ({ ...request, confirmed }), on);
  }

  callOff(visit: VisitRow, reason: string): Promise<boolean> {
    return this.asking('cancel_visit', (confirmed) => ({ id: visit.id, reason, confirmed }), visit.on);
  }

  callOn(visit: VisitRow): Promise<boolean> {
    return this.does('cancel_visit', { id: visit.id, reason: null, confirmed: false }, visit.on);
  }

  setTeams(visit: VisitRow, teams: VisitRow['teams'][number]['id'][]): Promise<boolean> {
    return this.asking('set_visit_teams', (confirmed) => ({ id: visit.id, teams, confirmed }), visit.on);
  }

  /** Takes the step a clash offers; false if it has none, or it leads elsewhere. */
  async mend(row: ClashRow): Promise<boolean> {
    const step = row.mend;
    if (step === null) return false;
    switch (step.do) {
      case 'move': {
        const visit = this.visit(step.visit);
        return visit !== null && this.move(visit, step.on);
      }
      case 'add':
        return this.does('add_visit', { area: step.area, on: step.on, teams: step.teams }, step.on);
      case 'set_teams': {
        const visit = this.visit(step.visit);
        return visit !== null && this.setTeams(visit, step.teams);
      }
      case 'extend':
        return this.does('extend_campaign', { ends_on: step.ends_on, with_targets: false });
      case 'print':
        return false;
    }
  }

  /** The first clash with a step: of the chosen evening, else of all. */
  get mendable(): ClashRow | null {
    const own = this.chosen ? this.clashesOf(this.chosen) : [];
    return [...own, ...(this.schedule?.clashes ?? [])].find((c) => c.mend !== null) ?? null;
  }

  /** A deed whose refusal a person's word may overcome. */
  asking<N extends CallName>(name: N, request: (confirmed: boolean) => Calls[N]['request'], day?: string): Promise<boolean> {
    return this.#try(name, request(false), day, () => {
      this.confirm = null;
      return this.does(name, request(true), day);
    });
  }

  does<N extends CallName>(name: N, request: Calls[N]['request'], day?: string): Promise<boolean> {
    return this.#try(name, request, day, null);
  }

  async #try<N extends CallName>(
    name: N,
    request: Calls[N]['request'],
    day: string | undefined,
    again: (() => Promise<boolean>) | null,
  ): Promise<boolean> {
    try {
      await this.#client.call(name, request);
      this.error = '';
      if (day) this.day = day;
      return true;
    } catch (error) {
      if (again && error instanceof Refusal && ASKS.includes(error.wire.code)) {
        this.confirm = { words: wordsOf(error), again };
      } else {
        this.error = wordsOf(error);
      }
      return false;
    }
  }
}

function grouped(visits: readonly VisitRow[]): Map<string, VisitRow[]> {
  const days = new Map<string, VisitRow[]>();
  for (const visit of visits) {
    const there = days.get(visit.on);
    if (there) there.push(visit);
    else days.set(visit.on, [visit]);
  }
  return days;
}

/** Clashes by the evenings they speak of. */
function byVisit(clashes: readonly ClashRow[]): Map<VisitId, ClashRow[]> {
  const found = new Map<VisitId, ClashRow[]>();
  for (const row of clashes) {
    const c = row.clash;
    const of = 'visits' in c ? (c.kind === 'without_sheets' ? [] : c.visits) : 'visit' in c ? [c.visit] : [];
    for (const id of of) found.set(id, [...(found.get(id) ?? []), row]);
  }
  return found;
}

/** Whole weeks from Monday that hold the campaign and every evening. */
function weeksOf(s: Schedule | null): string[][] {
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
