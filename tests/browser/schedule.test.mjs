// The schedule, with the keyboard alone: from an empty office to the plan's evenings, and then changed.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { accessible, atField, open, pasteTable, picture, press, sees, settled, tabTo, type } from './support/browser.mjs';
import { root } from './support/programs.mjs';
import { office, twin } from './support/twin.mjs';

/** The reference plan's own table, as it was received, with its scanning error. */
const PLAN = readFileSync(join(root, 'tests', 'fixtures', 'tables', 'lich-ke-hoach-ha-cau.txt'), 'utf8');

/** A blank office at its schedule. */
async function blank(t, options) {
  const here = await twin(t);
  const beginning = { from: 'blank', ward: 'phường Hà Cầu', campaign: 'Cài đặt iHanoi', app: 'iHanoi' };
  await here.call('desk', { do: 'create', path: join(here.home, 'văn phòng.db'), beginning });
  const page = await open(t, here.url, { hash: '#/lich', ...options });
  await page.getByRole('navigation').waitFor();
  await settled(page);
  return { ...here, page };
}

async function at(t, options) {
  const here = await office(t);
  const page = await open(t, here.url, { hash: '#/lich', ...options });
  await page.getByRole('navigation').waitFor();
  await settled(page);
  return { ...here, page };
}

const evenings = (schedule) => schedule.visits.filter((v) => v.cancelled === null).map((v) => `${v.on} ${v.area_name}`);
const areaOn = (schedule, on) => schedule.visits.filter((v) => v.on === on && v.cancelled === null).map((v) => v.area_name);

/** From a day of the grid to another by arrows. */
async function goTo(page, from, to) {
  const key = to > from ? 'ArrowRight' : 'ArrowLeft';
  for (let n = Math.abs(to - from); n > 0; n--) await press(page, key);
  await atField(page, `${to} `);
}

/** Pastes the plan's table into the import dialog and decides its spelling. */
async function pastePlan(page) {
  await tabTo(page, 'Dán bảng lịch từ kế hoạch');
  await press(page, 'Enter');
  await pasteTable(page, PLAN);
  await sees(page, 'Sẽ thêm 17 địa bàn');
  await sees(page, 'Cầu Đơ 2');
  await sees(page, 'Bảng viết “Ngõ Thì Nhậm” và “Ngô Thì Nhậm”. Cách nào đúng?');
}

test('an empty office has the plan’s evenings after one paste, once the spelling is decided', async (t) => {
  const { page, call } = await blank(t);
  await sees(page, 'Chưa xếp buổi nào');
  await picture(page, 'schedule-empty');
  await pastePlan(page);
  await picture(page, 'schedule-paste');
  assert.equal(await page.getByRole('button', { name: 'Nhập 22 dòng' }).isDisabled(), true, 'nothing is decided by itself');
  assert.deepEqual((await call('list_areas', {})).length, 0);

  await tabTo(page, 'Đều là “Ngõ Thì Nhậm”');
  await press(page, 'ArrowRight');
  await atField(page, 'Đều là “Ngô Thì Nhậm”');
  await tabTo(page, 'Nhập 22 dòng');
  await press(page, 'Enter');
  await sees(page, 'Đã nhập: thêm 22');

  const made = await call('list_visits', {});
  const sample = await (await office(t)).call('list_visits', {});
  assert.equal(made.visits.length, 22);
  assert.deepEqual(evenings(made), evenings(sample), 'the schedule is the sample’s');
  assert.deepEqual([made.starts_on, made.ends_on], [sample.starts_on, sample.ends_on]);
  const areas = await call('list_areas', {});
  assert.equal(areas.length, 17);
  assert.ok(areas.some((a) => a.name === '5 Ngô Thì Nhậm') && !areas.some((a) => a.name.includes('Ngõ')));
  assert.deepEqual(areas.filter((a) => a.kind !== 'residential_group').map((a) => a.kind), ['apartment_block', 'housing_estate']);
  assert.ok(made.clashes.every((c) => !c.hard));

  // The cursor is in the calendar: it goes on without a mouse.
  await atField(page, '10 10/11/2024');
  await goTo(page, 10, 12);
  await press(page, 'Delete');
  await atField(page, 'Lý do');
  await type(page, 'mưa bão');
  await press(page, 'Enter');
  await sees(page, 'Đã hủy buổi Cầu Đơ 4');

  // Moved to the evening that became free.
  await atField(page, '12 12/11/2024');
  await goTo(page, 12, 13);
  await press(page, 'm');
  await sees(page, 'Đang dời Cầu Đơ 5');
  await press(page, 'ArrowLeft', 'Enter');
  await sees(page, 'Đã dời Cầu Đơ 5 sang 12/11/2024');
  assert.deepEqual(areaOn(await call('list_visits', {}), '2024-11-12'), ['Cầu Đơ 5']);

  // A day that is taken offers to change places.
  await atField(page, '12 12/11/2024');
  await goTo(page, 12, 17);
  await press(page, 'Enter');
  await sees(page, 'Đang dời Hà Trì 3');
  await press(page, 'ArrowRight', 'Enter');
  await atField(page, 'Đổi chỗ với Hà Trì 4');
  await picture(page, 'schedule-swap');
  await press(page, 'Enter');
  await sees(page, 'Đã đổi chỗ Hà Trì 3 và Hà Trì 4');
  const swapped = await call('list_visits', {});
  assert.deepEqual([areaOn(swapped, '2024-11-17'), areaOn(swapped, '2024-11-18')], [['Hà Trì 4'], ['Hà Trì 3']]);
  await picture(page, 'schedule-pasted');
});

test('a schedule is proposed, looked at, taken, and taken back', async (t) => {
  const { page, call } = await blank(t);
  await pastePlan(page);
  await tabTo(page, 'Đều là “Ngõ Thì Nhậm”');
  await press(page, 'ArrowRight');
  await tabTo(page, 'Nhập 22 dòng');
  await press(page, 'Enter');
  await atField(page, '10 10/11/2024');
  const before = await call('list_visits', {});
  await press(page, 'p');
  await page.getByRole('dialog').waitFor();
  for (const day of ['Thứ Bảy', 'Chủ nhật']) {
    await tabTo(page, day);
    await press(page, ' ');
  }
  await tabTo(page, 'Giữ các buổi đã xếp');
  await press(page, ' ');
  await tabTo(page, 'Xem thử');
  await press(page, 'Enter');
  await sees(page, /\d+ buổi mới/);
  await picture(page, 'schedule-propose');
  assert.deepEqual(evenings(await call('list_visits', {})), evenings(before), 'a look changes nothing');
  await tabTo(page, 'Nhận lịch này');
  await press(page, 'Enter');
  await sees(page, 'Đã nhận lịch');
  const taken = await call('list_visits', {});
  const later = taken.visits.filter((v) => v.cancelled === null && v.on > '2024-11-10');
  assert.ok(later.length > 0 && later.every((v) => ![0, 6].includes(new Date(`${v.on}T00:00:00Z`).getUTCDay())), 'no weekend');
  assert.ok(taken.clashes.every((c) => !c.hard));
  await press(page, 'Control+z');
  await sees(page, 'Đã hoàn tác');
  assert.deepEqual(evenings(await call('list_visits', {})), evenings(before));
});

test('the list has the same keys: down, move, teams, second evening', async (t) => {
  const { page, call } = await at(t);
  await tabTo(page, 'Lịch tháng');
  await press(page, 'ArrowRight');
  await tabTo(page, /^10\/11\/2024/);
  await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown');
  await atField(page, '13/11/2024');
  await press(page, 'Enter');
  await atField(page, 'Sang ngày');
  await page.keyboard.press('Control+a');
  await type(page, '16/11/2024');
  await sees(page, 'đang có Hà Trì 2');
  await tabTo(page, 'Đổi chỗ với Hà Trì 2');
  await press(page, 'Enter');
  await sees(page, 'Đã đổi chỗ Cầu Đơ 5 và Hà Trì 2');
  const swapped = await call('list_visits', {});
  assert.deepEqual([areaOn(swapped, '2024-11-13'), areaOn(swapped, '2024-11-16')], [['Hà Trì 2'], ['Cầu Đơ 5']]);
  await picture(page, 'schedule-list');
});

test('an evening that is over is moved only on a person’s word', async (t) => {
  const { page, call } = await at(t);
  await tabTo(page, /^10 10\/11\/2024/);
  await goTo(page, 10, 9);
  await press(page, 'm', 'ArrowRight', 'Enter');
  await atField(page, 'Đổi chỗ với Cầu Đơ 3');
  await tabTo(page, 'Để cùng ngày');
  await press(page, 'Enter');
  await sees(page, 'đã qua');
  assert.deepEqual(areaOn(await call('list_visits', {}), '2024-11-10'), ['Cầu Đơ 3']);
  await tabTo(page, 'Vẫn làm');
  await press(page, 'Enter');
  await sees(page, /chưa có phiếu|hai nơi/);
  assert.deepEqual(areaOn(await call('list_visits', {}), '2024-11-10').sort(), ['Cầu Đơ 1', 'Cầu Đơ 3']);
});

test('a team in two places is said, and one key mends it', async (t) => {
  const { page, call } = await at(t);
  const before = await call('list_visits', {});
  const last = before.visits.at(-1);
  const twice = before.visits.find((v) => v.on === '2024-11-16');
  await call('cancel_visit', { id: last.id, reason: 'mưa bão' });
  await call('add_visit', { area: twice.area, on: '2024-11-17', teams: twice.teams.map((x) => x.id) });
  await page.reload();
  await sees(page, 'có hai nơi tối 17/11');
  await sees(page, 'Dời Hà Trì 2 sang 30/11');
  await tabTo(page, /^10 10\/11\/2024/);
  await goTo(page, 10, 17);
  await picture(page, 'schedule-clash');
  await press(page, 'f');
  await sees(page, 'Đã sửa');
  const after = await call('list_visits', {});
  assert.ok(after.clashes.every((c) => !c.hard), JSON.stringify(after.clashes));
  assert.deepEqual(areaOn(after, '2024-11-30'), ['Hà Trì 2']);
});

test('a storm pushes every evening back, and the campaign gives way', async (t) => {
  const { page, call } = await at(t);
  await tabTo(page, 'Dời cả loạt');
  await press(page, 'Enter');
  await atField(page, 'Từ ngày');
  await press(page, 'Control+a');
  await type(page, '20/11/2024');
  await tabTo(page, 'Lùi mấy ngày');
  await press(page, 'Control+a');
  await type(page, '2');
  await press(page, 'Enter');
  await sees(page, 'Đã dời 11 buổi');
  const after = await call('list_visits', {});
  assert.equal(after.ends_on, '2024-12-02');
  assert.deepEqual(areaOn(after, '2024-11-22'), ['1 Ngô Thì Nhậm']);
  await tabTo(page, 'Ngày nghỉ');
  await press(page, 'Enter');
  await tabTo(page, 'Tên ngày nghỉ');
  await type(page, 'Hội phường');
  await press(page, 'Enter');
  await sees(page, 'văn phòng thêm');
  assert.deepEqual((await call('list_visits', {})).own_days.map((d) => d.name), ['Hội phường']);
});

test('the calendar goes out as a file other programs read', async (t) => {
  const { page } = await at(t);
  await tabTo(page, 'Xuất lịch (.ics)');
  await press(page, 'Enter');
  await page.getByRole('button', { name: 'Mở', exact: true }).waitFor();
  const words = await page.locator('main').innerText();
  const line = words.split('\n').find((l) => l.trim().endsWith('.ics') && l.includes('giấy tờ'));
  assert.ok(line, words);
  const text = await readFile(line.trim(), 'utf8');
  assert.equal(text.match(/BEGIN:VEVENT/g)?.length, 22);
  assert.match(text, /SUMMARY:Tổ dân phố Cầu Đơ 1/);
});

for (const dark of [false, true]) {
  test(`empty, full and asking, the screen is accessible (${dark ? 'dark' : 'light'})`, async (t) => {
    const { page } = await blank(t, { dark });
    await accessible(page);
    await pastePlan(page);
    await accessible(page);
    await tabTo(page, 'Đều là “Ngõ Thì Nhậm”');
    await press(page, 'ArrowRight');
    await tabTo(page, 'Nhập 22 dòng');
    await press(page, 'Enter');
    await atField(page, '10 10/11/2024');
    await accessible(page);
    await picture(page, `schedule-${dark ? 'dark' : 'light'}`);
    await press(page, 'p');
    await tabTo(page, 'Xem thử');
    await press(page, 'Enter');
    await settled(page);
    await accessible(page);
    await press(page, 'Escape', 't');
    await page.getByRole('dialog').waitFor();
    await accessible(page);
  });
}
