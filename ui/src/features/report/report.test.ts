import { expect, it } from 'vitest';
import { area, overview } from '../../testing/rows';
import { Scripted } from '../../testing/scripted';
import { areaState, Report } from './report.svelte';

it('a missing sheet is not reported, never zero; what is not due yet is neither', () => {
  const state = (over: Parameters<typeof area>[2]) => areaState(area(1, 'A', over), '2024-11-17');
  expect(state({})).toBe('none');
  expect(state({ expected: 5, evenings: ['2024-11-17'] })).toBe('ahead');
  expect(state({ expected: 1, self_report_due: '2024-11-29' })).toBe('ahead');
  expect(state({ expected: 5, evenings: ['2024-11-16'] })).toBe('not_reported');
  expect(state({ expected: 5, returned: 4, evenings: ['2024-11-16'] })).toBe('partly');
  expect(state({ expected: 5, returned: 5, evenings: ['2024-11-16'] })).toBe('complete');
});

it('the workbook is of the period typed, or of everything; a day that is none makes nothing', async () => {
  const client = new Scripted({
    get_targets: () => [],
    list_areas: () => [area(1, 'A', { expected: 5, returned: 2 }), area(2, 'B', { expected: 3 })],
    get_overview: () => overview,
  });
  const report = new Report(client);
  await report.load();
  expect([report.expected, report.returned]).toEqual([8, 2]);
  await report.make();
  report.from = '2024-11-09';
  report.toOk = false;
  await report.make();
  report.toOk = true;
  report.to = '2024-11-16';
  await report.make();
  expect(client.asked.filter((a) => a.name === 'report_xlsx').map((a) => a.request)).toEqual([
    { from: null, to: null },
    { from: '2024-11-09', to: '2024-11-16' },
  ]);
});
