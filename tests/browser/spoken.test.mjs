// What a screen reader says by itself, while the cursor stays where it is: only a place that was there before and says
// that it is live is read out, or an alert, whenever it comes.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atField, numpad, open, openSheet, press, sees, tabTo, type } from './support/browser.mjs';
import { office } from './support/twin.mjs';

const KEYING = '#/nhap-phieu';
const GOOD = [32, 27, 5, 61, 54, 9, 41, 44, 40];

/** Keeps what is said from now on in `window.said`; in a modal dialog nothing outside of it is. */
function listen() {
  window.said = [];
  const LIVE = '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert]';
  const places = new Set(document.querySelectorAll(LIVE));
  const say = (place) => {
    const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
    const words = place.innerText.replace(/\s+/g, ' ').trim();
    if (words !== '' && (!dialog || dialog.contains(place)) && !place.closest('[aria-hidden=true]')) window.said.push(words);
  };
  new MutationObserver((changes) => {
    const heard = new Set();
    for (const { target, addedNodes } of changes) {
      const node = target instanceof Element ? target : target.parentElement;
      const place = node?.closest(LIVE);
      if (place && places.has(place)) heard.add(place);
      for (const added of [...addedNodes].filter((n) => n instanceof Element)) {
        for (const one of [added, ...added.querySelectorAll('*')].filter((n) => n.matches(LIVE))) {
          if (one.getAttribute('role') === 'alert') heard.add(one);
          places.add(one);
        }
      }
    }
    for (const place of heard) if (place.isConnected) say(place);
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}

/** Waits until something was said that has these words in it. */
async function hears(page, words) {
  try {
    await page.waitForFunction((wanted) => window.said.some((s) => s.includes(wanted)), words, { timeout: 10_000 });
  } catch {
    assert.fail(`“${words}” should be said; said was ${JSON.stringify(await page.evaluate(() => window.said))}`);
  }
}

async function atKeying(t) {
  const here = await office(t);
  const page = await open(t, here.url, { hash: KEYING });
  await atField(page, 'Mã phiếu');
  await page.evaluate(listen);
  return { ...here, page };
}

test('a code that is none is said, and a sheet that is whole', async (t) => {
  const { page, regular } = await atKeying(t);
  const [{ code }] = regular;
  await numpad(page, '999');
  await press(page, 'NumpadEnter');
  await hears(page, await page.evaluate(() => document.getElementById(document.activeElement.getAttribute('aria-describedby')).innerText.trim().slice(0, 20)));
  await press(page, 'Escape');
  await openSheet(page, code);
  for (const [at, value] of GOOD.entries()) {
    await atField(page, `${at + 1} `);
    await numpad(page, value);
    await press(page, 'NumpadEnter');
  }
  await hears(page, `Phiếu ${code} đã nhập đủ và khớp`);
});

test('what was done is said wherever the cursor is', async (t) => {
  const { page } = await atKeying(t);
  await press(page, 'Alt+3');
  await sees(page, 'Địa bàn');
  await press(page, 'Control+z');
  const toast = page.locator('.toasts');
  await toast.locator('p').first().waitFor();
  await hears(page, (await toast.innerText()).trim());
});

test('a wrong PIN is said beside the field it was typed into', async (t) => {
  const { url, call } = await office(t);
  const [{ id: administrator }] = await call('list_accounts', {});
  await call('set_pin', { account: administrator, pin: '147258' });
  const page = await open(t, url, { hash: '#/cai-dat' });
  await page.getByRole('navigation').waitFor();
  await page.evaluate(listen);
  await press(page, 'Control+Shift+l');
  await atField(page, 'Mã PIN của');
  await type(page, '3691');
  await press(page, 'Enter');
  await hears(page, 'Mã PIN của Quản trị chưa đúng');
});

test('a field left wrong is said when the form is sent', async (t) => {
  const { url } = await office(t);
  const page = await open(t, url, { hash: '#/dia-ban' });
  await sees(page, 'Địa bàn');
  await page.evaluate(listen);
  await tabTo(page, 'Thêm địa bàn');
  await press(page, 'Enter');
  await atField(page, 'Tên');
  await press(page, 'Enter');
  await page.locator('[role=alert]').first().waitFor();
  await hears(page, (await page.locator('[role=alert]').first().innerText()).trim().slice(0, 15));
});
