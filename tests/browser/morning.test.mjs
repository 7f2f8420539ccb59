// A morning from Hôm nay to the last receipt, with the keyboard alone.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { accessible, atField, open, picture, press, scan, sees, settled, tabTo, type } from './support/browser.mjs';
import { office, twin } from './support/twin.mjs';

/** The morning after the second evening. */
const NOW = '2024-11-11T08:12:00+07:00';
const SOUND = [32, 27, 5, 61, 54, 9, 41, 44, 40];
const boxes = SOUND.map((v, i) => ({ no: String(i + 1), value: String(v) }));
const digits = (code) => code.replace(/\D/g, '');

async function at(t, hash, { dark = false, ...options } = {}) {
  const here = await office(t, { now: NOW, ...options });
  const days = [...new Set(here.regular.map((s) => s.on))].sort();
  const of = (day) => here.regular.filter((s) => s.on === day);
  const page = await open(t, here.url, { hash, dark });
  await page.getByRole('navigation').waitFor();
  await settled(page);
  return { ...here, page, first: of(days[0]), second: of(days[1]) };
}

/** The file the last job made, where the screen says it is. */
async function madeFile(page) {
  await page.getByRole('button', { name: 'Mở', exact: true }).waitFor();
  const words = await page.locator('main').innerText();
  const line = words.split('\n').find((l) => l.includes('giấy tờ') && l.trim().endsWith('.pdf'));
  assert.ok(line, `no path of a PDF among: ${words}`);
  return readFile(line.trim());
}

const link = (page, name) => page.getByRole('navigation').getByRole('link', { name });

test('a packet is scanned in and gets its receipt; the radar shows what is missing', async (t) => {
  const { page, call, second } = await at(t, '#/hom-nay');
  await sees(page, /1 · Nhận \d+ phiếu của buổi 10\/11/);
  await picture(page, 'morning-receive');
  await press(page, 'Shift+F5');
  await page.getByRole('heading', { name: 'Phiếu chưa về', level: 1 }).waitFor();
  await press(page, 'Alt+1');
  await tabTo(page, 'Nhận phiếu');
  await press(page, 'Enter');
  await atField(page, 'Mã phiếu');
  for (const sheet of second.slice(0, 4)) await scan(page, digits(sheet.code));
  await sees(page, '4 phiếu trong gói');
  // The same sheet again is no second sheet, a slip is told with the sheet that was meant.
  await scan(page, digits(second[0].code));
  await sees(page, `${second[0].code} đã quét rồi`);
  const slip = digits(second[1].code).replace(/\d$/, (d) => String((Number(d) + 1) % 10));
  await scan(page, slip);
  await page.locator('[aria-invalid="true"]').waitFor();
  await scan(page, digits(second[1].code));
  await settled(page);
  await accessible(page, 'a packet being scanned');
  await picture(page, 'morning-scanned');
  await press(page, 'Control+Enter');
  await sees(page, 'Biên nhận 001: đã nhận 4 phiếu');
  await atField(page, 'Mã phiếu');
  await press(page, 'F7');
  assert.equal((await madeFile(page)).subarray(0, 5).toString(), '%PDF-');
  await picture(page, 'morning-receipt');
  const radar = await call('get_radar', {});
  const missing = radar.packets.filter((p) => p.on === second[0].on).flatMap((p) => p.sheets.map((s) => s.code));
  assert.deepEqual(missing, second.slice(4).map((s) => s.code));
  await press(page, 'Shift+F5');
  await page.getByRole('grid', { name: 'Các gói phiếu chưa về' }).waitFor();
  await settled(page);
  // The longest awaited stands first; last evening's fifth sheet is the next.
  await page.waitForFunction(() => document.activeElement?.tagName === 'TR');
  await press(page, 'ArrowDown');
  await sees(page, second[4].code);
  await accessible(page, 'the radar');
  await picture(page, 'morning-radar');
  // Four sheets lie on the table now.
  assert.equal(await link(page, /^Nhập phiếu, 4 phiếu chờ/).count(), 1);
});

test('what is late is asked for on paper and by a message, from Hôm nay and packet by packet', async (t) => {
  const { page, call, first } = await at(t, '#/hom-nay');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await call('return_sheets', { codes: first.slice(0, 3).map((s) => s.code), visit: null, team: null, brought_by: null });
  await page.reload();
  await sees(page, 'phiếu 4, 5');
  await press(page, 'F7');
  assert.equal((await madeFile(page)).subarray(0, 5).toString(), '%PDF-');
  await accessible(page, 'Hôm nay with a slip made');
  await picture(page, 'morning-slip');
  await press(page, 'Shift+F7');
  await page.getByRole('dialog').waitFor();
  await picture(page, 'morning-messages');
  await press(page, 'Enter');
  await sees(page, 'Đã chép');
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /phiếu/);
  await press(page, 'Escape');
  await tabTo(page, 'Xem từng gói');
  await press(page, 'Enter');
  await page.getByRole('grid', { name: 'Các gói phiếu chưa về' }).waitFor();
  await settled(page);
  await page.waitForFunction(() => document.activeElement?.tagName === 'TR');
  // The longest awaited stands first: two sheets of the first evening.
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.evaluate(() => navigator.clipboard.writeText('chưa chép'));
  await press(page, 'Shift+F7');
  // While it is being written, the clipboard is empty for a moment.
  await page.waitForFunction(async () => !['', 'chưa chép'].includes(await navigator.clipboard.readText()));
  const message = await copied();
  assert.ok(message.includes(first[3].code), `the sheet ${first[3].code} is named in: ${message}`);
});

test('a lost sheet is asked for no more, Ctrl+Z asks again; the rest of a packet is taken in by one key', async (t) => {
  const { page, call, first } = await at(t, '#/phieu-chua-ve', { dark: true });
  const packets = async () => (await call('get_radar', {})).packets.filter((p) => p.on === first[0].on);
  await page.waitForFunction(() => document.activeElement?.tagName === 'TR');
  await accessible(page, 'the radar, dark');
  await press(page, 'Delete');
  await page.getByRole('dialog').waitFor();
  await tabTo(page, 'Lý do');
  await type(page, 'Ướt mưa, hỏng');
  await press(page, 'Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal((await packets())[0].lost, 1);
  await page.waitForFunction(() => document.activeElement?.tagName === 'TR');
  await press(page, 'Control+z');
  await sees(page, 'Đã hoàn tác');
  assert.equal((await packets())[0].lost, 0);
  await page.waitForFunction(() => document.activeElement?.tagName === 'TR');
  await press(page, 'Enter');
  await page.getByRole('dialog').waitFor();
  await picture(page, 'morning-packet');
  await tabTo(page, /^Nhận \d+ phiếu/);
  await press(page, 'Enter');
  await page.getByRole('region', { name: 'Biên nhận đã lập' }).waitFor();
  await settled(page);
  await picture(page, 'morning-receipts');
  assert.deepEqual((await packets()).flatMap((p) => p.sheets), []);
  assert.equal((await call('list_receipts', {}))[0].number, 1);
});

test('the radar says in whose hands sheets are; the number is shown only to who asks, and that is kept', async (t) => {
  const { page, call, first } = await at(t, '#/phieu-chua-ve');
  const area = (await call('list_areas', {})).find((a) => a.id === first[0].area);
  const { name, kind, cluster, self_report_due } = area;
  const leader = { name: 'Lê Thị Thử', phone: '0900000000' };
  await call('edit_area', { id: area.id, area: { name, kind, cluster, leader, self_report_due } });
  await call('hand_out', { evening: null, codes: first.map((s) => s.code), holder: null, on: '2024-11-09' });
  await page.reload();
  await page.waitForFunction(() => document.activeElement?.tagName === 'TR');
  await sees(page, 'Lê Thị Thử');
  assert.equal(await page.getByText('0900000000').count(), 0);
  assert.equal((await call('list_contact_access', { person: null })).length, 0);
  await tabTo(page, 'Xem số điện thoại của Lê Thị Thử');
  await press(page, 'Enter');
  await sees(page, '0900000000');
  await picture(page, 'morning-hands');
  assert.equal((await call('list_contact_access', { person: null })).length, 1);
});

test('sheets are handed out for an evening to come, and it is written down to whom', async (t) => {
  const { page, call } = await at(t, '#/phieu-chua-ve');
  await tabTo(page, 'Giao phiếu của một buổi');
  await press(page, 'Enter');
  await page.getByRole('dialog').waitFor();
  await settled(page);
  await tabTo(page, 'Giao phiếu');
  await press(page, 'Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await sees(page, 'Đã giao.');
  const out = (await call('list_sheets', { evening: '2024-11-11' })).filter((s) => s.state === 'handed_out');
  assert.ok(out.length > 0, 'the sheets of tonight are out');
});

/** Ctrl+K, a few letters without marks, and Enter on what is found first. */
async function jump(page, letters, found) {
  await press(page, 'Control+k');
  await type(page, letters);
  await page.getByRole('option', { name: found, selected: true }).waitFor();
  await press(page, 'Enter');
}

/** An office where three sheets of the first evening were keyed a minute apart, as one person does. */
async function keyedThisMorning(t) {
  const clock = (minute) => `2024-11-11T08:0${minute}:00+07:00`;
  const before = await office(t, { now: clock(0) });
  const days = [...new Set(before.regular.map((s) => s.on))].sort();
  const [first, second] = days.map((day) => before.regular.filter((s) => s.on === day));
  const codes = [...first, ...second].map((s) => s.code);
  await before.call('return_sheets', { codes, visit: null, team: null, brought_by: null });
  await before.call('set_boxes', { code: first[0].code, boxes });
  await before.stop();
  for (const minute of [1, 2]) {
    const here = await twin(t, { home: before.home, file: before.file, now: clock(minute) });
    await here.call('set_boxes', { code: first[minute].code, boxes });
    await here.stop();
  }
  const here = await twin(t, { home: before.home, file: before.file, now: clock(3) });
  return { ...here, left: codes.length - 3 };
}

for (const dark of [false, true]) {
  const look = dark ? 'dark' : 'light';
  test(`Hôm nay says about when this morning's sheets are done, and measures how it goes (${look})`, async (t) => {
    const { url, left } = await keyedThisMorning(t);
    const page = await open(t, url, { hash: '#/hom-nay', dark });
    await sees(page, `1 · Nhập ${left} phiếu đã về`);
    // Two minutes for three sheets: the rest in its time, rounded up to five minutes.
    const done = new Date(Date.UTC(2024, 10, 11, 8, 3) + left * (2 / 3) * 60_000);
    const [hour, minute] = [done.getUTCHours(), Math.ceil((done.getUTCMinutes() + done.getUTCSeconds() / 60) / 5) * 5];
    await sees(page, new RegExp(`xong khoảng ${hour}\\sgiờ\\s${String(minute).padStart(2, '0')}`, 'i'));
    await settled(page);
    await accessible(page, 'Hôm nay');
    await picture(page, `morning-today-${look}`);
    assert.equal(await link(page, new RegExp(`^Nhập phiếu, ${left} phiếu chờ`)).count(), 1);
    await jump(page, 'nhip nhap', 'Nhịp nhập phiếu');
    await page.getByRole('heading', { name: 'Nhịp nhập phiếu' }).waitFor();
    await sees(page, 'Ô sai trên 1.000 ô');
    await settled(page);
    await accessible(page, 'measures');
    await picture(page, `morning-measures-${look}`);
    await jump(page, 'nhan phieu', 'Nhận phiếu');
    await atField(page, 'Mã phiếu');
    await press(page, 'Shift+F5');
    await page.getByRole('heading', { name: 'Phiếu chưa về', level: 1 }).waitFor();
    await settled(page);
    await accessible(page, 'the radar with nothing missing');
    await picture(page, `morning-radar-${look}`);
  });
}
