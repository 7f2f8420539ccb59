import { expect, it } from 'vitest';
import type { PrintedSubject, PrintingRow } from '../../api/client';
import { visit } from '../../testing/rows';
import { gate, refusal, Scripted } from '../../testing/scripted';
import { CardPrint } from './cards.svelte';
import { Printed, standingOf } from './printed.svelte';

const about = (area_name: string, over: Partial<PrintedSubject> = {}): PrintedSubject => ({
  subject: 'campaign' as never,
  area_name,
  team_name: null,
  on: null,
  state: 'current',
  says: null,
  now: null,
  ...over,
});

const row = (id: number, over: Partial<PrintingRow> = {}): PrintingRow => ({
  id: id as PrintingRow['id'],
  kind: 'sheets',
  at: '2024-11-09T08:00:00+07:00',
  by: 'Thu Hằng',
  file_name: 'Phieu.pdf',
  path: null,
  pages: 7,
  made_from: 'A4',
  subjects: [],
  stale: 0,
  again: null,
  ...over,
});

it('a batch is stale while one of its papers is, and replaced once all of them are', () => {
  const replaced = about('A', { state: 'replaced' });
  expect(standingOf(row(1, { stale: 1, subjects: [replaced, about('B', { state: 'stale' })] }))).toBe('stale');
  expect(standingOf(row(1, { subjects: [replaced, replaced] }))).toBe('replaced');
  expect(standingOf(row(1, { subjects: [replaced, about('B')] }))).toBe('current');
  expect(standingOf(row(1))).toBe('current');
});

it('batches are found without marks by paper, area and person, or by what is to be printed again', async () => {
  const rows = [
    row(1, { subjects: [about('1 Ngô Thì Nhậm')] }),
    row(2, { kind: 'flyer', by: 'Minh Hạnh', stale: 2 }),
  ];
  const printed = new Printed(new Scripted({ list_printings: () => rows }));
  await printed.load();
  const found = (query: string) => {
    printed.query = query;
    return printed.shown.map((r) => r.id);
  };
  expect([found('ngo thi nham'), found('to roi'), found('minh hanh'), found('xyz')]).toEqual([[1], [2], [2], []]);
  expect(printed.chosen).toBeNull();
  found('');
  printed.staleOnly = true;
  expect(printed.shown.map((r) => r.id)).toEqual([2]);
  expect(printed.chosen?.id).toBe(2);
});

it('again means the same choices; a batch without them asks for nothing', async () => {
  const client = new Scripted({});
  const printed = new Printed(client);
  await printed.again(row(1));
  await printed.again(row(2, { again: { command: 'flyers_pdf', request: { size: 'a5', area: null } } }));
  expect(client.asked).toEqual([{ name: 'flyers_pdf', request: { size: 'a5', area: null } }]);
});

it('an evening that was moved is printed again for the day it is on now', async () => {
  const client = new Scripted({});
  const printed = new Printed(client);
  const again = { command: 'sheets_pdf', request: { evening: '2024-11-09', loose: false } };
  await printed.again(row(1, { again, subjects: [about('A', { on: '2024-11-30' })] }));
  await printed.again(row(2, { again, subjects: [about('A', { on: '2024-11-09' })] }));
  expect(client.asked.map((a) => a.request)).toEqual([
    { evening: '2024-11-30', loose: false },
    { evening: '2024-11-09', loose: false },
  ]);
});

it('an older answer does not take the place of a newer one', async () => {
  const first = gate();
  let asked = 0;
  const client = new Scripted({
    list_printings: async () => {
      if (++asked > 1) return [row(2)];
      await first.passed;
      return [row(1)];
    },
  });
  const printed = new Printed(client);
  const older = printed.load();
  await printed.load();
  first.open();
  await older;
  expect(printed.rows.map((r) => r.id)).toEqual([2]);
});

const visits = () => ({
  starts_on: '',
  ends_on: '',
  teams: [],
  clashes: [],
  days_off: [],
  own_days: [],
  targets_at_end: 0,
  visits: [visit(1, '2024-11-09', 'A'), visit(2, '2024-11-10', 'B', { cancelled: 'mưa' })],
});

it('cards are looked at without names, and printed with them once that is noted', async () => {
  const client = new Scripted({ list_visits: visits, note_team_cards: () => 12 });
  const cards = new CardPrint(client);
  await cards.load();
  expect(cards.evenings.map((e) => e.on)).toEqual(['2024-11-09']);
  await cards.make();
  expect(client.asked.slice(2)).toEqual([
    { name: 'note_team_cards', request: { evening: null } },
    { name: 'team_cards_pdf', request: { evening: null, size: 'a5', names: true } },
  ]);
  expect(cards.noted).toContain('12');
});

it('cards without names are no access to contacts; a note that is refused prints nothing', async () => {
  const client = new Scripted({
    list_visits: visits,
    note_team_cards: () => {
      throw refusal('not_allowed', { role: 'x' });
    },
  });
  const cards = new CardPrint(client);
  await cards.make();
  expect(client.asked.map((a) => a.name)).toEqual(['note_team_cards']);
  expect(cards.error).not.toBe('');
  cards.names = false;
  await cards.make();
  expect(client.asked.at(-1)).toEqual({ name: 'team_cards_pdf', request: { evening: null, size: 'a5', names: false } });
});
