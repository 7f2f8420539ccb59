import { expect, it } from 'vitest';
import { area, overview, visit } from '../../testing/rows';
import { refusal, Scripted } from '../../testing/scripted';
import { FlyerPrint, SheetPrint } from './papers.svelte';

it('sheets get their codes, then the file is made', async () => {
  const client = new Scripted({ number_sheets: () => ({ made: 5, kept: 2 }) });
  const sheets = new SheetPrint(client);
  await sheets.print('2024-11-16');
  expect(client.asked).toEqual([
    { name: 'number_sheets', request: { evening: '2024-11-16', count: 5, spare: 2, summary: true, loose: 0 } },
    { name: 'sheets_pdf', request: { evening: '2024-11-16', loose: false } },
  ]);
  expect(sheets.numbered).toContain('5');
  expect(sheets.making.file?.file_name).toBe('sheets_pdf');
});

it('a count out of range is said before anything is asked; a refusal makes no file', async () => {
  const client = new Scripted({
    number_sheets: () => {
      throw refusal('no_visits', { date: '16/11/2024' });
    },
  });
  const sheets = new SheetPrint(client);
  sheets.count = '0';
  await sheets.print('');
  sheets.count = '100';
  await sheets.print('');
  expect(client.asked).toEqual([]);
  sheets.count = '5';
  await sheets.print('');
  expect(client.asked.map((a) => a.name)).toEqual(['number_sheets']);
  expect(sheets.error).toContain('16/11/2024');
});

it('evenings off are not printed, areas of one evening stand together', async () => {
  const client = new Scripted({
    list_visits: () => ({
      starts_on: '',
      ends_on: '',
      teams: [],
      clashes: [],
      days_off: [],
      own_days: [],
      targets_at_end: 0,
      visits: [
        visit(1, '2024-11-09', 'A'),
        visit(2, '2024-11-09', 'B'),
        visit(3, '2024-11-10', 'C', { cancelled: 'mưa' }),
      ],
    }),
  });
  const sheets = new SheetPrint(client);
  await sheets.load();
  expect(sheets.evenings).toEqual([{ on: '2024-11-09', areas: 'A, B' }]);
});

it('one flyer is shown for all, of an area that has an evening', async () => {
  const client = new Scripted({
    list_areas: () => [area(1, 'A'), area(2, 'B', { evenings: ['2024-11-09'] })],
    get_overview: () => overview,
  });
  const flyers = new FlyerPrint(client);
  await flyers.load();
  expect(flyers.preview).not.toBeNull();
  await flyers.make();
  expect(client.asked.at(-1)).toEqual({ name: 'flyers_pdf', request: { size: 'a5', area: null } });
});
