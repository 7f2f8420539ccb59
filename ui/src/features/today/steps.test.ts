import { describe, expect, it } from 'vitest';
import type { EveningRow } from '../../api/client';
import { area, overview, visit } from '../../testing/rows';
import { stepsOf, type Standing } from './steps';

const nothing: Standing = { overview: { ...overview, today: '2024-11-10', keyed: 0 }, areas: [], visits: [], evenings: [] };
const areas = [area(1, 'Cầu Đơ 1'), area(2, 'Cầu Đơ 3')];
const visits = [visit(1, '2024-11-09', 'Cầu Đơ 1'), visit(2, '2024-11-11', 'Cầu Đơ 3')];
const manned = (id: number, assigned: number) => ({ visit: visit(id, '', '').id, assigned }) as EveningRow;

const states = (over: Partial<Standing>) => Object.fromEntries(stepsOf({ ...nothing, ...over }).map((s) => [s.key, s.state]));
const step = (over: Partial<Standing>, key: string) => {
  const found = stepsOf({ ...nothing, ...over }).find((s) => s.key === key);
  if (!found) throw new Error(`no step ${key}`);
  return found;
};
const does = (over: Partial<Standing>, key: string) => step(over, key).deeds.map((d) => d.does);

describe('the first steps', () => {
  it('begin with the areas in a new office, in one paste with the evenings', () => {
    expect(states({})).toEqual({ office: 'done', areas: 'next', visits: 'later', teams: 'later', print: 'later', key: 'later' });
    expect(does({}, 'areas')).toEqual([
      { kind: 'go', screen: 'schedule', target: 'dan-bang' },
      { kind: 'go', screen: 'areas', target: 'dan-bang' },
    ]);
    expect(does({}, 'print')).toEqual([]);
    expect(does({}, 'key')).toEqual([]);
  });

  it('go on with the schedule, and an area that is no more is none', () => {
    expect(states({ areas })).toMatchObject({ areas: 'done', visits: 'next' });
    expect(does({ areas }, 'visits')).toEqual([
      { kind: 'go', screen: 'schedule', target: 'dan-bang' },
      { kind: 'go', screen: 'schedule', target: 'xep-thu' },
    ]);
    expect(states({ areas: [area(1, 'Cầu Đơ 1', { ended_on: '2024-11-01' })] })).toMatchObject({ areas: 'next' });
  });

  it('do not wait for names: the sheets of the evening that comes next are printed', () => {
    expect(states({ areas, visits })).toMatchObject({ visits: 'done', teams: 'later', print: 'next' });
    expect(does({ areas, visits }, 'print')).toEqual([{ kind: 'go', screen: 'papers', target: '2024-11-11' }]);
    expect(step({ areas, visits }, 'print').line).toContain('Cầu Đơ 3');
    const past = { ...nothing.overview, today: '2025-01-01' };
    expect(does({ areas, visits, overview: past }, 'print')).toEqual([{ kind: 'go', screen: 'papers', target: '2024-11-09' }]);
  });

  it('a called off evening is none, and somebody on the roster of any other does the team’s step', () => {
    const off = [visit(1, '2024-11-09', 'Cầu Đơ 1', { cancelled: { reason: 'mưa' } as never })];
    expect(states({ areas, visits: off })).toMatchObject({ visits: 'next' });
    expect(states({ areas, visits, evenings: [manned(1, 0)] })).toMatchObject({ teams: 'later' });
    expect(states({ areas, visits, evenings: [manned(1, 3)] })).toMatchObject({ teams: 'done' });
    expect(step({ areas, visits, evenings: [manned(1, 3)] }, 'teams').line).toContain('1/2');
  });

  it('end with the first sheet that is keyed, names or not', () => {
    const printed = visits.map((v) => ({ ...v, sheets: 5 }));
    expect(states({ areas, visits: printed })).toMatchObject({ print: 'done', key: 'next' });
    expect(does({ areas, visits: printed }, 'key')).toEqual([{ kind: 'go', screen: 'keying', target: undefined }]);
    expect(stepsOf({ ...nothing, areas, visits: printed, overview: { ...overview, keyed: 1 } })).toEqual([]);
  });

  it('tell the key that leads there from anywhere', () => {
    expect(step({}, 'areas').deeds.map((d) => d.keys)).toEqual(['Alt 4', 'Alt 3']);
    expect(step({ areas, visits }, 'print').deeds[0]?.keys).toBe('Alt 6');
  });
});
