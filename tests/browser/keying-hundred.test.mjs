// A morning's work with no mouse: a hundred sheets, and the keys they take.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atField, hand, open, pause, picture, scan, sees } from './support/browser.mjs';
import { filled } from './support/figures.mjs';
import { printedQrs } from './support/printed.mjs';
import { status } from './support/programs.mjs';
import { office } from './support/twin.mjs';

const SHEETS = 100;
/** The same sheets take 38.8 keys in Excel with autocomplete, 22.1 in a form as CSPro's. */
const MOST = { scanned: 22, typed: 30 };

/** Counts the keys that the page hears, a scanner's apart. */
async function countKeys(page) {
  await page.evaluate(() => {
    window.keysHeard = 0;
    window.addEventListener('keydown', () => window.keysHeard++, true);
  });
  return async () => {
    const heard = await page.evaluate(() => window.keysHeard);
    await page.evaluate(() => (window.keysHeard = 0));
    return heard;
  };
}

/** What a person who knows the screen presses for a number: two digits move on by themselves, unless a crowd is on the sheet. */
function keysFor(value, width, crowded) {
  const digits = String(value);
  if (digits === '0') return ['.'];
  return width === digits.length && !crowded ? [digits] : [digits, 'Enter'];
}

/** Keys a sheet from its first box on, with its widths as the office gives them. */
async function keySheet(page, boxes, values) {
  let crowded = false;
  for (const [i, value] of values.entries()) {
    const { width } = boxes[i];
    if (width !== null && String(value).length > width) {
      // Two digits are gone already: back for the third, and Enter after every number from here on.
      const digits = String(value);
      await hand(page, ...(crowded ? [digits, 'Enter'] : [digits.slice(0, width), 'Backspace', digits.slice(width), 'Enter']));
      crowded = true;
    } else await hand(page, ...keysFor(value, width, crowded));
  }
}

test('a hundred sheets are keyed with no mouse, in few keys', async (t) => {
  const here = await office(t);
  const sheets = here.regular.slice(0, SHEETS);
  assert.equal(sheets.length, SHEETS);
  const figures = filled(SHEETS, 20_241_109);
  const qrs = new Map();
  // Every second evening comes with a scanner.
  const evenings = [...new Set(sheets.map((s) => s.on))].filter((_, i) => i % 2 === 0);
  for (const on of evenings) for (const [code, text] of await printedQrs(here, on)) qrs.set(code, text);
  const page = await open(t, here.url, { hash: '#/nhap-phieu' });
  await atField(page, 'Mã phiếu');
  const heard = await countKeys(page);
  const keys = { scanned: [], typed: [] };
  for (const [i, { code }] of sheets.entries()) {
    const digits = code.replace('-', '');
    const qr = qrs.get(digits);
    await heard();
    if (qr) await scan(page, qr);
    else await hand(page, digits);
    await atField(page, '1 ');
    // The scanner is no key of the hand.
    if (qr) await heard();
    pause(page);
    const { boxes } = await here.call('open_sheet', { code });
    await keySheet(page, boxes, figures[i]);
    await atField(page, 'Mã phiếu');
    (qr ? keys.scanned : keys.typed).push(await heard());
    pause(page);
    if (i === 41) await picture(page, 'keying-hundred');
  }
  await sees(page, `Phiếu ${sheets.at(-1).code} đã nhập đủ`);
  const kept = new Map((await status(here.file)).sheets.map((s) => [s.code, s]));
  for (const [i, { code }] of sheets.entries()) {
    assert.deepEqual(Object.values(kept.get(code).boxes), figures[i], code);
    assert.equal(kept.get(code).state, 'keyed');
  }
  for (const [how, most] of Object.entries(MOST)) {
    const all = keys[how];
    const mean = all.reduce((sum, n) => sum + n, 0) / all.length;
    t.diagnostic(`${how}: ${all.length} sheets, ${mean.toFixed(1)} keys a sheet, most ${Math.max(...all)}`);
    assert.ok(all.length >= 40 && mean <= most, `${how}: ${mean} keys a sheet`);
  }
});

test('a control total is counted apart', async (t) => {
  const here = await office(t, { control: true });
  const sheets = here.regular.slice(0, 10);
  const figures = filled(10, 7);
  const page = await open(t, here.url, { hash: '#/nhap-phieu' });
  await atField(page, 'Mã phiếu');
  const heard = await countKeys(page);
  let boxes = 0;
  let totals = 0;
  for (const [i, { code }] of sheets.entries()) {
    const view = await here.call('open_sheet', { code });
    const parts = view.boxes.filter((b) => !b.control);
    assert.equal(view.boxes.length, parts.length + 1);
    await heard();
    await hand(page, code.replace('-', ''));
    await atField(page, '1 ');
    pause(page);
    await keySheet(page, parts, figures[i]);
    boxes += await heard();
    await atField(page, 'T ');
    await hand(page, String(figures[i].reduce((sum, n) => sum + n, 0)), 'Enter');
    totals += await heard();
    await atField(page, 'Mã phiếu');
    pause(page);
    await sees(page, `Phiếu ${code} đã nhập đủ`);
  }
  t.diagnostic(`typed: ${boxes / 10} keys a sheet, and ${totals / 10} for its control total`);
  assert.ok(boxes / 10 <= MOST.typed, `${boxes / 10} keys a sheet`);
  assert.ok(totals / 10 <= 4, `${totals / 10} keys for a control total`);
});
