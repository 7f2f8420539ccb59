import { beforeEach, describe, expect, it } from 'vitest';
import type { ClashRow, VisitId } from '../../api/client';
import { area, visit } from '../../testing/rows';
import { refusal, Scripted } from '../../testing/scripted';
import { vi } from '../../text/vi';
import { Calendar } from './schedule.svelte';

const clashes: ClashRow[] = [
  {
    hard: true,
    name: 'Tổ 1',
    clash: { kind: 'team_twice', team: 1 as never, on: '2024-11-10', visits: [1 as VisitId, 2 as VisitId] },
  },
  { hard: false, name: '', clash: { kind: 'gap', from: '2024-11-11', to: '2024-11-12' } },
  { hard: false, name: 'Hà Trì 3', clash: { kind: 'area_missed', area: 3 as never } },
];

let client: Scripted;
let calendar: Calendar;
let refuse: (() => never) | null = null;

beforeEach(async () => {
  refuse = null;
  client = new Scripted({
    list_visits: () => ({
      starts_on: '2024-11-09',
      ends_on: '2024-11-30',
      teams: [],
      clashes,
      visits: [
        visit(1, '2024-11-10', 'Hà Trì 1'),
        visit(2, '2024-11-10', 'Hà Trì 2', { cancelled: 'mưa' }),
        visit(4, '2024-12-02', 'Cầu Đơ 1'),
      ],
    }),
    list_areas: () => [area(1, 'Hà Trì 1')],
    move_visit: () => {
      refuse?.();
      return null;
    },
    cancel_visit: () => null,
  });
  calendar = new Calendar(client);
  await calendar.load('2024-11-17');
});

describe('the calendar', () => {
  it('shows whole weeks from Monday that hold every evening', () => {
    expect(calendar.weeks[0]?.[0]).toBe('2024-11-04');
    expect(calendar.weeks.at(-1)?.at(-1)).toBe('2024-12-08');
    expect(calendar.weeks.every((w) => w.length === 7)).toBe(true);
    expect(calendar.inside('2024-12-02')).toBe(false);
  });

  it('begins today, or where the campaign begins', async () => {
    expect(calendar.day).toBe('2024-11-17');
    const later = new Calendar(client);
    await later.load('2026-01-01');
    expect(later.day).toBe('2024-11-09');
  });

  it('moves the cursor by days and weeks, within what is shown', () => {
    calendar.step(7);
    calendar.step(1);
    expect(calendar.day).toBe('2024-11-25');
    calendar.day = '2024-11-04';
    calendar.step(-1);
    expect(calendar.day).toBe('2024-11-04');
  });

  it('counts evenings that are on', () => {
    expect(calendar.evenings).toBe(2);
    expect(calendar.visitsOn('2024-11-10')).toHaveLength(2);
  });

  it('an evening is moved, and the cursor follows; where it was, nothing is asked', async () => {
    const first = calendar.visitsOn('2024-11-10')[0];
    if (!first) throw new Error('no visit');
    expect(await calendar.move(first, '2024-11-20')).toBe(true);
    expect(client.requests('move_visit')).toEqual([{ id: 1, on: '2024-11-20' }]);
    expect(calendar.day).toBe('2024-11-20');
    expect(await calendar.move(first, '2024-11-10')).toBe(false);
    expect(client.requests('move_visit')).toHaveLength(1);
  });

  it('a refused move is told in words', async () => {
    refuse = () => {
      throw refusal('evening_outside_campaign', { date: '05/12/2024', from: '09/11/2024', to: '30/11/2024' });
    };
    const first = calendar.visitsOn('2024-11-10')[0];
    if (!first) throw new Error('no visit');
    expect(await calendar.move(first, '2024-12-05')).toBe(false);
    expect(calendar.error).toContain('05/12/2024');
    expect(calendar.moving).toBeNull();
  });

  it('every clash has words and a way to mend it', () => {
    for (const row of clashes) {
      const { says, mend } = vi.schedule.clash(row);
      expect(says).not.toBe('');
      expect(mend).toMatch(/\.$/);
    }
    const [first] = calendar.visitsOn('2024-11-10');
    expect(first && calendar.clashesOf(first).map((c) => c.clash.kind)).toEqual(['team_twice']);
    expect(clashes.map((c) => calendar.dayOf(c))).toEqual(['2024-11-10', '2024-11-11', null]);
  });
});
