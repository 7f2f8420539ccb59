// Screens come after the window: what is typed for one that is still on its way is neither lost nor heard elsewhere.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atField, box, focused, open, press, scan, sees, type } from './support/browser.mjs';
import { boxesOnDisk } from './support/programs.mjs';
import { office } from './support/twin.mjs';

/** The window on its first screen, with a screen's file on its way but held back until `come`. */
async function before(t, screen) {
  const here = await office(t);
  let come;
  const gate = new Promise((go) => (come = go));
  let asked;
  const wanted = new Promise((go) => (asked = go));
  const prepare = (page) =>
    page.route(new RegExp(`/${screen}-[^/]*\\.js$`), async (route) => {
      asked();
      await gate;
      await route.continue();
    });
  const page = await open(t, here.url, { prepare });
  await wanted;
  return { ...here, page, come };
}

async function atHeading(page, name) {
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

test('F5, a code and its first boxes, typed before the keying screen is there', async (t) => {
  const { page, come, regular, file } = await before(t, 'KeyingScreen');
  const [{ code }] = regular;
  await press(page, 'F5');
  await scan(page, code.replace('-', ''));
  await type(page, '32');
  await press(page, 'Enter');
  await type(page, '27');
  assert.equal(await page.getByRole('textbox').count(), 0, 'nothing to type into yet');
  come();
  await atField(page, '2 ');
  await sees(page, code);
  assert.equal(await box(page, 2).inputValue(), '27');
  await press(page, 'Enter');
  await atField(page, '3 ');
  await page.getByText('đã lưu').nth(1).waitFor();
  const { 1: first, 2: second } = await boxesOnDisk(file, code);
  assert.deepEqual([first, second], [32, 27]);
});

test('F5, a code and a first box, typed while the office file is still being opened', async (t) => {
  const { url, regular, file } = await office(t);
  const [{ code }] = regular;
  let come;
  const gate = new Promise((go) => (come = go));
  const prepare = (page) =>
    page.route('**/rpc/call/desk', async (route) => {
      await gate;
      await route.continue();
    });
  const page = await open(t, url, { prepare });
  await page.getByText('Đang mở').waitFor();
  await press(page, 'F5');
  await scan(page, code.replace('-', ''));
  await type(page, '32');
  await press(page, 'Enter');
  assert.equal(await page.getByRole('textbox').count(), 0, 'nothing to type into yet');
  come();
  await atField(page, '2 ');
  await sees(page, code);
  await page.getByText('đã lưu').first().waitFor();
  assert.equal((await boxesOnDisk(file, code))[1], 32);
});

test('another screen’s key goes there at once, and what was typed for the one that never came is dropped', async (t) => {
  const { page, come } = await before(t, 'KeyingScreen');
  await press(page, 'F5');
  await type(page, '12');
  await press(page, 'Alt+3');
  await atHeading(page, 'Địa bàn');
  come();
  await press(page, 'F5');
  await atField(page, 'Mã phiếu');
  assert.equal(await page.getByLabel('Mã phiếu').inputValue(), '');
});

test('Ctrl+K waits behind what was typed before it, and opens over the screen', async (t) => {
  const { page, come } = await before(t, 'KeyingScreen');
  await press(page, 'F5');
  await type(page, '12');
  await press(page, 'Control+k');
  await type(page, 'lich');
  assert.equal(await page.getByRole('dialog').count(), 0);
  come();
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.waitForFunction(() => document.activeElement?.value === 'lich');
  await press(page, 'Escape');
  await atField(page, 'Mã phiếu');
  assert.equal(await page.getByLabel('Mã phiếu').inputValue(), '12');
});

test('the first screen itself may be late: its first key is not lost', async (t) => {
  const { page, come } = await before(t, 'TodayScreen');
  await page.getByRole('navigation').waitFor();
  await press(page, 'Tab');
  assert.equal((await focused(page)).role, 'body');
  come();
  await page.waitForFunction(() => document.activeElement !== document.body);
});
