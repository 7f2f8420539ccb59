// Keying returned sheets: one test for each promise of the keyboard.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atField, box, focused, numpad, open, openSheet, picture, press, scan, sees, tabTo, type } from './support/browser.mjs';
import { boxesOnDisk, kill, sheetOf, status } from './support/programs.mjs';
import { office, twin } from './support/twin.mjs';

const KEYING = '#/nhap-phieu';
/** A sheet whose checks all hold. */
const GOOD = { 1: 32, 2: 27, 3: 5, 4: 61, 5: 54, 6: 9, 7: 41, 8: 44, 9: 40 };

/** An office with numbered sheets, and the first of them on the table. */
async function onTable(t, options) {
  const here = await office(t, options);
  const page = await open(t, here.url, { hash: KEYING });
  const [{ code }, { code: next }] = here.regular;
  await openSheet(page, code);
  await atField(page, '1 ');
  const disk = () => boxesOnDisk(here.file, code);
  return { ...here, page, code, next, disk };
}

/** Waits until the screen says that a box is on disk. */
async function saved(page, no) {
  await page.locator('.row', { has: page.getByRole('textbox', { name: new RegExp(`^${no} `) }) }).getByText('đã lưu').waitFor();
}

const values = (page) => page.getByRole('textbox', { name: /^\d+ / }).evaluateAll((all) => all.map((node) => node.value));

test('a sheet is keyed by its code with the numpad alone, and the next one follows', async (t) => {
  const { page, code, next, file } = await onTable(t);
  for (const [no, value] of Object.entries(GOOD)) {
    await atField(page, `${no} `);
    await numpad(page, value);
    await press(page, 'NumpadEnter');
  }
  await atField(page, 'Mã phiếu');
  await sees(page, `Phiếu ${code} đã nhập đủ và khớp`);
  await picture(page, 'keyed');
  const sheet = sheetOf(await status(file), code);
  assert.deepEqual(sheet.boxes, GOOD);
  assert.equal(sheet.state, 'keyed');

  await numpad(page, next.replace('-', ''));
  await press(page, 'NumpadEnter');
  await atField(page, '1 ');
  await sees(page, next);
  assert.deepEqual(await values(page), Array(9).fill(''));
});

for (const key of ['Enter', 'NumpadEnter', 'Tab', 'ArrowDown']) {
  test(`${key} moves to the next box, and neither submits nor discards`, async (t) => {
    const { page, disk } = await onTable(t);
    const address = page.url();
    await numpad(page, 32);
    await press(page, key);
    await atField(page, '2 ');
    await press(page, key);
    await atField(page, '3 ');
    await numpad(page, 5);
    await press(page, key);
    await saved(page, 3);
    assert.deepEqual((await values(page)).slice(0, 4), ['32', '', '5', '']);
    assert.equal(page.url(), address);
    const { 1: first, 2: second, 3: third } = await disk();
    assert.deepEqual([first, second, third], [32, null, 5]);
  });
}

for (const key of ['Shift+Enter', 'Shift+Tab', 'ArrowUp']) {
  test(`${key} moves back, and what was typed is kept`, async (t) => {
    const { page, disk } = await onTable(t);
    await press(page, 'Enter', 'Enter');
    await atField(page, '3 ');
    await numpad(page, 5);
    await press(page, key);
    await atField(page, '2 ');
    await saved(page, 3);
    await press(page, key);
    await atField(page, '1 ');
    await press(page, key);
    // Tab leaves the sheet, so that there is a way to everything else.
    await atField(page, key === 'Shift+Tab' ? 'Mã phiếu' : '1 ');
    assert.equal((await disk())[3], 5);
  });
}

test('plus and minus of the numpad move too', async (t) => {
  const { page } = await onTable(t);
  await numpad(page, '32+27+-');
  await atField(page, '2 ');
  assert.deepEqual((await values(page)).slice(0, 3), ['32', '27', '']);
});

test('a box goes to disk when it is left, and no clock sends it before', async (t) => {
  const here = await office(t);
  const page = await open(t, here.url, { hash: KEYING, prepare: (page) => page.clock.install() });
  const [{ code }] = here.regular;
  await openSheet(page, code);
  await atField(page, '1 ');
  let writes = 0;
  page.on('request', (request) => (writes += request.url().endsWith('/rpc/call/set_boxes') ? 1 : 0));
  // One digit: a clock that is held tells no pace of keys, and a second one might leave the box by itself.
  await numpad(page, 3);
  await page.clock.fastForward('01:00:00');
  assert.equal(writes, 0);
  assert.equal((await boxesOnDisk(here.file, code))[1], null);
  await press(page, 'Enter');
  await saved(page, 1);
  assert.equal(writes, 1);
  assert.equal((await boxesOnDisk(here.file, code))[1], 3);
});

test('blank stays blank, and is not zero', async (t) => {
  const { page, code, file } = await onTable(t);
  await numpad(page, 0);
  for (let no = 1; no <= 9; no++) await press(page, 'Enter');
  await atField(page, 'Mã phiếu');
  await sees(page, 'Còn ô trống: 2, 3, 4, 5, 6, 7, 8, 9');
  const sheet = sheetOf(await status(file), code);
  assert.deepEqual(Object.values(sheet.boxes), [0, ...Array(8).fill(null)]);
  assert.notEqual(sheet.state, 'keyed');
});

test('the point on an empty box is zero; in a number it is nothing', async (t) => {
  const { page, disk } = await onTable(t);
  await numpad(page, '.');
  await atField(page, '2 ');
  await numpad(page, '27.');
  assert.deepEqual(await focused(page).then((f) => [f.name.slice(0, 2), f.value]), ['2 ', '27']);
  await press(page, 'Enter');
  await saved(page, 2);
  const { 1: first, 2: second } = await disk();
  assert.deepEqual([first, second], [0, 27]);
});

test('one key fills the boxes that are left with zero, and no other', async (t) => {
  const { page, disk } = await onTable(t);
  await numpad(page, 32);
  await press(page, 'Enter', 'Enter', 'Enter');
  await atField(page, '4 ');
  await numpad(page, 61);
  await press(page, 'Enter');
  await atField(page, '5 ');
  await numpad(page, '*');
  await atField(page, 'Mã phiếu');
  await saved(page, 9);
  assert.deepEqual(Object.values(await disk()), [32, null, null, 61, 0, 0, 0, 0, 0]);
});

test('F2 edits a number instead of replacing it', async (t) => {
  const { page, disk } = await onTable(t);
  await numpad(page, 32);
  await press(page, 'Enter');
  await saved(page, 1);
  await press(page, 'Shift+Enter', 'F2', 'Backspace');
  await numpad(page, 5);
  await press(page, 'Enter');
  await atField(page, '2 ');
  await saved(page, 1);
  assert.equal((await disk())[1], 35);
});

test('Escape brings back the number before this edit', async (t) => {
  const { page, disk } = await onTable(t);
  await numpad(page, 32);
  await press(page, 'Enter');
  await saved(page, 1);
  await press(page, 'Shift+Enter');
  await numpad(page, 999);
  await press(page, 'Escape');
  await atField(page, '1 ');
  assert.equal(await box(page, 1).inputValue(), '32');
  await press(page, 'Enter');
  await atField(page, '2 ');
  assert.equal((await disk())[1], 32);
});

test('Ctrl+Z steps back through the session, also over sheets', async (t) => {
  const { page, code, next, disk, file } = await onTable(t);
  await numpad(page, 32);
  await press(page, 'Enter');
  await numpad(page, 27);
  await press(page, 'Enter');
  await saved(page, 2);
  await openSheet(page, next);
  await atField(page, '1 ');
  await numpad(page, 11);
  await press(page, 'Enter');
  await saved(page, 1);

  await press(page, 'Control+z');
  await page.waitForFunction(() => document.activeElement.value === '');
  await atField(page, '1 ');
  await press(page, 'Control+z');
  await page.getByRole('heading', { name: /./ }).first().waitFor();
  await atField(page, '2 ');
  await sees(page, code);
  await press(page, 'Control+z');
  await atField(page, '1 ');
  await page.waitForFunction(() => document.activeElement.value === '');
  await page.locator('.row').first().getByText('đã lưu').waitFor();
  assert.deepEqual(Object.values(await disk()), Array(9).fill(null));
  assert.equal((await boxesOnDisk(file, next))[1], null);
});

test('Ctrl+S and letters do no harm', async (t) => {
  const { page, disk } = await onTable(t);
  await numpad(page, 3);
  await press(page, 'Control+s');
  await type(page, 'ab ơ/');
  await numpad(page, 2);
  // On a busy machine the digits come at a hand's pace, and the full box was left by itself.
  await press(page, 'Enter');
  await saved(page, 1);
  assert.equal((await disk())[1], 32);
});

test('a wrong code is refused in words, and the likely sheet is one key away', async (t) => {
  const here = await office(t);
  const page = await open(t, here.url, { hash: KEYING });
  // A slip of one digit that only one sheet of the file explains.
  let slip;
  for (const { code } of here.regular.slice(0, 12)) {
    const digits = code.replace('-', '');
    const wrong = digits.slice(0, 4) + ((Number(digits[4]) + 1) % 10) + digits.slice(5);
    const refused = await here.call('open_sheet', { code: wrong }).then(() => null, (error) => error.wire);
    if (refused?.code === 'code_check_digit_likely' && refused.params.likely === code) slip = { wrong, code };
    if (slip) break;
  }
  assert.ok(slip, 'no slip found');
  await atField(page, 'Mã phiếu');
  await numpad(page, slip.wrong);
  await press(page, 'NumpadEnter');
  await sees(page, `Có phải phiếu ${slip.code}?`);
  await picture(page, 'wrong-code');
  assert.equal((await focused(page)).name, 'Mã phiếu');
  await tabTo(page, `Mở phiếu ${slip.code}`);
  await press(page, 'Enter');
  await atField(page, '1 ');
  await sees(page, slip.code);
});

test('a code that no sheet bears is refused, and what is on the table stays', async (t) => {
  const { page } = await onTable(t);
  await numpad(page, 32);
  await press(page, 'Enter');
  await saved(page, 1);
  await tabTo(page, 'Mã phiếu');
  await numpad(page, '12345');
  await press(page, 'Enter');
  await sees(page, 'chưa phải mã phiếu');
  assert.equal(await box(page, 1).inputValue(), '32');
});

test('a sheet scanned while the cursor is in a box is opened, not counted', async (t) => {
  const { page, next, disk } = await onTable(t);
  await numpad(page, 32);
  await press(page, 'Enter');
  await atField(page, '2 ');
  await scan(page, next.replace('-', ''));
  await sees(page, next);
  await atField(page, '1 ');
  assert.equal((await disk())[2], null);
});

test('after a reload the sheet lies on the table again, at its first blank box', async (t) => {
  const { page, code, disk } = await onTable(t);
  await numpad(page, 32);
  await press(page, 'Enter');
  await numpad(page, 27);
  await press(page, 'Enter');
  await saved(page, 2);
  await page.reload();
  await atField(page, '3 ');
  await sees(page, code);
  assert.deepEqual((await values(page)).slice(0, 3), ['32', '27', '']);
  assert.deepEqual(Object.values(await disk()).slice(0, 3), [32, 27, null]);
});

test('an acknowledged box outlives the program being killed', async (t) => {
  const { page, child, home, file, code, disk } = await onTable(t);
  await numpad(page, 32);
  await press(page, 'Enter');
  await saved(page, 1);
  await page.close();
  await kill(child);
  assert.equal((await disk())[1], 32);
  const again = await twin(t, { home, file });
  const sheet = await again.call('open_sheet', { code });
  assert.deepEqual(sheet.boxes.slice(0, 2).map((b) => b.value), [32, null]);
});

test('a sum that cannot be is shown with its arithmetic, and is accepted only with a reason', async (t) => {
  const { page, code, file } = await onTable(t);
  for (const value of Object.values({ ...GOOD, 3: 9 })) {
    await numpad(page, value);
    await press(page, 'NumpadEnter');
  }
  await sees(page, /27 \+ 9 = 36/);
  await sees(page, 'Có thể gõ nhầm ở một trong các chỗ này:');
  // The cursor is where the slip may be, and nothing was changed; Enter leaves it.
  await page.waitForFunction(() => document.activeElement.value !== '');
  assert.deepEqual(await values(page), Object.values({ ...GOOD, 3: 9 }).map(String));
  await press(page, 'Enter');
  await atField(page, 'Mã phiếu');
  await sees(page, `Phiếu ${code} chưa khớp`);
  await picture(page, 'impossible');
  await press(page, 'F8');
  await atField(page, 'Lý do chấp nhận');
  await press(page, 'Enter');
  await sees(page, 'Hãy ghi lý do');
  await type(page, 'tổ trưởng xác nhận');
  await press(page, 'Enter');
  await sees(page, `Phiếu ${code} đã được chấp nhận`);
  await atField(page, 'Mã phiếu');
  assert.equal(sheetOf(await status(file), code).state, 'keyed');
});
