import { expect, it } from 'vitest';
import type {
  ApprovalEvening,
  Evenings,
  Forecast,
  ObstacleRow,
  PersonId,
  QueryRow,
  Radar,
  RadarPacket,
  Schedule,
  SecondRow,
  SheetTag,
  ThirdRow,
  Verification,
} from '../../api/client';
import { overview, visit } from '../../testing/rows';
import { tasksOf, type Answers } from './tasks';

const schedule: Schedule = {
  starts_on: '2024-11-09',
  ends_on: '2024-11-30',
  teams: [],
  clashes: [],
  days_off: [],
  own_days: [],
  targets_at_end: 0,
  visits: [visit(1, '2024-11-16', 'Hà Trì 2', { sheets: 5 })],
};

const nothing: Answers = {
  schedule,
  overview,
  areas: 1,
  radar: null,
  forecast: null,
  verification: null,
  evenings: null,
  queries: [],
  owed: [],
  people: [],
  overdue: null,
  toPrint: [],
  guided: false,
  may: { key: true, approve: false },
};

const tasks = (over: Partial<Answers>) => tasksOf({ ...nothing, ...over });
const keys = (over: Partial<Answers>) => tasks(over).map((t) => t.key);

function packet(on: string, area: string, missing: number[], over: Partial<RadarPacket> = {}): RadarPacket {
  return {
    visit: visit(missing.length + 1, on, area).id,
    area: visit(1, on, area).area,
    area_label: area,
    on,
    weekday: '',
    hands: { person: 7 as PersonId, name: 'Lê Thị Hoa', title: 'Tổ trưởng' },
    hands_by: 'given',
    due: `${on}T21:30:00`,
    late: true,
    hours: 96,
    age: '4 ngày',
    expected: 5,
    back: 5 - missing.length,
    missing: missing.length,
    lost: 0,
    kept: 0,
    sheets: missing.map((n) => ({ code: `482-193${String(n)}`, kind: 'regular', team: null, team_name: null, n, of: 5, state: 'handed_out', state_word: '' })),
    summary: null,
    ...over,
  };
}

function radarOf(...packets: RadarPacket[]): Radar {
  const missing = packets.reduce((sum, p) => sum + p.missing, 0);
  const late = packets.filter((p) => p.late).reduce((sum, p) => sum + p.missing, 0);
  return { expected: 10, back: 10 - missing, missing, late, summaries_missing: 0, lost: 0, evenings: [], packets };
}

function evening(on: string, over: Partial<ApprovalEvening> = {}): ApprovalEvening {
  return { on, weekday: '', areas: ['Hà Trì 2'], ahead: false, counts: { expected: 5, back: 5, keyed: 5, verified: 5 }, obstacles: [], approved: null, ...over };
}

const evenings = (...rows: ApprovalEvening[]): Evenings => ({ evenings: rows, self_reports: [] });
const hard: ObstacleRow = { what: 'unfinished', hard: true, count: 2, codes: [] };
const soft: ObstacleRow = { what: 'missing', hard: false, count: 1, codes: [] };

const tag = (n: number): SheetTag => ({ code: `482-193${String(n)}`, kind: 'regular', area_label: 'Hà Trì 1', on: '2024-11-16', team_name: null, n, of: 5, state: 'keyed', state_word: '' });
const second = (n: number, over: Partial<SecondRow> = {}): SecondRow => ({ sheet: tag(n), boxes: null, reasons: ['random'], stage: 'untouched', left: 9, why_not: null, ...over });
const third = (n: number, over: Partial<ThirdRow> = {}): ThirdRow => ({
  sheet: tag(n),
  boxes: ['6', '8'].map((no) => ({ no, label: '', values: [] })),
  why_not: null,
  deciders: ['Trần Văn Bình'],
  ...over,
});
const verification = (secondRows: SecondRow[], thirdRows: ThirdRow[]) =>
  ({ second: secondRows, second_more: 0, third: thirdRows }) as unknown as Verification;

const query: QueryRow = {
  id: 12 as QueryRow['id'],
  code: '482-1937',
  visit: null,
  area_label: 'Hà Trì 2',
  on: '2024-11-16',
  team_name: null,
  box: '6',
  box_label: null,
  body: 'Số đã cài có đúng không',
  owner: null,
  due_on: '2024-11-15',
  overdue: 2,
  opened_by: '',
  opened_at: '',
  answer: null,
  answered_by: null,
  answered_at: null,
  earlier: [],
};

const forecast: Forecast = { waiting: 11, finished: 18, minutes_per_sheet: 1.5, done_at: '09:05:00' };

it('the morning comes in its order: key, ask for, settle, answer, approve, print', () => {
  expect(
    keys({
      overview: { ...overview, returned: 20, keyed: 9 },
      radar: radarOf(packet('2024-11-13', 'Cầu Đơ 5', [2, 4])),
      forecast,
      verification: verification([second(1), second(2, { stage: 'needs_again', why_not: 'another_keys_again' })], [third(3)]),
      evenings: evenings(evening('2024-11-14'), evening('2024-11-15', { obstacles: [hard] })),
      queries: [query],
      toPrint: [visit(4, '2024-11-18', 'Hà Trì 4')],
      may: { key: true, approve: true },
    }),
  ).toEqual(['key', 'chase', 'mine', 'second', 'others', 'queries', 'approve', 'print']);
});

it('what has not been answered yet makes no card, and nothing at all is no work', () => {
  expect(tasksOf({ ...nothing, schedule: null })).toEqual([]);
  expect(keys({})).toEqual([]);
});

it('sheets to key are told by evening, with the hour when they are done', () => {
  const [task] = tasks({
    overview: { ...overview, returned: 20, keyed: 9 },
    forecast,
    evenings: evenings(
      evening('2024-11-15', { areas: ['Hà Trì 1'], counts: { expected: 6, back: 6, keyed: 0, verified: 0 } }),
      evening('2024-11-16', { counts: { expected: 5, back: 5, keyed: 0, verified: 0 } }),
    ),
  });
  expect(task?.title).toBe('Nhập 11 phiếu đã về');
  expect(task?.lines).toEqual([
    'Hà Trì 2, tối 16/11: đã về 5/5, chưa nhập xong 5',
    'Hà Trì 1, tối 15/11: đã về 6/6, chưa nhập xong 6',
    'Xong khoảng 9\u00a0giờ\u00a005',
  ]);
  const [more] = tasks({ overview: { ...overview, returned: 20, keyed: 12 }, forecast });
  expect(more?.lines).toEqual(['Kể cả 3 phiếu buổi vừa qua chưa về: xong khoảng 9\u00a0giờ\u00a005']);
  expect(task?.deed).toEqual({ words: 'Nhập phiếu', keys: 'F5', does: { kind: 'go', screen: 'keying', target: undefined } });
});

it('before anything is on the table, the last evening is received; who may not key is not sent there', () => {
  const waiting = { forecast: { ...forecast, done_at: null, minutes_per_sheet: null }, radar: radarOf(packet('2024-11-13', 'Cầu Đơ 5', [2]), packet('2024-11-16', 'Hà Trì 2', [1, 2, 3], { late: false })) };
  const [task] = tasks(waiting);
  expect([task?.key, task?.title]).toEqual(['receive', 'Nhận 3 phiếu của buổi 16/11']);
  expect(task?.deed.does).toEqual({ kind: 'go', screen: 'radar', target: 'nhan' });
  expect(keys({ ...waiting, may: { key: false, approve: false } })).toEqual(['chase']);
});

it('what is late says where, which sheets, who has them and since when', () => {
  const summary = packet('2024-11-14', 'Hà Trì 1', [3]).sheets[0] ?? null;
  const [task] = tasks({
    radar: radarOf(
      packet('2024-11-13', 'Cầu Đơ 5', [2, 4]),
      packet('2024-11-14', 'Hà Trì 1', [1, 2, 3, 4, 5], { hands: null, age: '3 ngày', summary }),
      packet('2024-11-16', 'Hà Trì 2', [1], { late: false }),
    ),
  });
  expect(task?.title).toBe('Đôn đốc 7 phiếu chưa về');
  expect(task?.lines).toEqual([
    'Cầu Đơ 5, tối 13/11: phiếu 2, 4 (Lê Thị Hoa giữ, muộn 4 ngày)',
    'Hà Trì 1, tối 14/11: cả 5 phiếu và phiếu tổng hợp (chưa rõ ai giữ, muộn 3 ngày)',
  ]);
  expect([task?.deed, ...(task?.more ?? [])].map((d) => [d?.words, d?.keys])).toEqual([
    ['In giấy đôn đốc', 'F7'],
    ['Chép tin Zalo', 'Shift F7'],
    ['Xem từng gói', undefined],
  ]);
});

it('more packets than a card holds are counted', () => {
  const [task] = tasks({ radar: radarOf(...[10, 11, 12, 13, 14].map((day) => packet(`2024-11-${String(day)}`, `Tổ ${String(day)}`, [1]))) });
  expect(task?.lines.length).toBe(4);
  expect(task?.lines.at(-1)).toBe('và 2 gói nữa');
});

it('a summary alone is asked for as well', () => {
  const summary = packet('2024-11-14', 'Hà Trì 1', [3]).sheets[0] ?? null;
  expect(tasks({ radar: radarOf(packet('2024-11-14', 'Hà Trì 1', [], { summary })) })[0]?.title).toBe('Đôn đốc 1 phiếu tổng hợp buổi');
});

it('two readings that differ are told apart by whom they wait for', () => {
  const [mine, others] = tasks({
    verification: verification(
      [second(2, { stage: 'needs_again', left: 1 }), second(4, { why_not: 'keyed_first' })],
      [third(5), third(3, { why_not: 'keyed_first' })],
    ),
  });
  expect(mine?.lines).toEqual(['Hà Trì 1 · 5/5: ô 6 và ô 8, cần người thứ ba', 'Hà Trì 1 · 2/5: 1 ô bạn nhìn lại và gõ lại']);
  expect(mine?.deed.does).toMatchObject({ screen: 'verify', target: 'findings' });
  expect(others?.lines).toEqual(['Hà Trì 1 · 3/5: Trần Văn Bình quyết định được']);
  const again = tasks({ verification: verification([second(2, { stage: 'needs_again', left: 1 })], []) });
  expect(again[0]?.deed.does).toMatchObject({ target: 'second:4821932' });
});

it('a question is due on its day, an answered one never', () => {
  expect(keys({ queries: [{ ...query, due_on: '2024-11-17', overdue: null }] })).toEqual(['queries']);
  expect(keys({ queries: [{ ...query, due_on: '2024-11-18', overdue: null }, { ...query, answer: 'Đúng' }] })).toEqual([]);
});

it('an evening is approved by who may; what stands in its way is told to them alone', () => {
  const all = evenings(
    evening('2024-11-13', { approved: { by: '', at: '', note: null } }),
    evening('2024-11-14', { obstacles: [soft] }),
    evening('2024-11-15', { obstacles: [hard] }),
    evening('2024-11-16', { counts: { expected: 5, back: 0, keyed: 0, verified: 0 } }),
    evening('2024-11-18', { ahead: true }),
  );
  const leader = tasks({ evenings: all, may: { key: false, approve: true } });
  expect(leader.map((task) => task.lines)).toEqual([
    ['14/11, Hà Trì 2: 5/5 phiếu; cần ghi chú về 1 phiếu chưa về'],
    ['15/11, Hà Trì 2: còn 2 phiếu chưa nhập xong'],
  ]);
  expect(leader[0]?.deed.does).toMatchObject({ target: 'evenings:2024-11-14' });
  expect(keys({ evenings: all })).toEqual(['ready']);
});

it('while the first steps stand there they say what is to be set up and printed, and nothing says it twice', () => {
  const bare = { areas: 0, toPrint: [visit(1, '2024-11-16', 'Hà Trì 2')] };
  expect(keys(bare)).toEqual(['areas', 'print']);
  expect(keys({ ...bare, guided: true })).toEqual([]);
});
