import { expect, it } from 'vitest';
import type { UnitCell, UnitId, UnitIndicatorId, Units } from '../../../api/client';
import { area, sheet } from '../../../testing/rows';
import { refusal, Scripted } from '../../../testing/scripted';
import { gridStop, RowDraft, SelfReports } from './units.svelte';

const cell = (indicator: number, people: number | null, done: number | null, as_of: string | null = null): UnitCell => ({
  indicator: indicator as UnitIndicatorId,
  as_of,
  people,
  done,
});

const typed = (row: RowDraft, indicator: number, people: string, done: string) => {
  row.typed[`${String(indicator)} people`] = people;
  row.typed[`${String(indicator)} done`] = done;
};

it('only what changed is sent, blank stays blank, and an emptied box empties its own day', async () => {
  const client = new Scripted({ put_unit_figures: () => null });
  const row = new RowDraft(1 as UnitId, [cell(1, 40, 30, '2024-11-10'), cell(2, null, null), cell(3, 6, 5, '2024-11-09')]);
  typed(row, 1, '1.040', '30');
  typed(row, 3, '', '');
  expect(await row.save(client, '2024-11-17')).toBe(true);
  expect(client.requests('put_unit_figures')).toEqual([
    { unit: 1, as_of: '2024-11-17', values: [{ indicator: 1, people: 1040, done: 30 }] },
    { unit: 1, as_of: '2024-11-09', values: [{ indicator: 3, people: null, done: null }] },
  ]);
});

it('nothing is sent while a box holds no number, nor when nothing changed', async () => {
  const client = new Scripted({});
  const row = new RowDraft(1 as UnitId, [cell(1, 40, 30)]);
  expect(await row.save(client, '2024-11-17')).toBe(true);
  typed(row, 1, '4x', '30');
  expect(await row.save(client, '2024-11-17')).toBe(false);
  expect(client.asked).toEqual([]);
});

it('a refusal stands at its row and keeps what was typed; other rows read anew', async () => {
  const client = new Scripted({
    put_unit_figures: () => {
      throw refusal('more_done_than_people', { unit: 'Trường A', indicator: 'giáo viên', done: '50', people: '40' });
    },
  });
  const row = new RowDraft(1 as UnitId, [cell(1, 40, 30), cell(2, 1, 1)]);
  typed(row, 1, '40', '50');
  expect(await row.save(client, '2024-11-17')).toBe(false);
  expect(row.error).toContain('Trường A');
  row.take([cell(1, 40, 31), cell(2, 2, 1)]);
  expect([row.typed['1 done'], row.typed['2 people']]).toEqual(['50', '2']);
});

it('an area that reports by itself is found with its sheet, or numbered', async () => {
  const client = new Scripted({
    list_units: () => ({ today: '2024-11-17', columns: [], units: [], offered: [] }) satisfies Units,
    list_areas: () => [area(1, 'Hà Trì 1'), area(9, 'Hillstate', { self_report_due: '2024-11-29' })],
    list_sheets: () => [sheet('1', null, 1, { kind: 'self_report', area: area(9, '').id, state: 'void' })],
    number_self_report: () => '482-1937',
  });
  const reports = new SelfReports(client, '2024-11-17');
  await reports.load();
  const [own] = reports.areas;
  expect([reports.areas.length, own?.due, own?.sheet]).toEqual([1, '2024-11-29', null]);
  expect(own && (await reports.sheetOf(own.area, own.sheet))).toBe('482-1937');
});

it('Enter and arrows go up and down a column', () => {
  expect(gridStop('Enter', { row: 0, column: 3 }, 2)).toEqual({ row: 1, column: 3 });
  expect(gridStop('ArrowUp', { row: 1, column: 3 }, 2)).toEqual({ row: 0, column: 3 });
  expect(gridStop('Enter', { row: 1, column: 3 }, 2)).toBeNull();
  expect(gridStop('5', { row: 0, column: 0 }, 2)).toBeNull();
});
