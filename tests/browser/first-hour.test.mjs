// The first hour without a mouse and without a manual: from the first screen to the first printed sheet, every key counted.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { accessible, atField, focused, hand as onNumpad, open, pause, picture, sees, settled } from './support/browser.mjs';
import { root, status } from './support/programs.mjs';
import { twin } from './support/twin.mjs';

/** The reference plan's own table of evenings and areas, with its scanning error. */
const PLAN = readFileSync(join(root, 'tests', 'fixtures', 'tables', 'lich-ke-hoach-ha-cau.txt'), 'utf8');

/** What is promised: from the first screen of a new computer to the first sheet as PDF, the ward's name typed. */
const MOST_TO_PRINT = 40;
/** The same without the letters of what has to be typed: keys that lead, choose and confirm. */
const MOST_LEADING = 12;
/** From the first screen to a printed and a keyed sheet of the sample. */
const MOST_IN_SAMPLE = 60;

/** A keyboard that counts: every press is a key, every letter of a text too. Ctrl V is one key, whatever it brings. */
function keyboard(page) {
  const keys = { leading: 0, letters: 0 };
  return {
    keys,
    get all() {
      return keys.leading + keys.letters;
    },
    async press(...names) {
      for (const name of names) await page.keyboard.press(name);
      keys.leading += names.length;
    },
    async type(text) {
      await page.keyboard.type(text);
      keys.letters += [...text].length;
    },
    /** Digits and Enter on the numpad, as fast as a hand is. */
    async digits(...keys) {
      await onNumpad(page, ...keys);
      this.keys.letters += keys.reduce((sum, key) => sum + (key === 'Enter' ? 1 : String(key).length), 0);
    },
    async paste(text) {
      await page.evaluate((words) => navigator.clipboard.writeText(words), text);
      await page.keyboard.press('Control+v');
      keys.leading += 1;
    },
  };
}

/** Pictures in the order of the steps; each is looked at by the rules too. */
function album(page, name, { rules }) {
  let n = 0;
  return async () => {
    n += 1;
    await settled(page);
    await picture(page, `${name}-${String(n).padStart(2, '0')}`);
    if (rules) await accessible(page, `${name}, step ${n}`);
  };
}

/** The file that was made, where the screen says it is. */
async function pdf(page) {
  await page.getByRole('button', { name: 'Mở', exact: true }).waitFor({ timeout: 120_000 });
  const words = await page.locator('main').innerText();
  const path = words.split('\n').map((line) => line.trim()).find((line) => line.endsWith('.pdf') && line.startsWith('/'));
  assert.ok(path, `no path of a PDF among: ${words}`);
  const bytes = await readFile(path);
  assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
  return bytes;
}

async function began(t, name, dark) {
  const here = await twin(t);
  const page = await open(t, here.url, { dark });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return { ...here, page, hand: keyboard(page), look: album(page, `${dark ? 'dark-' : ''}${name}`, { rules: true }) };
}

for (const dark of [false, true]) {
  test(`a new office has its first sheet printed, ${dark ? 'dark' : 'light'}`, async (t) => {
    const { page, home, call, hand, look } = await began(t, 'first-hour', dark);
    await atField(page, 'Mở mẫu để xem thử');
    await look();

    await hand.press('2');
    await atField(page, 'Phường, xã');
    // Enter too early is answered in words, and costs nothing but itself.
    if (dark) {
      await page.keyboard.press('Enter');
      await sees(page, 'Ghi tên phường, xã trước');
      await atField(page, 'Phường, xã');
    }
    await hand.type('phường Hà Cầu');
    await hand.press('Tab');
    await atField(page, 'Ứng dụng');
    await hand.type('iHanoi');
    await look();
    await hand.press('Enter');

    await sees(page, 'Những bước đầu · xong 1/6');
    await atField(page, 'Dán bảng lịch');
    await look();
    await hand.press('Enter');

    await page.getByRole('dialog').waitFor();
    await atField(page, 'Dán bảng');
    await look();
    await hand.paste(PLAN);
    await sees(page, 'Bảng viết “Ngõ Thì Nhậm” và “Ngô Thì Nhậm”. Cách nào đúng?');
    await atField(page, 'Đều là “Ngõ Thì Nhậm”');
    await look();
    await hand.press('ArrowRight');
    await atField(page, 'Đều là “Ngô Thì Nhậm”');
    await settled(page);
    await look();
    await hand.press('Enter');

    await sees(page, 'Đã nhập: thêm 22');
    await look();
    await hand.press('Alt+1');
    await sees(page, 'Những bước đầu · xong 3/6');
    await atField(page, 'In phiếu');
    await look();
    await hand.press('Enter');

    await atField(page, 'Số phiếu mỗi buổi');
    await look();
    await hand.press('Enter');
    const bytes = await pdf(page);
    await atField(page, 'Mở');
    await look();

    const { leading, letters } = hand.keys;
    t.diagnostic(`first printed sheet: ${hand.all} keys, ${letters} of them letters of what is typed, ${leading} lead, choose, confirm`);
    assert.ok(hand.all <= MOST_TO_PRINT, `${hand.all} keys`);
    assert.ok(leading <= MOST_LEADING, `${leading} keys that lead`);
    assert.ok(bytes.length > 10_000);

    const state = await status(join(home, 'Từng Ngõ', 'phường Hà Cầu.db'));
    assert.equal(state.areas.length, 17);
    const sheets = (await call('list_sheets', { evening: null })).filter((s) => s.kind === 'regular');
    assert.deepEqual([...new Set(sheets.map((s) => s.on))], ['2024-11-10'], 'of the evening that comes next, and no other');
    assert.equal(sheets.length, 5);

    // The guide goes on from what stands in the file, and is put away for good by whoever knows the way.
    await hand.press('Alt+1');
    await sees(page, 'Những bước đầu · xong 4/6');
    await atField(page, 'Nhập phiếu');
    await look();
    await page.keyboard.press('Shift+Tab');
    for (let i = 0; i < 8 && (await focused(page)).name !== 'Cất hướng dẫn'; i++) await page.keyboard.press('Shift+Tab');
    await atField(page, 'Cất hướng dẫn');
    await page.keyboard.press('Enter');
    await sees(page, 'Đã cất.');
    await page.reload();
    await page.getByRole('navigation').waitFor();
    await settled(page);
    assert.equal(await page.getByText('Những bước đầu').count(), 0);
  });
}

test('the sample: an evening’s sheets are printed, one is keyed, and one key leads to the own office', async (t) => {
  const { page, home, call, hand, look } = await began(t, 'first-look', false);
  await atField(page, 'Mở mẫu để xem thử');
  await hand.press('Enter');
  await page.getByRole('navigation').waitFor();
  await sees(page, 'Đây là mẫu để xem thử');
  await look();

  await hand.press('Alt+6');
  await atField(page, 'Buổi');
  await hand.type('10/');
  await settled(page);
  assert.match((await focused(page)).value, /2024-11-10/);
  await look();
  await hand.press('Tab', 'Enter');
  await pdf(page);
  await look();

  await hand.press('F5');
  await atField(page, 'Mã phiếu');
  const sheets = await call('list_sheets', { evening: '2024-11-10' });
  const { code } = sheets.find((s) => s.kind === 'regular' && s.state === 'printed');
  await hand.digits(code.replace('-', ''));
  await atField(page, '1 ');
  pause(page);
  for (const value of [20, 17, 3, 30, 24, 6, 9, 12, 10]) {
    await hand.digits(value, 'Enter');
  }
  await atField(page, 'Mã phiếu');
  await settled(page);
  await look();
  t.diagnostic(`sample: ${hand.all} keys from the first screen to one evening printed and one sheet keyed`);
  assert.ok(hand.all <= MOST_IN_SAMPLE, `${hand.all} keys`);
  const { boxes } = (await status(join(home, 'Từng Ngõ', 'UBND phường Minh Họa.db'))).sheets.find((s) => s.code === code);
  assert.equal(boxes['7'], 9);

  // On every screen it says that it is a sample; one key leads out of it, and the sample stays to come back to.
  for (const address of await page.getByRole('navigation').getByRole('link').evaluateAll((all) => all.map((a) => a.getAttribute('href')))) {
    await page.evaluate((hash) => (location.hash = hash), address);
    await settled(page);
    assert.ok(await page.getByText('Đây là mẫu để xem thử').isVisible(), address);
  }
  await hand.press('Alt+l');
  await atField(page, 'Phường, xã');
  await look();
  await hand.press('Escape');
  await sees(page, 'Mở hồ sơ gần đây');
  await atField(page, 'Lập hồ sơ của cơ quan');
  await look();
  await hand.press('2');
  await atField(page, 'Phường, xã');
  await hand.type('xã Thanh Oai');
  await hand.press('Enter');
  await sees(page, 'Những bước đầu · xong 1/6');
  assert.equal(await page.getByText('Đây là mẫu để xem thử').count(), 0, 'the office’s own file is no sample');
});
