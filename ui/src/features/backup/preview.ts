import type { RestoreLook, RestoreSide } from '../../api/client';
import { vi } from '../../text/vi';

/** A figure of the two states beside each other. */
export interface Line {
  what: string;
  now: string;
  then: string;
  differs: boolean;
}

/** What a clerk knows the office by: campaign, sheets keyed, the targets, the last entry. Unknown is a dash. */
export function linesOf(look: RestoreLook, today: string): Line[] {
  const t = vi.restoring;
  const line = (what: string, read: (side: RestoreSide) => string): Line => {
    const now = look.now ? read(look.now) : '';
    const then = read(look.then);
    return { what, now, then, differs: look.now !== null && now !== then };
  };
  const names = [...new Set([...(look.now?.targets ?? []), ...look.then.targets].map((target) => target.name))];
  return [
    line(t.campaign, (side) => side.campaign || t.none),
    line(t.keyed, (side) => t.keyedOf(side.keyed, side.sheets)),
    ...names.map((name) => line(name, (side) => t.target(side.targets.find((target) => target.name === name) ?? null))),
    line(t.last, (side) => (side.last ? t.lastDeed(side.last, today) : t.none)),
  ];
}
