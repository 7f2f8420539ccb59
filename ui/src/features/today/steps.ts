/**
 * From a new office to its first keyed sheet: what is done, what comes next. A pure function of what stands in the file,
 * so that a step done anywhere, by whomever, is done here too; nobody ticks it off.
 */

import type { AreaRow, EveningRow, Overview, VisitRow } from '../../api/client';
import { ACTIONS, keyLabel } from '../../keyboard/actions';
import { vi } from '../../text/vi';
import { BEGUN, type ScreenName } from '../screen';
import type { Deed } from './tasks';

export interface Step {
  readonly key: 'office' | 'areas' | 'visits' | 'teams' | 'print' | 'key';
  readonly title: string;
  readonly line: string;
  readonly state: 'done' | 'next' | 'later';
  /** What does it, the way that takes fewest keys first; nothing while it cannot be done yet. */
  readonly deeds: readonly Deed[];
}

/** What the office answered. */
export interface Standing {
  readonly overview: Overview;
  readonly areas: readonly AreaRow[];
  readonly visits: readonly VisitRow[];
  readonly evenings: readonly EveningRow[];
}

/** Without these there is no first sheet; a team's names can be said before or after. */
const NEEDED: ReadonlySet<Step['key']> = new Set(['areas', 'visits', 'print', 'key']);
const t = vi.steps;

/** Nothing once the first sheet is keyed: from there on each morning tells its own work. */
export function stepsOf(of: Standing): Step[] {
  const all = [office(of), areas(of), visits(of), teams(of), print(of), key(of)];
  const next = all.find((step) => NEEDED.has(step.key) && !step.done);
  if (!next) return [];
  return all.map(({ done, ...step }) => ({ ...step, state: done ? 'done' : step.key === next.key ? 'next' : 'later' }));
}

type Said = Omit<Step, 'state'> & { readonly done: boolean };

/** The key that goes to the step's screen from anywhere is told beside it. */
function go(words: string, screen: ScreenName, target?: string, keyed = true): Deed {
  const keys = keyed ? ACTIONS.find((a) => a.id === screen)?.keys[0] : undefined;
  return { words, keys: keys === undefined ? undefined : keyLabel(keys), does: { kind: 'go', screen, target } };
}

const running = (of: Standing): VisitRow[] => of.visits.filter((v) => v.cancelled === null);
const living = (of: Standing): AreaRow[] => of.areas.filter((a) => a.ended_on === null);

function office({ overview }: Standing): Said {
  return { key: 'office', title: t.office, line: t.officeDone(overview.office_name), done: true, deeds: [go(t.toOffice, 'settings')] };
}

function areas(of: Standing): Said {
  const n = living(of).length;
  if (n > 0) return { key: 'areas', title: t.areas, line: t.areasDone(n), done: true, deeds: [go(t.toAreas, 'areas')] };
  // A plan's table holds both; a bare list of areas is the other way.
  const deeds = [go(t.paste, 'schedule', BEGUN.paste), go(t.pasteAreas, 'areas', BEGUN.paste)];
  return { key: 'areas', title: t.areas, line: t.areasNext, done: false, deeds };
}

function visits(of: Standing): Said {
  const n = running(of).length;
  if (n > 0) return { key: 'visits', title: t.visits, line: t.visitsDone(n), done: true, deeds: [go(t.toSchedule, 'schedule')] };
  const deeds = living(of).length > 0 ? [go(t.paste, 'schedule', BEGUN.paste), go(t.propose, 'schedule', BEGUN.propose, false)] : [];
  return { key: 'visits', title: t.visits, line: t.visitsNext, done: false, deeds };
}

function teams(of: Standing): Said {
  const on = running(of);
  const manned = new Set(of.evenings.filter((e) => e.assigned > 0).map((e) => e.visit));
  const n = on.filter((v) => manned.has(v.id)).length;
  const deeds = on.length > 0 ? [go(t.toTeams, 'teams')] : [];
  return { key: 'teams', title: t.teams, line: n > 0 ? t.teamsDone(n, on.length) : t.teamsNext, done: n > 0, deeds };
}

function print(of: Standing): Said {
  const on = running(of);
  const sheets = on.reduce((sum, v) => sum + v.sheets, 0);
  if (sheets > 0) return { key: 'print', title: t.print, line: t.printDone(sheets), done: true, deeds: [go(t.toPrint, 'papers')] };
  // The evening that comes next; of a schedule that is past, its first.
  const first = on.find((v) => v.on >= of.overview.today) ?? on[0];
  if (!first) return { key: 'print', title: t.print, line: t.printWaits, done: false, deeds: [] };
  return { key: 'print', title: t.print, line: t.printNext(first.area_name, first.on), done: false, deeds: [go(t.toPrint, 'papers', first.on)] };
}

function key(of: Standing): Said {
  const printed = running(of).some((v) => v.sheets > 0);
  return {
    key: 'key',
    title: t.key,
    line: printed ? t.keyNext : t.keyWaits,
    done: of.overview.keyed > 0,
    deeds: printed ? [go(t.toKey, 'keying')] : [],
  };
}
