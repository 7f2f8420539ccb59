import { expect, it } from 'vitest';
import { Refusal, type Imported } from '../api/client';
import { Scripted } from '../testing/scripted';
import { Importing } from './importing.svelte';

const seen: Imported = {
  dry_run: true,
  table: 'bảng dán',
  columns: [],
  will: [],
  added: 2,
  changed: 1,
  same: 4,
  skipped: 0,
  new_dates: null,
  new_areas: [],
  questions: [],
  gaps: [],
};

it('is looked at first, then done with the same table', async () => {
  const client = new Scripted({ import_areas: ({ dry_run }) => ({ ...seen, dry_run }) });
  const importing = new Importing(client, 'areas');
  await importing.check();
  expect(client.asked).toEqual([]);
  importing.text = 'Địa bàn\nHà Trì 1';
  await importing.check();
  expect(importing.deeds).toBe(3);
  expect((await importing.run())?.dry_run).toBe(false);
  const table = { from: 'text', text: 'Địa bàn\nHà Trì 1' };
  expect(client.requests('import_areas')).toEqual([
    { table, dry_run: true },
    { table, dry_run: false },
  ]);
});

it('a table that was touched must be looked at again', async () => {
  const importing = new Importing(new Scripted({ import_schedule: () => seen }), 'schedule');
  importing.from = 'file';
  importing.path = ' /lich.xlsx ';
  await importing.check();
  expect(importing.preview).not.toBeNull();
  importing.touched();
  expect(importing.preview).toBeNull();
});

it('faults are told with their places, and nothing is left of the preview', async () => {
  const problem = { code: 'blank' as const, place: { sheet: null, cell: 'dòng 2, cột 1' }, params: { column: 'Địa bàn' } };
  const client = new Scripted({
    import_areas: () => {
      throw new Refusal({ code: 'table_has_problems', params: { table: 'x', count: '1' }, problems: [problem], log_id: null });
    },
  });
  const importing = new Importing(client, 'areas');
  importing.text = 'x';
  await importing.check();
  expect(importing.problems).toEqual([problem]);
  expect(importing.error).toContain('1');
  expect(await importing.run()).toBeNull();
});

it('a spelling in doubt is asked, and what was seen stays until the answer', async () => {
  const question = { letters: 'ngo thi nham', ways: [{ words: 'Ngõ Thì Nhậm', names: [] }], decided: false };
  const client = new Scripted({
    import_schedule: ({ spellings }) => ({ ...seen, questions: [{ ...question, decided: spellings.length > 0 }] }),
  });
  const importing = new Importing(client, 'schedule');
  importing.createAreas = true;
  importing.text = 'bảng';
  await importing.check();
  expect(importing.undecided).toHaveLength(1);
  const deciding = importing.decide('ngo thi nham', 'Ngô Thì Nhậm');
  expect(importing.preview).not.toBeNull();
  await deciding;
  expect(importing.undecided).toHaveLength(0);
  await importing.decide('ngo thi nham', null);
  expect(client.requests('import_schedule').at(-1)).toMatchObject({
    create_areas: true,
    spellings: [{ letters: 'ngo thi nham', words: null }],
  });
});

it('a column named by hand is sent with the table, and what was the same before gives way', async () => {
  const look = {
    table: 'bảng dán',
    sheets: [],
    sheet: null,
    heading: 1,
    headings: [],
    columns: [],
    fields: [],
  };
  const client = new Scripted({ import_areas: () => seen, look_at_table: () => look });
  const importing = new Importing(client, 'areas');
  importing.text = 'Khu\tHà Trì 1';
  await importing.check();
  await importing.name(0, 'name');
  await importing.name(1, 'name');
  await importing.decideName('Ngõ', 'Ngô', false);
  const last = client.requests('import_areas').at(-1)?.table.reading;
  expect(last).toEqual({
    sheet: null,
    heading: 1,
    columns: [{ at: 1, field: 'name' }],
    names: [{ name: 'Ngõ', other: 'Ngô', same: false }],
  });
  importing.touched();
  expect(importing.table).toEqual({ from: 'text', text: 'Khu\tHà Trì 1' });
});
