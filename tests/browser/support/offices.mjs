// Offices as the scenes need them: none yet, empty, in the middle of a campaign, locked, in trouble, very large.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cli, folder, kill } from './programs.mjs';
import { twin } from './twin.mjs';

/** The morning after the twentieth evening of the invented ward. */
export const MORNING = '2024-11-20T08:00:00+07:00';
const SLIP = [32, 27, 5, 61, 54, 9, 40, 44, 40];

const boxes = (values) => values.map((value, i) => ({ no: String(i + 1), value: String(value) }));

async function created(t, beginning, options = {}) {
  const here = await twin(t, { now: MORNING, ...options });
  const desk = await here.call('desk', { do: 'create', path: join(here.home, 'văn phòng.db'), beginning });
  return { ...here, file: desk.file.path };
}

const BLANK = {
  from: 'blank', ward: 'phường Chưa Có Gì', campaign: 'Cài đặt Ứng dụng Mẫu', app: 'Ứng dụng Mẫu', starts_on: '2024-11-01', ends_on: '2024-11-30',
  superior_lines: [], place: '', symbol: '', contact_line: '', signer: '', signature_lines: [],
};

async function signIn({ call }, name) {
  const { accounts } = await call('desk', { do: 'state' });
  await call('desk', { do: 'sign_in', account: accounts.find((a) => a.name === name).id, pin: '' });
}

/** A job of the print room, to its end. */
async function made({ job, jobState }, name, request) {
  const id = await job(name, request);
  for (;;) {
    const state = await jobState(id);
    if (state.state === 'done') return state.file;
    if (state.state !== 'running') throw new Error(`${name}: ${JSON.stringify(state)}`);
  }
}

const NAMES = ['Lê Văn An', 'Trần Thị Bình', 'Phạm Minh Chi', 'Đỗ Dũng', 'Vũ Giang', 'Hà Thu Hoa'];

/** Members, evenings filled, letters begun: what the office has set up. */
async function setUp({ call }) {
  const table = ['Họ và tên\tĐơn vị\tSĐT\tLực lượng', ...NAMES.map((name, i) => `${name}\tChi đoàn ${i + 1}\t91234567${i}\tđoàn viên`)].join('\n');
  const { forces } = await call('list_forces', {});
  const youth = forces.find((f) => /oàn viên/.test(f.name)) ?? forces[0];
  await call('import_members', { table: { from: 'text', text: table }, dry_run: false, force: youth.id });
  const { evenings } = await call('list_rosters', {});
  await call('fill_rosters', { visits: evenings.slice(-3).map((e) => e.visit) });
  for (const kind of ['notice', 'report']) await call('begin_document', { kind });
  await call('add_units', { names: ['Trường Tiểu học A', 'Trường THCS B'], due_on: '2024-11-15' });
  const { groups } = await call('list_tasks', {});
  await call('record_task', { task: groups[0].tasks[0].id, on: '2024-11-12', note: 'Tin số 1 trên loa truyền thanh', proof: 'Sổ phát thanh, trang 12', finished: false });
  const area = (await call('list_areas', {}))[0];
  const place = await call('put_posting_place', { id: null, area: area.id, name: 'Nhà văn hóa tổ dân phố', keeper: null, note: null });
  const id = typeof place === 'number' ? place : (await call('list_postings', {})).places[0].id;
  await call('put_posting', { id: null, place: id, what: 'Áp phích A3', copies: 2, on: '2024-11-02', by: null, taken_down: null, note: null });
  const { offered } = await call('list_costs', {});
  for (const line of offered.slice(0, 3)) await call('put_cost_line', { id: null, line: { ...line, unit_price: 1200 } });
}

/** What came back, what was keyed twice, what does not agree, what was approved and reported. */
async function worked(here) {
  const { call } = here;
  const sheets = (await call('list_sheets', { evening: null })).filter((s) => s.kind === 'regular');
  const keyed = sheets.filter((s) => s.state === 'keyed');
  const [, second, third] = [...new Set(keyed.map((s) => s.on))];
  const out = sheets.filter((s) => s.state === 'printed' && s.on < '2024-11-20');
  await call('return_sheets', { codes: out.slice(0, 4).map((s) => s.code), visit: null, team: null, brought_by: null });
  await call('lose_sheet', { code: out[6].code, reason: 'Mưa ướt, không đọc được' });
  // A sheet half keyed, one whose numbers do not agree, one keyed twice over.
  await call('set_boxes', { code: out[0].code, boxes: boxes([32, 27, 5]) });
  await call('set_boxes', { code: out[1].code, boxes: boxes([32, 27, 5, 61, 24, 9, 41, 44, 40]) });
  const copy = await call('key_copy', { code: keyed[2].code });
  await call('set_boxes', { code: copy, boxes: boxes(SLIP) });
  const of = (day) => keyed.filter((s) => s.on === day);
  const { code } = of(second)[0];
  const other = (await call('open_sheet', { code })).boxes.map((box, i) => (i === 6 ? box.value + 1 : box.value));
  for (const [name, role] of [['Thu Hằng', 'clerk'], ['Quốc Bảo', 'clerk'], ['Lê Văn Tám', 'leadership']]) await call('add_account', { name, role, pin: null });
  await signIn(here, 'Lê Văn Tám');
  await call('set_verification', { mode: { kind: 'aimed', ceiling: 5 } });
  await signIn(here, 'Quốc Bảo');
  // The same difference twice: a third person decides.
  await call('set_second_boxes', { code, boxes: boxes(other), cursor: null });
  await call('set_second_boxes', { code, boxes: [{ no: '7', value: String(other[6]) }], cursor: null });
  await signIn(here, 'Quản trị');
  await call('open_query', { code: of(third)[0].code, visit: null, box: '4', body: 'Số người gặp cao hơn hẳn các tối khác, hỏi lại tổ trưởng', owner: null, due_on: '2024-11-19' });
  await call('approve_evening', { on: of(third)[0].on, note: 'Đã đối chiếu với tổ trưởng' }).catch(() => undefined);
  await call('issue_report', { kind: 'weekly', day: '2024-11-17', from: null, to: null });
  return { ...here, sheets, keyed, out, third: code };
}

/** In the middle of the campaign, with something in every list. */
async function full(t) {
  const here = await created(t, { from: 'sample', name: 'minh-hoa' });
  await setUp(here);
  await made(here, 'sheets_pdf', { evening: '2024-11-20', loose: false, layout: 'a4' });
  const visited = (await here.call('list_areas', {})).find((area) => area.evenings.includes('2024-11-20'));
  await made(here, 'flyers_pdf', { size: 'a5', area: visited.id });
  await here.call('backups', { do: 'make' });
  return worked(here);
}

/** Just made, with a name and a period and nothing else. */
const empty = (t) => created(t, BLANK);

/** Its plan is issued, and an evening has moved since. */
async function issued(t) {
  const here = await created(t, { from: 'sample', name: 'ha-cau-2024' }, { now: '2024-11-10T20:00:00+07:00' });
  const { call } = here;
  await call('issue_plan', { number: 75, dated: '2024-11-05' });
  const { visits } = await call('list_visits', {});
  await call('move_visit', { id: visits.find((v) => v.on === '2024-11-20').id, on: '2024-11-30', confirmed: true });
  return here;
}

const PIN = '147258';

/** Everybody has a PIN, and somebody sits there. */
async function guarded(t) {
  const here = await created(t, { from: 'sample', name: 'minh-hoa' });
  const { call } = here;
  const [{ id }] = await call('list_accounts', {});
  await call('set_pin', { account: id, pin: PIN });
  const clerk = await call('add_account', { name: 'Lê Thị Bích', role: 'clerk', pin: 'mã tạm' });
  return { ...here, clerk };
}

/** Nobody has signed in. */
async function shut(t) {
  const here = await guarded(t);
  await here.call('desk', { do: 'sign_out' });
  return here;
}

/** A PIN that somebody else chose is to be changed. */
async function lent(t) {
  const here = await guarded(t);
  await here.call('desk', { do: 'sign_in', account: here.clerk, pin: 'mã tạm' });
  return here;
}

const none = (t) => twin(t, { now: MORNING });

/** Its pages do not hold together any more. */
async function damaged(t) {
  const first = await created(t, { from: 'sample', name: 'minh-hoa' });
  await first.call('backups', { do: 'make' });
  await kill(first.child);
  const bytes = await readFile(first.file);
  for (let at = 8192; at < bytes.length; at += 1021) bytes[at] ^= 0x5a;
  await writeFile(first.file, bytes);
  const here = await twin(t, { now: MORNING, home: first.home });
  await here.call('desk', { do: 'open', path: first.file }).catch(() => undefined);
  return here;
}

/** Somebody else writes to it. */
async function reading(t) {
  const first = await created(t, { from: 'sample', name: 'minh-hoa' });
  const here = await twin(t, { now: MORNING });
  await here.call('desk', { do: 'open_reading', path: first.file });
  return here;
}

/** The workbook a ward of invented figures sends, under a name of its own. */
async function sent(t, home, name) {
  const file = join(home, `${name}.db`);
  await cli('new', file, '--sample', 'minh-hoa');
  const here = await twin(t, { home, file });
  const [period] = await here.call('list_office_periods', {});
  const { id, superior_lines, name_lines, place, symbol, contact_line } = period.issuer;
  await here.call('correct_office_period', { id, from: null, letterhead: { superior_lines, name_lines, place, symbol, contact_line, short_name: `UBND phường ${name}` } });
  await here.stop();
  const workbook = join(home, `${name}.xlsx`);
  await cli('report', file, '-o', workbook);
  return workbook;
}

/** A copy of the program that holds what wards have sent. */
async function city(t) {
  const home = await folder(t);
  const file = join(home, 'thành phố.db');
  for (const name of ['Cầu Giấy Mẫu', 'Ba Vì Mẫu']) await cli('consolidate', file, await sent(t, home, name));
  return twin(t, { now: MORNING, home, file });
}

/** Three hundred areas of names as long as names get, and an evening for each: tables that the program takes in. */
function crowd(n) {
  const kinds = ['Tổ dân phố', 'Cụm chung cư', 'Khu nhà ở'];
  const streets = ['Nguyễn Thị Minh Khai kéo dài đến hết đường Trần Hưng Đạo', 'Ngô Thì Nhậm', 'Phan Đình Phùng giáp ranh phường Quang Trung', 'Hà Trì', 'Lê Trọng Tấn, đoạn từ cầu Đơ đến bến xe'];
  const names = Array.from({ length: n }, (_, i) => `${kinds[i % kinds.length]} ${streets[i % streets.length]} ${i + 1}`);
  const areas = names.map((name, i) => `${i + 1};${name};Cụm ${(i % 17) + 1};${200 + ((i * 37) % 400)};${600 + ((i * 91) % 900)};01/11/2024`);
  const day = (i) => `${String(1 + (i % 30)).padStart(2, '0')}/11/2024`;
  const evenings = names.map((name, i) => `${i + 1};${day(i)};${name}`);
  return { areas: ['STT;Địa bàn;Cụm;Số hộ;Số người từ 15 tuổi;Tính đến ngày', ...areas].join('\n'), schedule: ['STT;Thời gian;Địa bàn', ...evenings].join('\n') };
}

/** A very large ward with long names, made from tables that the program takes in. */
async function crowded(t) {
  const here = await created(t, { ...BLANK, ward: 'phường Nam Từ Liêm Thống Nhất Kiến Hưng Phú Lãm', campaign: 'Cài đặt Ứng dụng Mẫu cho toàn bộ người dân từ 15 tuổi trở lên' });
  const { areas, schedule } = crowd(300);
  await here.call('import_areas', { table: { from: 'text', text: areas }, dry_run: false });
  await here.call('import_schedule', { table: { from: 'text', text: schedule }, dry_run: false, create_areas: false, spellings: [] });
  await here.call('number_sheets', { evening: null, count: 5, spare: 2, summary: false, loose: 0 });
  const sheets = (await here.call('list_sheets', { evening: null })).filter((s) => s.kind === 'regular');
  for (const sheet of sheets.filter((s) => s.on < '2024-11-19').slice(0, 60)) await here.call('set_boxes', { code: sheet.code, boxes: boxes([32, 27, 5, 61, 54, 9, 41, 44, 40]) });
  return here;
}

const MAKERS = { none, empty, full, issued, guarded, shut, lent, damaged, reading, city, crowded };

/** Offices of a test, each made when the first scene asks for it. */
export function offices(t) {
  const made = new Map();
  return (name) => {
    if (!made.has(name)) made.set(name, MAKERS[name](t));
    return made.get(name);
  };
}
