import { expect, it } from 'vitest';
import { area, overview, sheet, visit } from '../../testing/rows';
import type { TaskId } from '../../api/client';
import { Scripted } from '../../testing/scripted';
import { targetOf } from '../debt';
import { Today } from './today.svelte';

it('what is to do today comes from schedule and sheets', async () => {
  const today = new Today(
    new Scripted({
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
      list_sheets: ({ which }) =>
        which === 'late'
          ? [sheet('3', '2024-11-16', 3, { area: area(1, '').id })]
          : [sheet('2', '2024-11-16', 2, { state: 'returned' })],
      list_areas: () => [
        area(1, 'Hà Trì 2'),
        area(9, 'Hyundai Hillstate', { self_report_due: '2024-11-29', expected: 1 }),
      ],
      get_overview: () => overview,
      get_chase: () => ({
        today: '2024-11-17',
        texts: [],
        rows: [
          {
            debt: { kind: 'task', id: 3 as TaskId },
            to: 'Bộ phận Văn hóa',
            what: 'Đưa tin',
            due_words: '03 ngày 01 lần',
            late_words: 'Đã 04 ngày chưa thực hiện',
            standing: { is: 'silent', last: '2024-11-13', days: 4 },
          },
        ],
      }),
    }),
    '2024-11-17',
  );
  await today.load();
  expect(today.tonight.map((v) => v.area_name)).toEqual(['Hà Trì 3']);
  expect(today.ahead.map((v) => v.on)).toEqual(['2024-11-18', '2024-11-24']);
  expect(today.unfinished.map((s) => s.code)).toEqual(['2']);
  expect(today.late).toEqual([{ on: '2024-11-16', area: 'Hà Trì 2', missing: [3], all: 3, days: 1 }]);
  expect(today.toPrint.map((v) => v.area_name)).toEqual(['Hà Trì 3']);
  expect(today.selfReports.map((s) => [s.left, s.done])).toEqual([[12, false]]);
  expect(today.owed.map((o) => [o.to, targetOf(o.debt)])).toEqual([['Bộ phận Văn hóa', 'nhiem-vu-3']]);
});
