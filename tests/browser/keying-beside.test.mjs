// What lies beside the boxes at the keying screen: checks, notes, scans, spares, second papers, the evening as a grid.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { accessible, atField, focused, hand, open, pause, picture, press, sees, settled, tabTo, type } from './support/browser.mjs';
import { boxesOnDisk } from './support/programs.mjs';
import { office } from './support/twin.mjs';

const KEYING = '#/nhap-phieu';
/** A sheet whose checks all hold, as the hand types it. */
const GOOD = ['3227', '5', 'Enter', '61', 'Enter', '54', '9', 'Enter', '414440'];
/** Box 5 misread: more have installed than have a smartphone. */
const SLIP = ['3227', '5', 'Enter', '61', 'Enter', '24', '9', 'Enter', '414440'];

async function atCode(t, { dark = false, ...options } = {}) {
  const here = await office(t, options);
  const page = await open(t, here.url, { hash: KEYING, dark });
  await atField(page, 'Mã phiếu');
  return { ...here, page, code: here.regular[0].code, on: here.regular[0].on };
}

/** Opens a sheet by hand from the code field. */
async function take(page, code) {
  pause(page);
  await hand(page, code.replace('-', ''));
  await page.locator('.printed').getByText(code).waitFor();
  pause(page);
}

const entered = (values) => values.map((value, i) => ({ no: String(i + 1), value: String(value), keys: 0 }));

test('where sums fail, the cursor goes where the slip may be; one key goes on, Enter leaves it, nothing is changed', async (t) => {
  const { page, code, file } = await atCode(t);
  await take(page, code);
  await hand(page, ...SLIP);
  await atField(page, '5 ');
  await sees(page, 'ô 6 + ô 7');
  await sees(page, '9 + 41 = 50');
  assert.equal((await focused(page)).value, '24');
  await picture(page, 'rescue');
  pause(page);
  await hand(page, '/', '/');
  await page.locator('li[aria-current="step"]').waitFor();
  assert.deepEqual(Object.values(await boxesOnDisk(file, code)), [32, 27, 5, 61, 24, 9, 41, 44, 40]);
  while (!(await focused(page)).name.startsWith('5 ')) await hand(page, '/');
  await hand(page, '54');
  await hand(page, 'Enter');
  await page.waitForFunction(() => !document.querySelector('.rescue'));
  assert.equal((await boxesOnDisk(file, code))[5], 54);
});

test('what is unlikely is accepted by one key, and the reason is kept', async (t) => {
  const { page, code, call } = await atCode(t);
  await take(page, code);
  // More than eight people of age in every household met.
  await hand(page, '10', '2', 'Enter', '8', 'Enter', '61', 'Enter', '54', '9', 'Enter', '414440');
  await atField(page, 'Mã phiếu');
  await sees(page, 'Nên xem lại');
  await picture(page, 'unlikely');
  await press(page, 'F8');
  await page.waitForFunction(() => !document.body.textContent.includes('Nên xem lại'));
  assert.equal((await focused(page)).name, 'Mã phiếu');
  const { flags } = await call('open_sheet', { code });
  assert.ok(flags.length > 0 && flags.every((f) => f.accepted.holds && f.accepted.reason !== ''));
});

test('a note is written beside a warning, and the cursor comes back to its box', async (t) => {
  const { page, code, call } = await atCode(t);
  await take(page, code);
  await hand(page, '32');
  await atField(page, '2 ');
  await press(page, 'F4');
  await atField(page, 'Ghi chú');
  await sees(page, 'Không ghi tên, số điện thoại hay địa chỉ của người dân');
  await page.keyboard.insertText('Ô 5 bị nhòe');
  await press(page, 'Control+Enter');
  await atField(page, '2 ');
  await sees(page, 'Ô 5 bị nhòe');
  assert.equal((await call('open_sheet', { code })).note, 'Ô 5 bị nhòe');
  await press(page, 'F4');
  await atField(page, 'Ghi chú');
  await press(page, 'Escape');
  await atField(page, '2 ');
});

/** A small picture, as a phone would give it. */
async function photo(page, path) {
  const bytes = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, 640, 480);
    pen.fillStyle = '#000';
    pen.fillText('32 27 5', 40, 40);
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg'));
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  await writeFile(path, Buffer.from(bytes));
}

test('a scan is attached, looked at and removed by the keyboard, and the cursor comes back to its box', async (t) => {
  const { page, code, home, call } = await atCode(t);
  await take(page, code);
  await hand(page, '32');
  await atField(page, '2 ');
  const path = join(home, 'anh.jpg');
  await photo(page, path);
  await press(page, 'F6');
  await atField(page, 'Đường dẫn tệp');
  await type(page, path);
  await press(page, 'Enter');
  await sees(page, `${code}-1.jpg`);
  await picture(page, 'scans');
  await tabTo(page, `Xem ${code}-1.jpg`);
  await press(page, 'Enter');
  await page.getByRole('img', { name: `Bản chụp ${code}-1.jpg` }).waitFor();
  await press(page, 'Escape');
  await atField(page, `Xem ${code}-1.jpg`);
  await tabTo(page, `Bỏ ${code}-1.jpg`);
  await press(page, 'Enter');
  await atField(page, 'Lý do bỏ');
  await page.keyboard.insertText('chụp nhầm tờ');
  await press(page, 'Enter');
  await sees(page, 'Chưa có bản chụp nào.');
  await press(page, 'Escape');
  await atField(page, '2 ');
  assert.deepEqual((await call('open_sheet', { code })).attachments, []);
});

test('a sheet that is done says who keyed it; Enter looks at it, one key takes another paper with its code', async (t) => {
  const { page, code, call } = await atCode(t);
  await call('set_boxes', { code, boxes: entered([32, 27, 5, 61, 54, 9, 41, 44, 40]), cursor: null });
  await take(page, code);
  await sees(page, 'Phiếu này đã nhập đủ, người nhập Quản trị');
  await atField(page, 'Mã phiếu');
  await picture(page, 'done-before');
  await hand(page, 'Enter');
  await atField(page, '1 ');
  assert.equal((await focused(page)).value, '32');
  await tabTo(page, 'Mã phiếu');
  await take(page, code);
  await sees(page, 'Phiếu này đã nhập đủ');
  await press(page, 'F9');
  await sees(page, `Tờ khác mang mã ${code}`);
  await atField(page, '1 ');
  await hand(page, '31');
  await atField(page, '2 ');
  assert.equal((await call('open_sheet', { code })).boxes[0].value, 32);
});

test('a spare without an evening is asked for it once, and the next one offers the same', async (t) => {
  const { page, call } = await atCode(t);
  await call('number_sheets', { evening: null, count: 5, spare: 2, summary: false, loose: 2 });
  const loose = (await call('list_sheets', { evening: null })).filter((s) => s.kind === 'spare' && s.on === null).map((s) => s.code);
  assert.ok(loose.length >= 2);
  await take(page, loose[0]);
  await sees(page, 'Tờ dự phòng này chưa ghi buổi nào');
  await atField(page, 'Buổi');
  await picture(page, 'loose');
  await press(page, 'ArrowUp');
  await press(page, 'Enter');
  await atField(page, '1 ');
  const first = await call('open_sheet', { code: loose[0] });
  assert.equal(first.loose, false);
  await hand(page, ...GOOD);
  await atField(page, 'Mã phiếu');
  await take(page, loose[1]);
  await sees(page, 'Đã chọn sẵn như tờ trước');
  await atField(page, 'Buổi');
  await press(page, 'Enter');
  await atField(page, '1 ');
  assert.equal((await call('open_sheet', { code: loose[1] })).on, first.on);
});

test('an evening is keyed as a grid: along the sheets, through the columns, each cell on disk', async (t) => {
  const { page, code, on, file, call, regular } = await atCode(t);
  await take(page, code);
  await press(page, 'Control+b');
  await sees(page, `Bảng cả buổi ${on.split('-').reverse().join('/')}`);
  await atField(page, '1 ');
  pause(page);
  await hand(page, ...GOOD);
  await hand(page, '12');
  await page.waitForFunction(() => document.activeElement.getAttribute('aria-label')?.startsWith('2 ') && document.activeElement.getAttribute('aria-label').endsWith('2/5'));
  await page.getByRole('row', { name: new RegExp(`${code} · 1/5`) }).getByText('đã nhập').waitFor();
  assert.deepEqual(Object.values(await boxesOnDisk(file, code)), [32, 27, 5, 61, 54, 9, 41, 44, 40]);
  await press(page, 'ArrowDown', 'ArrowDown');
  assert.match((await focused(page)).name, /^2 .* 4\/5$/);
  await press(page, 'ArrowUp', 'Home');
  assert.match((await focused(page)).name, /^1 .* 3\/5$/);
  await picture(page, 'grid');
  await accessible(page, 'the grid');
  await press(page, 'Control+z');
  await page.waitForFunction(() => document.activeElement.value === '' && document.activeElement.getAttribute('aria-label').endsWith('2/5'));
  await press(page, 'Control+b');
  await page.locator('.printed').getByText(code).waitFor();
  assert.equal((await call('open_sheet', { code: regular[1].code })).boxes[0].value, null);
});

for (const dark of [false, true]) {
  test(`the screen can be seen and heard by all, ${dark ? 'dark' : 'light'}`, async (t) => {
    const { page, code, call, regular } = await atCode(t, { dark });
    await call('set_boxes', { code: regular[1].code, boxes: entered([32, 27, 5, 61, 54, 9, 41, 44, 40]), cursor: null });
    await accessible(page, 'nothing on the table');
    await take(page, code);
    await hand(page, ...SLIP);
    await sees(page, 'Có thể gõ nhầm');
    await settled(page);
    await accessible(page, 'sums that fail');
    await press(page, 'F6');
    await atField(page, 'Đường dẫn tệp');
    await accessible(page, 'scans');
    await press(page, 'Escape');
    await press(page, 'F4');
    await atField(page, 'Ghi chú');
    await accessible(page, 'a note');
    await press(page, 'Escape');
    await press(page, 'F8');
    await atField(page, 'Lý do chấp nhận');
    await accessible(page, 'accepting');
    await press(page, 'Escape');
    await atField(page, 'Mã phiếu');
    await take(page, regular[1].code);
    await sees(page, 'Phiếu này đã nhập đủ');
    await accessible(page, 'a sheet that was done');
  });
}
