// Chromium, with the keyboard alone: nothing here clicks.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after } from 'node:test';
import { chromium } from 'playwright-core';
import { atEnd, out, programs } from './programs.mjs';

let running;

/** One browser for a test file, closed after its last test. */
function browser() {
  running ??= chromium.launch({
    executablePath: programs.chromium,
    // No sandbox: as root, on a machine for tests, Chromium has none. It loads our own page only.
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--force-color-profile=srgb'],
  });
  return running;
}

after(async () => (await running)?.close());

/**
 * The office's usual screen, opened at an address of ours. Whatever the page complains of fails the test. `prepare`: what
 * is done with the page before anything is loaded.
 */
export async function open(t, url, { dark = false, hash = '', prepare = async () => {} } = {}) {
  const context = await (await browser()).newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.stack ?? String(error)));
  page.on('console', (message) => {
    // A refusal is an answer: the page shows it in words.
    if (message.type() === 'error' && !message.text().includes('status of 422')) complaints.push(message.text());
  });
  page.on('request', (request) => {
    const asked = new URL(request.url());
    if (!['blob:', 'data:'].includes(asked.protocol) && asked.origin !== new URL(url).origin) complaints.push(`asked ${asked.origin}`);
  });
  const underWay = new Set();
  asking.set(page, underWay);
  page.on('request', (request) => underWay.add(request));
  for (const event of ['requestfinished', 'requestfailed']) page.on(event, (request) => underWay.delete(request));
  atEnd(t, async () => {
    await context.close();
    assert.deepEqual(complaints, [], 'the page complained');
  });
  await prepare(page);
  await page.goto(url + hash);
  return page;
}

/** Presses keys one after the other: names as in `Shift+Enter`. */
export async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

/** Types a text letter by letter. */
export async function type(page, text) {
  await page.keyboard.type(text);
}

const NUMPAD = { '*': ['NumpadMultiply', 106], '+': ['NumpadAdd', 107], '-': ['NumpadSubtract', 109], '.': ['NumpadDecimal', 110] };
const sessions = new WeakMap();

/** Chromium's own protocol, for keys that Playwright does not know. */
export async function protocol(page) {
  if (!sessions.has(page)) sessions.set(page, await page.context().newCDPSession(page));
  return sessions.get(page);
}

/** Digits and signs on the numpad with Num Lock on, as fast as a machine is: nothing moves on by itself. */
export async function numpad(page, text) {
  await paced(page, [...String(text)], 6);
}

const clocks = new WeakMap();
const NAMED = {
  Enter: { code: 'NumpadEnter', windowsVirtualKeyCode: 13, text: '\r', location: 3, isKeypad: true },
  Backspace: { code: 'Backspace', windowsVirtualKeyCode: 8 },
  '/': { code: 'NumpadDivide', windowsVirtualKeyCode: 111, text: '/', location: 3, isKeypad: true },
};

/** Keys so many milliseconds apart, by their own times: no test waits for them. */
async function paced(page, keys, gap) {
  const cdp = await protocol(page);
  let now = Math.max(Date.now(), clocks.get(page) ?? 0);
  for (const key of keys) {
    now += gap;
    clocks.set(page, now);
    const [code, virtual] = NUMPAD[key] ?? [`Numpad${key}`, 96 + Number(key)];
    const named = NAMED[key] ?? { code, windowsVirtualKeyCode: virtual, text: key, location: 3, isKeypad: true };
    const { text, ...event } = { key, timestamp: now / 1000, ...named };
    await cdp.send('Input.dispatchKeyEvent', { type: text ? 'keyDown' : 'rawKeyDown', text, ...event });
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  }
}

/** What a hand types on the numpad: digits and signs, and keys by their name (`Enter`, `Backspace`). */
export async function hand(page, ...keys) {
  await paced(page, keys.flatMap((key) => (key in NAMED ? [key] : [...String(key)])), 120);
}

/** A pause of the hand: what comes next is no part of the movement before. */
export function pause(page) {
  clocks.set(page, (clocks.get(page) ?? Date.now()) + 2_000);
}

/** What a keyboard scanner types, wherever the cursor is; most end with Enter. */
export async function scan(page, digits, { enter = true } = {}) {
  pause(page);
  await paced(page, enter ? [...digits, 'Enter'] : [...digits], 6);
  pause(page);
}

/** What has the cursor: its accessible name, and what stands in it. */
export function focused(page) {
  return page.evaluate(() => {
    const node = document.activeElement;
    if (!node || node === document.body) return { name: '', value: '', role: 'body' };
    const words = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
    const by = node.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.textContent).join(' ');
    const name = node.getAttribute('aria-label') ?? by ?? (node.labels?.length ? [...node.labels].map((l) => l.textContent).join(' ') : node.textContent);
    return { name: words(name), value: node.value ?? '', role: node.getAttribute('role') ?? node.tagName.toLowerCase() };
  });
}

/** Waits until the cursor is where a name says; a string matches the beginning. */
export async function atField(page, name) {
  try {
    await page.waitForFunction(
      (wanted) => {
        const node = document.activeElement;
        const words = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
        const own = node?.getAttribute('aria-label') ?? (node?.labels?.length ? [...node.labels].map((l) => l.textContent).join(' ') : node?.textContent);
        return words(own).startsWith(wanted) && node !== document.body;
      },
      name,
      { polling: 'raf', timeout: 15_000 },
    );
  } catch {
    assert.fail(`the cursor should be at “${name}”, it is at ${JSON.stringify(await focused(page))}`);
  }
}

/** Tab by Tab to what bears this name; going round once without finding it fails. */
export async function tabTo(page, name, key = 'Tab') {
  const seen = [];
  for (let i = 0; i < 150; i++) {
    const here = await focused(page);
    if (here.role !== 'body' && (typeof name === 'string' ? here.name.startsWith(name) : name.test(here.name))) return here;
    seen.push(here.name);
    await page.keyboard.press(key);
  }
  return assert.fail(`Tab never comes to “${name}”; it came by: ${[...new Set(seen)].join(' | ')}`);
}

/** Fills the import dialog's field for a pasted table, found by Tab alone, and asks to look at it. */
export async function pasteTable(page, table) {
  await page.getByRole('dialog').waitFor();
  const isField = ({ role, name }) => role === 'textarea' && name.startsWith('Dán bảng');
  for (let i = 0; i < 20 && !isField(await focused(page)); i++) await press(page, 'Tab');
  const here = await focused(page);
  assert.ok(isField(here), `Tab never comes to the field for a table, it is at ${JSON.stringify(here)}`);
  await press(page, 'Control+a');
  await page.keyboard.insertText(table);
  await tabTo(page, 'Xem trước');
  await press(page, 'Enter');
}

/** Waits until a text is to be seen. */
export async function sees(page, text) {
  await page.getByText(text).first().waitFor();
}

const asking = new WeakMap();

/** Waits until every question has its answer and every preview its pages. */
export async function settled(page) {
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'), null, { polling: 'raf' });
  while (asking.get(page).size > 0) await Promise.all([...asking.get(page)].map((request) => request.response().then((r) => r?.finished(), () => undefined)));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** A box of the sheet by its printed number. */
export function box(page, no) {
  return page.getByRole('textbox', { name: new RegExp(`^${no} `) });
}

/** Opens a sheet by its code, from wherever the keying screen's cursor is. */
export async function openSheet(page, code) {
  // The screen gives its field the cursor when it comes: a Tab pressed just then would be one too many.
  await page.getByRole('textbox', { name: /^Mã phiếu/ }).first().waitFor();
  await tabTo(page, 'Mã phiếu', 'Tab');
  await numpad(page, code.replace(/\D/g, ''));
  await press(page, 'NumpadEnter');
  await page.getByText(code, { exact: true }).first().waitFor();
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What a person sees and hears holds to the rules: every fault is named with its place. */
export async function accessible(page, what = 'the page') {
  await page.evaluate(AXE);
  const found = await page.evaluate(() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }));
  const faults = found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.target.join(' ')} ${n.html.slice(0, 120)}`).join(' ; ')}`);
  assert.deepEqual(faults, [], what);
}

/** A picture for a person to look at; not compared. */
export async function picture(page, name) {
  mkdirSync(join(out, 'browser'), { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(out, 'browser', `${name}.png`) });
}
