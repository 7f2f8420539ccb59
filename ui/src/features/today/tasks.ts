/**
 * The day's work as cards, in the order to do it: what came back is keyed, what did not is asked for, what two
 * people read differently is settled, questions are answered, evenings approved; then what the schedule wants.
 * A pure function of the office's answers; an answer that has not come yet makes no card.
 */

import type {
  ApprovalEvening,
  ChaseRow,
  Evenings,
  Forecast,
  Overview,
  Privacy,
  QueryRow,
  Radar,
  RadarPacket,
  RosterClashRow,
  Schedule,
  SecondRow,
  ThirdRow,
  Verification,
  VisitRow,
} from '../../api/client';
import { vi } from '../../text/vi';
import { targetOf } from '../debt';
import type { ScreenName } from '../screen';

/** What pressing a card's button does. */
export type Does = { kind: 'go'; screen: ScreenName; target?: string } | { kind: 'slip' } | { kind: 'zalo' };

export interface Deed {
  readonly words: string;
  readonly keys?: string;
  readonly does: Does;
}

export interface Task {
  readonly key: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly tone: 'plain' | 'wait' | 'wrong';
  readonly deed: Deed;
  readonly more: readonly Deed[];
}

/** What the office answered; `null` while it has not. */
export interface Answers {
  readonly schedule: Schedule | null;
  readonly overview: Overview | null;
  readonly areas: number;
  readonly radar: Radar | null;
  readonly forecast: Forecast | null;
  readonly verification: Verification | null;
  readonly evenings: Evenings | null;
  readonly queries: readonly QueryRow[];
  readonly owed: readonly ChaseRow[];
  readonly people: readonly RosterClashRow[];
  readonly overdue: Privacy | null;
  readonly toPrint: readonly VisitRow[];
  /** The first steps stand there and say what comes next. */
  readonly guided: boolean;
  /** What whoever is signed in may do. */
  readonly may: { readonly key: boolean; readonly approve: boolean };
}

/** Lines a card shows before it says how many there are besides. */
const SHOWN = 3;
const t = vi.today;

export function tasksOf(of: Answers): Task[] {
  if (of.schedule === null || of.overview === null) return [];
  const all = [
    of.guided ? null : setUp(of),
    key(of),
    chase(of.radar),
    ...verify(of.verification),
    queries(of.queries, of.overview.today),
    ...approve(of.evenings, of.may),
    clashes(of.schedule),
    people(of.people),
    owed(of.owed),
    privacy(of.overdue),
    of.guided ? null : print(of.toPrint),
  ];
  return all.filter((task) => task !== null);
}

const go = (screen: ScreenName, target?: string): Does => ({ kind: 'go', screen, target });

function card(key: string, title: string, lines: readonly string[], deed: Deed, over: Partial<Task> = {}): Task {
  return { key, title, lines, tone: 'plain', deed, more: [], ...over };
}

/** The first lines, and in words how many more there are. */
function few<T>(rows: readonly T[], line: (row: T) => string, more: (n: number) => string, all = rows.length): string[] {
  const lines = rows.slice(0, SHOWN).map(line);
  return all > lines.length ? [...lines, more(all - lines.length)] : lines;
}

function setUp({ areas, schedule }: Answers): Task | null {
  if (areas === 0) return card('areas', t.setUpAreas, [t.setUpAreasNext], { words: t.toAreas, does: go('areas') });
  if (schedule?.visits.some((v) => v.cancelled === null)) return null;
  return card('visits', t.setUpVisits, [t.setUpVisitsNext], { words: t.toSchedule, does: go('schedule') });
}

/** Sheets that lie on the table; before any does, the packets of the last evening. */
function key({ overview, evenings, forecast, radar, may }: Answers): Task | null {
  if (overview === null) return null;
  const left = overview.returned - overview.keyed;
  const toKeying: Deed = { words: t.toKeying, keys: 'F5', does: go('keying') };
  if (left > 0) {
    const lines = [...(evenings ? keyLines(evenings) : []), ...forecastLine(forecast, left)];
    return card('key', t.key(left), lines, toKeying);
  }
  const last = may.key && forecast !== null && forecast.waiting > 0 ? lastEvening(radar) : null;
  if (last === null) return null;
  return card(
    'receive',
    t.receive(last.on, last.missing),
    [t.receiveNext, ...forecastLine(forecast, 0)],
    { words: t.toReceive, does: go('radar', 'nhan') },
    { more: [toKeying] },
  );
}

function keyLines(evenings: Evenings): string[] {
  const rows = evenings.evenings.filter((e) => e.counts.back > e.counts.keyed).reverse();
  const own = evenings.self_reports.filter((s) => s.counts.back > s.counts.keyed);
  const line = ({ on, areas, counts }: ApprovalEvening) =>
    t.keyLine(areas.join(', '), on, counts.back, counts.expected, counts.back - counts.keyed);
  return few([...rows.map(line), ...own.map((s) => t.keySelf(s.area_label))], (words) => words, t.keyMore);
}

/** `left`: sheets on the table; what the forecast counts besides is still out. */
function forecastLine(forecast: Forecast | null, left: number): string[] {
  if (forecast === null || forecast.waiting === 0) return [];
  if (forecast.done_at !== null) return [t.doneAt(forecast.done_at, Math.max(0, forecast.waiting - left))];
  return forecast.minutes_per_sheet === null ? [t.paceUnknown] : [];
}

/** The evening that was last, if sheets of it are out: other evenings are late, this one is expected now. */
function lastEvening(radar: Radar | null): { on: string; missing: number } | null {
  const packets = radar?.packets.filter((p) => p.visit !== null && p.missing > 0) ?? [];
  const on = packets.reduce((latest, p) => (p.on > latest ? p.on : latest), '');
  const missing = packets.filter((p) => p.on === on).reduce((sum, p) => sum + p.missing, 0);
  return missing > 0 ? { on, missing } : null;
}

function chase(radar: Radar | null): Task | null {
  const late = radar?.packets.filter((p) => p.late) ?? [];
  if (radar === null || late.length === 0) return null;
  return card(
    'chase',
    radar.late > 0 ? t.chase(radar.late) : t.chaseSummaries(late.length),
    few(late, chaseLine, t.chaseMore),
    { words: vi.radar.slip, keys: vi.radar.slipKey, does: { kind: 'slip' } },
    {
      tone: 'wait',
      more: [
        { words: vi.radar.zalo, keys: vi.radar.zaloKey, does: { kind: 'zalo' } },
        { words: t.toRadar, does: go('radar') },
      ],
    },
  );
}

function chaseLine(p: RadarPacket): string {
  const who = p.hands?.name ?? null;
  if (p.visit === null) return t.chaseSelf(p.area_label, p.on, who, p.age);
  const what = t.chaseSheets(p.sheets.map((s) => s.n), p.expected, p.summary !== null);
  return t.chaseLine(p.area_label, p.on, what, who, p.age);
}

/** What two people read differently, first what waits for whoever is signed in; then sheets to key a second time. */
function verify(of: Verification | null): (Task | null)[] {
  if (of === null) return [];
  const again = of.second.filter((s) => s.stage === 'needs_again');
  const mine = [...of.third.filter(isMine), ...again.filter(isMine)];
  const others = [...of.third.filter((r) => !isMine(r)), ...again.filter((r) => !isMine(r))];
  const second = of.second.filter((s) => isMine(s) && s.stage !== 'needs_again' && s.reasons.length > 0);
  const [firstMine] = mine;
  return [
    firstMine
      ? card('mine', t.mine(mine.length), few(mine, mineLine, t.sheetsMore), { words: t.toVerify, does: go('verify', partFor(firstMine)) }, { tone: 'wait' })
      : null,
    second.length > 0
      ? card('second', t.second(second.length, of.second_more > 0), [t.secondNext], { words: t.toVerify, does: go('verify', 'second') })
      : null,
    others.length > 0
      ? card('others', t.others(others.length), few(others, othersLine, t.sheetsMore), { words: t.toVerify, does: go('verify', 'findings') })
      : null,
  ];
}

type Disputed = ThirdRow | SecondRow;

const isMine = (row: Disputed): boolean => row.why_not === null;
const isThird = (row: Disputed): row is ThirdRow => 'deciders' in row;
const partFor = (row: Disputed): string => (isThird(row) ? 'findings' : `second:${row.sheet.code.replace('-', '')}`);

function mineLine(row: Disputed): string {
  const { area_label, n, of } = row.sheet;
  return isThird(row) ? t.mineThird(area_label, n, of, row.boxes.map((b) => b.no)) : t.mineAgain(area_label, n, of, row.left);
}

function othersLine(row: Disputed): string {
  const { area_label, n, of } = row.sheet;
  return isThird(row) ? t.othersThird(area_label, n, of, row.deciders) : t.othersAgain(area_label, n, of);
}

/** Open questions whose day has come. */
function queries(rows: readonly QueryRow[], today: string): Task | null {
  const due = rows.filter((q) => q.answer === null && q.due_on <= today);
  const [first] = due;
  if (!first) return null;
  const line = (q: QueryRow) => t.queryLine(vi.queries.about(q.area_label, q.on), q.body, q.owner?.name ?? null, q.overdue);
  const does = go('verify', `queries:${String(first.id)}`);
  return card('queries', t.queries(due.length), few(due, line, t.queriesMore), { words: t.toQueries, does }, { tone: 'wait' });
}

function approve(of: Evenings | null, may: Answers['may']): (Task | null)[] {
  const waiting = of?.evenings.filter((e) => !e.ahead && e.approved === null && e.counts.back > 0) ?? [];
  const ready = waiting.filter((e) => !e.obstacles.some((o) => o.hard));
  const blocked = waiting.filter((e) => e.obstacles.some((o) => o.hard));
  const [first] = ready;
  const lines = few(ready, readyLine, t.approveMore);
  const toEvenings: Deed = { words: t.toEvenings, does: go('verify', 'evenings') };
  const open = !first
    ? null
    : may.approve
      ? card('approve', t.approve(ready.length), lines, { words: t.toApprove, does: go('verify', `evenings:${first.on}`) })
      : card('ready', t.ready(ready.length), lines, toEvenings);
  // What stands in the way is a card of its own with whoever keys.
  const stuck = may.approve && !may.key && blocked.length > 0;
  return [open, stuck ? card('blocked', t.blocked(blocked.length), few(blocked, blockedLine, t.approveMore), toEvenings) : null];
}

const obstacles = (of: ApprovalEvening, hard: boolean): string =>
  of.obstacles.filter((o) => o.hard === hard).map((o) => vi.approving.obstacle(o.what, o.count)).join(', ');

const readyLine = (e: ApprovalEvening): string =>
  t.approveLine(e.on, e.areas, e.counts.back, e.counts.expected, obstacles(e, false));

const blockedLine = (e: ApprovalEvening): string => t.blockedLine(e.on, e.areas, obstacles(e, true));

function clashes(schedule: Schedule): Task | null {
  const hard = schedule.clashes.filter((c) => c.hard);
  if (hard.length === 0) return null;
  const lines = hard.slice(0, SHOWN).map((c) => vi.schedule.clash(c).says);
  return card('clash', t.fix(hard.length), lines, { words: t.toSchedule, does: go('schedule') }, { tone: 'wrong' });
}

function people(hard: readonly RosterClashRow[]): Task | null {
  if (hard.length === 0) return null;
  const lines = hard.slice(0, SHOWN).map((c) => vi.teams.clash(c));
  return card('people', vi.teams.fix(hard.length), lines, { words: vi.teams.toTeams, does: go('teams') }, { tone: 'wrong' });
}

function owed(rows: readonly ChaseRow[]): Task | null {
  const [first] = rows;
  if (!first) return null;
  const lines = few(rows, (o) => t.owedLine(o.to, o.what, o.standing), t.owedMore);
  const words = first.debt.kind === 'task' ? t.toTasks : t.toUnits;
  const tone = rows.some((o) => o.standing.is !== 'due') ? 'wait' : 'plain';
  return card('owed', t.owed(rows.length), lines, { words, does: go('plan', targetOf(first.debt)) }, { tone });
}

function privacy(overdue: Privacy | null): Task | null {
  if (overdue === null) return null;
  const lines = [vi.privacy.retention(overdue.retention, overdue.people)];
  return card('privacy', vi.privacy.overdue, lines, { words: vi.privacy.toPrivacy, does: go('settings', 'privacy') }, { tone: 'wait' });
}

function print(visits: readonly VisitRow[]): Task | null {
  const [first] = visits;
  if (!first) return null;
  const does = go('papers', first.on);
  return card('print', t.print(first.area_name, first.on), [t.printDetail(visits.length)], { words: t.toPapers, does });
}
