import { expect, it } from 'vitest';
import type { CostLine, CostSheet, HangingRow, NewsDuty, NewsLog, PostingBoard, PostingPlaceRow } from '../../api/client';
import { refusal, Scripted } from '../../testing/scripted';
import { CostDraft, Costs } from './costs.svelte';
import { News } from './news.svelte';
import { Posting } from './posting.svelte';

const place = (id: number, name: string, postings: HangingRow[] = []): PostingPlaceRow => ({
  id: id as PostingPlaceRow['id'],
  area: null,
  area_label: null,
  name,
  keeper: null,
  note: null,
  postings,
});

const board = (...places: PostingPlaceRow[]): PostingBoard => ({ today: '2024-11-10', places, bare: [], people: [] });

it('a new place is the one chosen; a refusal stays where it was asked for and nothing is read again', async () => {
  const client = new Scripted({
    list_postings: () => board(place(1, 'A'), place(2, 'B')),
    put_posting_place: ({ name }) => {
      if (name === '') throw refusal('blank', { field: 'tên điểm niêm yết' });
      return 2 as PostingPlaceRow['id'];
    },
  });
  const posting = new Posting(client);
  await posting.load();
  expect(posting.chosen?.name).toBe('A');
  const form = { id: null, area: null, keeper: null, note: null };
  expect(await posting.putPlace({ ...form, name: '' })).toBe(false);
  expect(posting.refused).toContain('tên điểm niêm yết');
  expect(client.requests('list_postings')).toHaveLength(1);
  expect(await posting.putPlace({ ...form, name: 'B' })).toBe(true);
  expect([posting.chosen?.name, posting.refused]).toEqual(['B', '']);
});

const duty = (task: number, over: Partial<NewsDuty> = {}): NewsDuty => ({
  task: task as NewsDuty['task'],
  unit: 'Văn hóa – Xã hội',
  plain: 'Đăng tin',
  every_days: 3,
  standing: { is: 'fine', next: null },
  next: null,
  items: [],
  gaps: [],
  ...over,
});

it('news are written down for the duty that is chosen, on the day that is said, and the field is empty again', async () => {
  const log: NewsLog = { today: '2024-11-10', starts_on: '2024-11-09', ends_on: '2024-11-30', duties: [duty(4), duty(5)] };
  const client = new Scripted({ get_news: () => log, record_task: () => 1 as never });
  const news = new News(client);
  await news.load();
  expect(news.on).toBe('2024-11-10');
  await news.record();
  expect(client.requests('record_task')).toEqual([]);
  news.chosenId = 5 as NewsDuty['task'];
  news.note = 'Bài trên trang của phường';
  await news.record();
  expect(client.requests('record_task')).toEqual([
    { task: 5, on: '2024-11-10', note: 'Bài trên trang của phường', proof: null, finished: false },
  ]);
  expect(news.note).toBe('');
});

it('news that are refused stay typed', async () => {
  const log: NewsLog = { today: '2024-11-10', starts_on: '2024-11-09', ends_on: '2024-11-30', duties: [duty(4)] };
  const client = new Scripted({
    get_news: () => log,
    record_task: () => {
      throw refusal('not_allowed', { role: 'x' });
    },
  });
  const news = new News(client);
  await news.load();
  news.note = 'Bài';
  await news.record();
  expect(news.note).toBe('Bài');
  expect(news.refused).not.toBe('');
});

const sheet = (...lines: CostLine[]): CostSheet => ({
  items: lines.map((line) => ({ line, counted: null, quantity: null, amount: null })),
  total: null,
  without_households: [],
  offered: [],
});

const line = (id: number, name: string): CostLine => ({
  id: id as CostLine['id'],
  name,
  unit: 'tờ',
  basis: 'household',
  per_hundred: 100,
  spare_percent: 5,
  unit_price: null,
});

it('a blank price is unknown, never zero; what is no number is not sent', async () => {
  const client = new Scripted({ put_cost_line: () => 1 as never, list_costs: () => sheet() });
  const costs = new Costs(client);
  const draft = new CostDraft(null, line(1, 'Tờ rơi'));
  costs.draft = draft;
  expect(draft.form?.unit_price).toBeNull();
  draft.price = '0';
  expect(draft.form?.unit_price).toBe(0);
  draft.price = '1.200';
  expect(draft.form?.unit_price).toBe(1200);
  draft.price = 'rẻ';
  await costs.save();
  expect(client.requests('put_cost_line')).toEqual([]);
  draft.price = '';
  draft.spare = '101';
  expect([draft.spareOk, draft.form]).toEqual([false, null]);
  draft.spare = '0';
  await costs.save();
  expect(client.requests('put_cost_line')[0]?.line).toMatchObject({ unit_price: null, spare_percent: 0 });
  expect(costs.draft).toBeNull();
});

it('lines change places with their neighbours; the ends stay', async () => {
  const lines = [line(1, 'A'), line(2, 'B'), line(3, 'C')];
  const client = new Scripted({ list_costs: () => sheet(...lines), order_cost_lines: () => null as never });
  const costs = new Costs(client);
  await costs.load();
  await costs.move(lines[0] as CostLine, -1);
  expect(client.requests('order_cost_lines')).toEqual([]);
  await costs.move(lines[0] as CostLine, 1);
  expect(client.requests('order_cost_lines')).toEqual([{ ids: [2, 1, 3] }]);
});
