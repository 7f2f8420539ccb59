// The first minutes: a new office, what a name looks like on disk, finding, looks.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { accessible, atField, focused, open, picture, press, protocol, sees, settled, tabTo, type } from './support/browser.mjs';
import { status } from './support/programs.mjs';
import { office, twin } from './support/twin.mjs';

/** From the first screen to what is asked of a new office. */
async function ownOffice(page) {
  await atField(page, 'Mở mẫu để xem thử');
  await press(page, '2');
  await atField(page, 'Phường, xã');
}

test('a first run makes an office from the sample, by keyboard', async (t) => {
  const { url, home } = await twin(t);
  const page = await open(t, url);
  await sees(page, 'Bắt đầu thế nào?');
  await picture(page, 'first-run');
  await tabTo(page, 'Mẫu khác: Kế hoạch 11/2024');
  await press(page, 'Enter');
  await page.getByRole('navigation').waitFor();
  await sees(page, 'UBND phường Hà Cầu');
  const state = await status(join(home, 'Từng Ngõ', 'UBND phường Hà Cầu.db'));
  assert.match(state.campaign, /iHanoi/);
  assert.equal(state.areas.length, 18);
});

test('a blank office is made with what is typed, and a bad date is said before anything is made', async (t) => {
  const { url, home } = await twin(t);
  const page = await open(t, url);
  await ownOffice(page);
  await type(page, 'xã Thanh Oai');
  await tabTo(page, 'Ứng dụng');
  await type(page, 'iHanoi');
  await tabTo(page, 'Từ ngày');
  await type(page, '31022024');
  await press(page, 'Tab');
  await sees(page, 'Ngày chưa đúng');
  await tabTo(page, 'Từ ngày', 'Shift+Tab');
  await press(page, 'Control+a');
  await type(page, '09/11/2024');
  await tabTo(page, 'Lập hồ sơ');
  await press(page, 'Enter');
  await page.getByRole('navigation').waitFor();
  const state = await status(join(home, 'Từng Ngõ', 'xã Thanh Oai.db'));
  assert.equal(state.campaign, 'Cài đặt iHanoi');
});

/** What an input method does: keys it keeps to itself, a text that grows, and the finished word. */
async function compose(page, steps, { enter = false } = {}) {
  const cdp = await protocol(page);
  const kept = (key) => cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code: '', windowsVirtualKeyCode: 229, nativeVirtualKeyCode: key });
  for (const text of steps) {
    await kept(0x41);
    await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  // Enter that ends a composition belongs to it.
  if (enter) await kept(0x0d);
  await cdp.send('Input.insertText', { text: steps.at(-1) });
}

/** Telex and VNI grow a word differently; both end at the same one. */
const COMPOSED = {
  'thí (Telex: t h i s)': ['t', 'th', 'thi', 'thí'],
  'hủ (VNI: h u 3)': ['h', 'hu', 'hủ'],
  'chắc (Telex: c h a w c s)': ['c', 'ch', 'cha', 'chă', 'chăc', 'chắc'],
  'Ngõ (VNI: N g o 4)': ['N', 'Ng', 'Ngo', 'Ngõ'],
  'Đơ (Telex: D D o w)': ['D', 'Đ', 'Đo', 'Đơ'],
};

for (const [name, steps] of Object.entries(COMPOSED)) {
  test(`composing ${name} survives in a text field, and its Enter submits nothing`, async (t) => {
    const { url, call } = await twin(t);
    const page = await open(t, url);
    await ownOffice(page);
    await type(page, 'xã ');
    await compose(page, steps, { enter: true });
    assert.deepEqual(await focused(page).then((f) => [f.name, f.value]), ['Phường, xã', `xã ${steps.at(-1)}`]);
    assert.equal((await call('desk', { do: 'state' })).file, null);
    await press(page, 'Tab');
    await tabTo(page, 'Phường, xã', 'Shift+Tab');
    assert.equal((await focused(page)).value, `xã ${steps.at(-1)}`.normalize('NFC'));
  });
}

test('an input method that erases and types again, as UniKey does, ends at the same word', async (t) => {
  const { url } = await twin(t);
  const page = await open(t, url);
  await ownOffice(page);
  await type(page, 'nga');
  await press(page, 'Backspace');
  await page.keyboard.insertText('ã');
  await type(page, ' Do');
  await press(page, 'Backspace', 'Backspace');
  await page.keyboard.insertText('Đ');
  await page.keyboard.insertText('ơ');
  assert.equal((await focused(page)).value, 'ngã Đơ');
});

test('a name typed with loose marks is stored composed', async (t) => {
  const { url, home } = await twin(t);
  const page = await open(t, url);
  await ownOffice(page);
  await page.keyboard.insertText('phường Hà Cầu'.normalize('NFD'));
  await tabTo(page, 'Tên đợt');
  await page.keyboard.insertText('Đợt ngõ Thì Nhậm'.normalize('NFD'));
  await tabTo(page, 'Ứng dụng');
  await type(page, 'iHanoi');
  await tabTo(page, 'Lập hồ sơ');
  await press(page, 'Enter');
  await page.getByRole('navigation').waitFor();
  const state = await status(join(home, 'Từng Ngõ', 'phường Hà Cầu.db'));
  assert.equal(state.campaign, 'Đợt ngõ Thì Nhậm');
});

test('search finds an area without its marks, and the cursor comes back', async (t) => {
  const { url } = await office(t);
  const page = await open(t, url, { hash: '#/nhap-phieu' });
  await atField(page, 'Mã phiếu');
  await press(page, 'Control+k');
  await type(page, 'ngo thi nham');
  await page.getByRole('dialog').getByRole('option', { name: /Ngô Thì Nhậm/ }).first().waitFor();
  await picture(page, 'search');
  await press(page, 'Escape');
  await atField(page, 'Mã phiếu');
});

test('every key is in the list of keys, and Escape closes it', async (t) => {
  const { url } = await office(t);
  const page = await open(t, url, { hash: '#/nhap-phieu' });
  await atField(page, 'Mã phiếu');
  await press(page, 'Control+/');
  await sees(page, 'Khi nhập phiếu');
  await sees(page, 'Ở màn hình Nhập phiếu');
  assert.ok(await page.getByRole('dialog').evaluate((box) => box.scrollHeight <= box.clientHeight), 'nothing is out of sight');
  await picture(page, 'keys');
  await press(page, 'Escape');
  await atField(page, 'Mã phiếu');
  await press(page, 'Alt+3');
  await sees(page, 'Thêm địa bàn');
  await press(page, 'Control+/');
  await sees(page, 'Ở mọi màn hình');
  assert.equal(await page.getByRole('dialog').getByText('Ở màn hình').count(), 0, 'a screen without keys of its own says nothing of them');
});

for (const dark of [false, true]) {
  test(`${dark ? 'dark' : 'light'}: contrast and names hold on the screens`, async (t) => {
    const { url, regular, call } = await office(t);
    const page = await open(t, url, { dark });
    await page.getByRole('navigation').waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), dark ? 'dark' : 'light');
    await call('set_boxes', { code: regular[0].code, boxes: [{ no: '1', value: '32' }, { no: '2', value: '40' }] });
    const addresses = await page.getByRole('navigation').getByRole('link').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    for (const address of [...addresses, `#/nhap-phieu/${regular[0].code}`]) {
      await page.evaluate((hash) => (location.hash = hash), address);
      await settled(page);
      await picture(page, `${dark ? 'dark' : 'light'}${address.slice(1).replaceAll('/', '-')}`);
      await accessible(page, address);
    }
  });
}
