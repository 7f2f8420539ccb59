import { expect, it } from 'vitest';
import type { Evenings, Forecast, Radar, TaskId, Verification } from '../../api/client';
import { area, overview, visit } from '../../testing/rows';
import { gate, Scripted } from '../../testing/scripted';
import { targetOf } from '../debt';
import { Today } from './today.svelte';

const radar: Radar = { expected: 0, back: 0, missing: 0, late: 0, summaries_missing: 0, lost: 0, evenings: [], packets: [] };
const forecast: Forecast = { waiting: 0, finished: 0, minutes_per_sheet: null, done_at: null };
const script = {
  list_visits: () => ({
    starts_on: '2024-11-09',
    ends_on: '2024-11-30',
    teams: [],
    clashes: [],
    days_off: [],
    own_days: [],
    targets_at_end: 0,
    visits: [
      visit(1, '2024-11-16', 'Hà Trì 2', { sheets: 3 }),
      visit(2, '2024-11-17', 'Hà Trì 3'),
      visit(3, '2024-11-18', 'Hà Trì 4', { cancelled: 'mưa' }),
      visit(4, '2024-11-24', '5 Ngô Thì Nhậm'),
      visit(5, '2024-11-25', '1 Tô Hiệu'),
    ],
  }),
  list_areas: () => [area(1, 'Hà Trì 2'), area(9, 'Hyundai Hillstate', { self_report_due: '2024-11-29', expected: 1 })],
  get_overview: () => overview,
  get_radar: () => radar,
  get_forecast: () => forecast,
  list_queries: () => ({ today: '2024-11-17', rows: [] }),
  get_chase: () => ({
    today: '2024-11-17',
    texts: [],
    rows: [
      {
        debt: { kind: 'task' as const, id: 3 as TaskId },
        to: 'Bộ phận Văn hóa',
        what: 'Đưa tin',
        due_words: '03 ngày 01 lần',
        late_words: 'Đã 04 ngày chưa thực hiện',
        standing: { is: 'silent' as const, last: '2024-11-13', days: 4 },
      },
    ],
  }),
};

it('what is to do today comes from schedule and sheets, and no list of sheets is asked for', async () => {
  const client = new Scripted({
    ...script,
    list_evenings: (): Evenings => ({ evenings: [], self_reports: [] }),
    get_verification: () => ({ second: [] }) as unknown as Verification,
  });
  const today = new Today(client, '2024-11-17');
  await today.load();
  expect(today.error).toBe('');
  expect(today.tonight.map((v) => v.area_name)).toEqual(['Hà Trì 3']);
  expect(today.ahead.map((v) => v.on)).toEqual(['2024-11-18', '2024-11-24']);
  expect(today.toPrint.map((v) => v.area_name)).toEqual(['Hà Trì 3']);
  expect(today.selfReports.map((s) => [s.left, s.done])).toEqual([[12, false]]);
  expect(today.owed.map((o) => [o.to, targetOf(o.debt)])).toEqual([['Bộ phận Văn hóa', 'nhiem-vu-3']]);
  expect(client.asked.map((a) => a.name)).not.toContain('list_sheets');
});

it('whoever leaves waits for the question under way alone', async () => {
  const client = new Scripted(script);
  const today = new Today(client, '2024-11-17');
  const loading = today.load();
  today.leave();
  await loading;
  expect(client.asked.map((a) => a.name)).toEqual(['list_visits']);
  expect(today.error).toBe('');
});

it('what looks at every sheet is asked for last, and the day is shown before it is answered', async () => {
  const slow = gate();
  const client = new Scripted({
    ...script,
    get_verification: async () => {
      await slow.passed;
      return { second: [] } as unknown as Verification;
    },
    list_evenings: () => ({ evenings: [], self_reports: [] }),
  });
  const today = new Today(client, '2024-11-17');
  const loading = today.load();
  await expect.poll(() => today.overview).not.toBeNull();
  expect(today.verification).toBeNull();
  slow.open();
  await loading;
  expect(today.evenings).not.toBeNull();
  expect(client.asked.at(-1)?.name).toBe('list_evenings');
});
