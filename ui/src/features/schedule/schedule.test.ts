import { beforeEach, describe, expect, it } from 'vitest';
import type { ClashRow, Mend, Schedule, TargetId, TeamId, VisitId, VisitRow } from '../../api/client';
import { area, visit } from '../../testing/rows';
import { refusal, Scripted } from '../../testing/scripted';
import { vi } from '../../text/vi';
import { Calendar } from './schedule.svelte';

const id = (n: number) => n as VisitId;
const clashes: ClashRow[] = [
  {
    hard: true,
    name: 'Tổ 1',
    clash: { kind: 'team_twice', team: 1 as TeamId, on: '2024-11-10', visits: [id(1), id(2)] },
    mend: { do: 'set_teams', visit: id(1), teams: [2 as TeamId] },
  },
  { hard: false, name: '', clash: { kind: 'gap', from: '2024-11-11', to: '2024-11-12' }, mend: null },
  {
    hard: false,
    name: 'Hà Trì 3',
    clash: { kind: 'area_missed', area: 3 as never },
    mend: { do: 'add', area: 3 as never, on: '2024-11-12', teams: [] },
  },
];
const schedule: Schedule = {
  starts_on: '2024-11-09',
  ends_on: '2024-11-30',
  teams: [],
  clashes,
  days_off: [{ on: '2024-11-20', name: 'Hội phường', own: true }],
  own_days: [],
  targets_at_end: 2,
  visits: [
    visit(1, '2024-11-10', 'Hà Trì 1'),
    visit(2, '2024-11-10', 'Hà Trì 2', { cancelled: 'mưa' }),
    visit(5, '2024-11-15', 'Hà Trì 5'),
    visit(4, '2024-12-02', 'Cầu Đơ 1'),
  ],
};

let client: Scripted;
let calendar: Calendar;
let refuse: ((confirmed: boolean) => void) | null = null;

async function calendarOf(over: Partial<Schedule> = {}): Promise<Calendar> {
  client = new Scripted({
    list_visits: () => ({ ...schedule, ...over }),
    list_areas: () => [area(1, 'Hà Trì 1')],
    move_visit: (request) => {
      refuse?.(request.confirmed);
      return null;
    },
    cancel_visit: () => null,
    set_visit_teams: () => null,
    add_visit: () => id(9),
  });
  const made = new Calendar(client);
  await made.load('2024-11-17');
  return made;
}

function first(): VisitRow {
  const [found] = calendar.visitsOn('2024-11-10');
  if (!found) throw new Error('no visit');
  return found;
}

beforeEach(async () => {
  refuse = null;
  calendar = await calendarOf();
});

describe('the calendar', () => {
  it('shows whole weeks from Monday that hold every evening', () => {
    expect(calendar.weeks[0]?.[0]).toBe('2024-11-04');
    expect(calendar.weeks.at(-1)?.at(-1)).toBe('2024-12-08');
    expect(calendar.weeks.every((w) => w.length === 7)).toBe(true);
    expect(calendar.inside('2024-12-02')).toBe(false);
    expect(calendar.dayOff('2024-11-20')?.name).toBe('Hội phường');
  });

  it('of a long campaign shows a month, and goes from month to month', async () => {
    calendar = await calendarOf({ ends_on: '2025-02-28' });
    expect(calendar.isLong).toBe(true);
    calendar.day = '2024-11-30';
    expect(calendar.weeks.map((w) => w[0])).toEqual(['2024-10-28', '2024-11-04', '2024-11-11', '2024-11-18', '2024-11-25'].slice(1));
    calendar.stepMonth(1);
    expect(calendar.day).toBe('2024-12-30');
    calendar.stepMonth(1);
    calendar.stepMonth(1);
    expect(calendar.day).toBe('2025-02-01');
    calendar.stepMonth(1);
    expect(calendar.day).toBe('2025-03-01');
    expect(calendar.weeks.length).toBeGreaterThan(0);
    calendar.stepMonth(1);
    expect(calendar.day).toBe('2025-03-01');
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

  it('keys are about one evening of a day, and go on to the next', () => {
    calendar.day = '2024-11-10';
    expect(calendar.chosen?.area_name).toBe('Hà Trì 1');
    calendar.chooseNext();
    expect(calendar.chosen?.area_name).toBe('Hà Trì 2');
    calendar.stepVisit(1);
    expect(calendar.day).toBe('2024-11-15');
    calendar.stepVisit(99);
    expect(calendar.chosen?.area_name).toBe('Cầu Đơ 1');
  });

  it('counts evenings that are on', () => {
    expect(calendar.evenings).toBe(3);
    expect(calendar.visitsOn('2024-11-10')).toHaveLength(2);
  });
});

describe('moving', () => {
  it('an evening goes to a free day, and the cursor follows; where it was, nothing is asked', async () => {
    expect(await calendar.drop(first(), '2024-11-20')).toBe(true);
    expect(client.requests('move_visit')).toEqual([
      { id: 1, on: '2024-11-20', starts: null, ends: null, swap_with: null, confirmed: false },
    ]);
    expect(calendar.day).toBe('2024-11-20');
    expect(await calendar.drop(first(), '2024-11-10')).toBe(false);
    expect(client.requests('move_visit')).toHaveLength(1);
  });

  it('a day that is taken is asked about, and can change places', async () => {
    expect(await calendar.drop(first(), '2024-11-15')).toBe(false);
    expect(client.requests('move_visit')).toHaveLength(0);
    const offer = calendar.offer;
    expect(offer?.others.map((v) => v.area_name)).toEqual(['Hà Trì 5']);
    expect(await calendar.move(first(), '2024-11-15', { swap: offer?.others[0] })).toBe(true);
    expect(client.requests('move_visit')[0]?.swap_with).toBe(5);
    expect(calendar.offer).toBeNull();
  });

  it('a refused move is told in words', async () => {
    refuse = () => {
      throw refusal('evening_outside_campaign', { date: '05/12/2024', from: '09/11/2024', to: '30/11/2024' });
    };
    expect(await calendar.drop(first(), '2024-12-05')).toBe(false);
    expect(calendar.error).toContain('05/12/2024');
    expect(calendar.moving).toBeNull();
  });

  it('an evening that is history waits for a word, and is moved on it', async () => {
    refuse = (confirmed) => {
      if (!confirmed) throw refusal('evening_over', { area: 'Hà Trì 1', date: '10/11/2024' });
    };
    expect(await calendar.drop(first(), '2024-11-20')).toBe(false);
    expect(calendar.error).toBe('');
    expect(calendar.confirm?.words).toContain('Hà Trì 1');
    expect(await calendar.confirm?.again()).toBe(true);
    expect(calendar.confirm).toBeNull();
    expect(client.requests('move_visit').map((r) => r.confirmed)).toEqual([false, true]);
  });
});

describe('what is wrong', () => {
  it('every clash has words and a way to mend it', () => {
    const visits = [id(1)];
    const kinds: ClashRow['clash'][] = [
      ...clashes.map((c) => c.clash),
      { kind: 'area_twice', area: 1 as never, on: '2024-11-10', visits },
      { kind: 'outside_campaign', visit: id(1), on: '2024-11-10' },
      { kind: 'area_gone', visit: id(1), area: 1 as never, on: '2024-11-10' },
      { kind: 'without_team', visit: id(1), on: '2024-11-10' },
      { kind: 'too_many', on: '2024-11-10', evenings: 3, teams: 1, visits },
      { kind: 'without_sheets', visits, from: '2024-11-10', to: '2024-11-12' },
      { kind: 'on_day_off', visit: id(1), on: '2024-11-10', name: 'Quốc khánh' },
      { kind: 'after_target', target: 1 as TargetId, by: '2024-11-09', last: '2024-11-10' },
    ];
    for (const clash of kinds) {
      const { says, mend } = vi.schedule.clash({ hard: false, name: 'Hà Trì 1', clash, mend: null });
      expect(says).not.toBe('');
      expect(mend).toMatch(/\.$/);
    }
    const steps: Mend[] = [
      { do: 'move', visit: id(1), on: '2024-11-12' },
      { do: 'extend', ends_on: '2024-12-12' },
      { do: 'print', on: '2024-11-12' },
    ];
    for (const step of steps) expect(vi.schedule.mend(step, { area: 'Hà Trì 1', teams: '' })).not.toBe('');
  });

  it('clashes are found by evening, and by day', () => {
    expect(calendar.clashesOf(first()).map((c) => c.clash.kind)).toEqual(['team_twice']);
    expect(clashes.map((c) => calendar.dayOf(c))).toEqual(['2024-11-10', '2024-11-11', null]);
  });

  it('one key takes the first step there is: of the chosen evening, else of all', async () => {
    calendar.day = '2024-11-10';
    expect(calendar.mendable).toBe(clashes[0]);
    calendar.day = '2024-11-15';
    expect(calendar.mendable).toBe(clashes[0]);
    for (const row of clashes) await calendar.mend(row);
    expect(client.requests('set_visit_teams')).toEqual([{ id: 1, teams: [2], confirmed: false }]);
    expect(client.requests('add_visit')).toEqual([{ area: 3, on: '2024-11-12', teams: [] }]);
  });

  it('hundreds of evenings are found by day at once', async () => {
    const many = Array.from({ length: 600 }, (_, n) => visit(n + 1, `2024-11-${String(9 + (n % 22)).padStart(2, '0')}`, `Khu ${String(n)}`));
    calendar = await calendarOf({ visits: many });
    expect(calendar.visitsOn('2024-11-09')).toHaveLength(28);
    expect(calendar.visitsOn('2024-11-09')).toBe(calendar.visitsOn('2024-11-09'));
  });
});
