// Keys that move on by themselves, scanners, and input methods at the keying screen: one test for each promise.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atField, box, focused, hand, open, pause, picture, press, protocol, scan, sees, tabTo } from './support/browser.mjs';
import { printedQrs } from './support/printed.mjs';
import { boxesOnDisk, kill } from './support/programs.mjs';
import { office, twin } from './support/twin.mjs';

const KEYING = '#/nhap-phieu';

/** The keying screen of an office, the cursor at the code. */
async function atCode(t, options) {
  const here = await office(t, options);
  const page = await open(t, here.url, { hash: KEYING });
  await atField(page, 'Mã phiếu');
  const [{ code, on }, { code: next }] = here.regular;
  return { ...here, page, code, next, on, disk: () => boxesOnDisk(here.file, code) };
}

/** The first sheet on the table, its code typed by hand. */
async function onTable(t, options) {
  const here = await atCode(t, options);
  await hand(here.page, here.code.replace('-', ''));
  await atField(here.page, '1 ');
  pause(here.page);
  return here;
}

async function saved(page, no) {
  await page.locator('.row', { has: page.getByRole('textbox', { name: new RegExp(`^${no} `) }) }).getByText('đã lưu').waitFor();
}

const values = (page) => page.getByRole('textbox', { name: /^\d+ / }).evaluateAll((all) => all.map((node) => node.value));

test('a code opens its sheet with the seventh digit, a full box is left with its second', async (t) => {
  const { page, disk } = await onTable(t);
  await hand(page, '3227');
  await atField(page, '3 ');
  await hand(page, '5');
  await atField(page, '3 ');
  await hand(page, 'Enter', '61');
  await atField(page, '4 ');
  await hand(page, 'Enter');
  await atField(page, '5 ');
  await saved(page, 4);
  assert.deepEqual(Object.values(await disk()).slice(0, 5), [32, 27, 5, 61, null]);
});

test('an Enter after every number does no harm to who is used to it', async (t) => {
  const { page, code, disk } = await atCode(t);
  await hand(page, code.replace('-', ''), 'Enter');
  await atField(page, '1 ');
  for (const number of [32, 27, 5, 61]) await hand(page, String(number), 'Enter');
  await atField(page, '5 ');
  await saved(page, 4);
  assert.deepEqual(Object.values(await disk()).slice(0, 5), [32, 27, 5, 61, null]);
});

test('Backspace goes back for a third digit; after a crowd every number waits for Enter', async (t) => {
  const { page, disk } = await onTable(t);
  await hand(page, '11');
  await atField(page, '2 ');
  await hand(page, 'Backspace');
  await atField(page, '1 ');
  await hand(page, '2', 'Enter');
  await atField(page, '2 ');
  await hand(page, '98');
  await atField(page, '2 ');
  await hand(page, 'Enter');
  await saved(page, 2);
  assert.deepEqual(Object.values(await disk()).slice(0, 2), [112, 98]);
});

test('F2, a paste and a mended number never move on by themselves', async (t) => {
  const { page } = await onTable(t);
  await hand(page, '3', 'Enter');
  await hand(page, '-');
  await atField(page, '1 ');
  await press(page, 'F2');
  await hand(page, '2');
  assert.deepEqual(await focused(page).then((f) => [f.name.slice(0, 2), f.value]), ['1 ', '32']);
  await hand(page, 'Enter');
  await atField(page, '2 ');
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text', '27');
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  assert.deepEqual(await focused(page).then((f) => [f.name.slice(0, 2), f.value]), ['2 ', '27']);
});

for (const enter of [true, false]) {
  const how = enter ? 'with its Enter' : 'without an Enter';
  test(`a scan ${how} opens its sheet from the code field and from within a box, and no digit of it is counted`, async (t) => {
    const { page, code, next, on, disk, ...here } = await atCode(t);
    const qrs = await printedQrs(here, on);
    await scan(page, qrs.get(code.replace('-', '')), { enter });
    await atField(page, '1 ');
    await hand(page, '32');
    await atField(page, '2 ');
    await scan(page, qrs.get(next.replace('-', '')), { enter });
    await page.locator('.printed').getByText(next).waitFor();
    await atField(page, '1 ');
    assert.deepEqual(await values(page), Array(9).fill(''));
    assert.deepEqual(Object.values(await disk()).slice(0, 3), [32, null, null]);
    assert.deepEqual(Object.values(await boxesOnDisk(here.file, next)), Array(9).fill(null));
  });
}

test('a sheet of another ward and a forged one are told in words, and nothing is opened', async (t) => {
  const { page, code, on, ...here } = await atCode(t);
  const qr = (await printedQrs(here, on)).get(code.replace('-', ''));
  const forged = qr.slice(0, -1) + ((Number(qr.at(-1)) + 1) % 10);
  await scan(page, forged);
  await page.locator('[aria-invalid="true"]').waitFor();
  assert.equal((await focused(page)).name, 'Mã phiếu');
  assert.equal(await page.locator('.printed').count(), 0);
});

test('a wrong code is refused at its seventh digit, and one key opens the likely sheet', async (t) => {
  const { page, regular, call } = await atCode(t);
  let slip;
  for (const { code } of regular.slice(0, 12)) {
    const digits = code.replace('-', '');
    const wrong = digits.slice(0, 4) + ((Number(digits[4]) + 1) % 10) + digits.slice(5);
    const refused = await call('open_sheet', { code: wrong }).then(() => null, (error) => error.wire);
    if (refused?.code === 'code_check_digit_likely' && refused.params.likely === code) slip ??= { wrong, code };
  }
  assert.ok(slip, 'no slip found');
  await hand(page, slip.wrong);
  await sees(page, `Có phải phiếu ${slip.code}?`);
  await picture(page, 'wrong-code-by-hand');
  await hand(page, '+');
  await atField(page, '1 ');
  await page.locator('.printed').getByText(slip.code).waitFor();
});

/** What an input method does with digits: keys it keeps to itself, a text that grows, and the finished one. */
async function compose(page, steps, { enter = false } = {}) {
  const cdp = await protocol(page);
  const kept = (key) => cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code: '', windowsVirtualKeyCode: 229, nativeVirtualKeyCode: key });
  for (const text of steps) {
    await kept(0x30);
    await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  // Enter that ends a composition belongs to it.
  if (enter) await kept(0x0d);
  await cdp.send('Input.insertText', { text: steps.at(-1) });
}

/** A text as it grows letter by letter. */
const growing = (text) => [...text].map((_, i) => text.slice(0, i + 1));

for (const method of ['Telex', 'VNI']) {
  test(`a code scanned while ${method} composes opens its sheet`, async (t) => {
    const { page, code, next, on, ...here } = await atCode(t);
    const qrs = await printedQrs(here, on);
    // VNI keeps digits to itself until its word is done, Telex hands them on one by one.
    const steps = (digits) => (method === 'VNI' ? [growing(digits)] : [...digits].map((d) => [d]));
    for (const part of steps(code.replace('-', ''))) await compose(page, part, { enter: method === 'VNI' });
    if (method === 'Telex') await hand(page, 'Enter');
    await atField(page, '1 ');
    await page.locator('.printed').getByText(code).waitFor();
    const qr = qrs.get(next.replace('-', ''));
    for (const part of steps(qr)) await compose(page, part, { enter: method === 'VNI' });
    await page.locator('.printed').getByText(next).waitFor();
    await atField(page, '1 ');
    assert.deepEqual(await values(page), Array(9).fill(''));
    assert.deepEqual(Object.values(await boxesOnDisk(here.file, code)), Array(9).fill(null));
  });
}

test('a number composed in a box is kept, its Enter moves nothing, and the next one moves on', async (t) => {
  const { page, disk } = await onTable(t);
  await compose(page, ['5'], { enter: true });
  assert.deepEqual(await focused(page).then((f) => [f.name.slice(0, 2), f.value]), ['1 ', '5']);
  await hand(page, 'Enter');
  await atField(page, '2 ');
  await saved(page, 1);
  assert.equal((await disk())[1], 5);
});

const COMPOSED = {
  'thí (Telex)': ['t', 'th', 'thi', 'thí'],
  'hủ (VNI)': ['h', 'hu', 'hủ'],
  'chắc (Telex)': ['c', 'ch', 'cha', 'chă', 'chăc', 'chắc'],
  'Ngõ (VNI)': ['N', 'Ng', 'Ngo', 'Ngõ'],
  'Đơ (Telex)': ['D', 'Đ', 'Đo', 'Đơ'],
};
for (const [name, steps] of Object.entries(COMPOSED)) {
  test(`composing ${name} leaves no letter in a box nor in the code, and survives in a note`, async (t) => {
    const { page, code, call } = await onTable(t);
    await compose(page, steps, { enter: true });
    assert.deepEqual(await focused(page).then((f) => [f.name.slice(0, 2), f.value]), ['1 ', '']);
    await tabTo(page, 'Mã phiếu', 'Tab');
    await compose(page, steps, { enter: true });
    assert.equal((await focused(page)).value, '');
    await press(page, 'F4');
    await atField(page, 'Ghi chú');
    await compose(page, steps, { enter: true });
    await press(page, 'Control+Enter');
    await atField(page, 'Mã phiếu');
    assert.equal((await call('open_sheet', { code })).note, steps.at(-1).normalize('NFC'));
  });
}

test('the program is killed in the middle of a sheet: it reopens on the same box of the same sheet', async (t) => {
  const { page, code, child, home, file } = await onTable(t);
  await hand(page, '3227', '5', 'Enter', '61', 'Enter');
  await atField(page, '5 ');
  await saved(page, 4);
  // Back to a box that is filled already, and no further: not the first blank one.
  await hand(page, '-', '-');
  await atField(page, '3 ');
  await page.waitForFunction(() => !document.querySelector('.state .mute')?.textContent.includes('đang lưu'));
  const cursor = async () => (await twinCursor(page)).box;
  while ((await cursor()) !== '3') await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  await page.close();
  await kill(child);
  assert.deepEqual(Object.values(await boxesOnDisk(file, code)).slice(0, 5), [32, 27, 5, 61, null]);
  const again = await twin(t, { home, file });
  const after = await open(t, again.url, { hash: KEYING });
  await atField(after, '3 ');
  await after.locator('.printed').getByText(code).waitFor();
  assert.deepEqual((await values(after)).slice(0, 5), ['32', '27', '5', '61', '']);
  await hand(after, '6', 'Enter');
  await atField(after, '4 ');
  assert.equal(await box(after, 3).inputValue(), '6');
});

/** The cursor as the office has it. */
async function twinCursor(page) {
  const answer = await page.evaluate(() => fetch('/rpc/call/get_cursor', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }).then((r) => r.json()));
  return answer.answer;
}
