// What a person waits for in the window, against the release twin: `cargo xtask bench --window`. It prints, it judges nothing.

import { join } from 'node:path';
import { test } from 'node:test';
import { open, settled } from './support/browser.mjs';
import { cli, folder } from './support/programs.mjs';
import { office, twin } from './support/twin.mjs';

const TIMES = 15;

function told(what, target, times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  console.log(`${what.padEnd(58)} p50 ${at(0.5).toFixed(0)} ms   p95 ${at(0.95).toFixed(0)} ms   target ${target} ms`);
}

/** A paragraph that breaks over three lines. */
const PARAGRAPH =
  'Ủy ban nhân dân phường giao các tổ hỗ trợ đến từng ngõ, gõ từng nhà, hướng dẫn người dân cài đặt và sử dụng nền tảng; ' +
  'thành viên tổ nói rõ tên, đơn vị, không hỏi mã xác thực, mật khẩu và không thu bất kỳ khoản tiền nào của người dân.';

test('a plan of 20 pages is shown anew', async (t) => {
  const { url, call } = await office(t);
  const plan = await call('get_plan', {});
  const at = plan.sections.findIndex((s) => s.kind === 'part');
  const sections = plan.sections.map(({ id, kind, heading, text }) => ({ id, kind, heading, text }));
  const long = (n) => ({ ...sections[at], text: `${sections[at].text}\n${Array(n).fill(PARAGRAPH).join('\n')}` });
  await call('put_plan_sections', { sections: sections.with(at, long(190)) });
  const page = await open(t, url, { hash: '#/ke-hoach' });
  await page.locator('canvas').first().waitFor();
  await settled(page);
  const pages = await page.locator('figure[data-page]').count();
  // From the moment the text is on the disk and its pages are asked for, to the moment the first of them is new.
  await page.evaluate(() => {
    window.waits = [];
    let asked = null;
    const fetching = window.fetch;
    window.fetch = (...request) => {
      if (String(request[0]).includes('bytes/plan_pdf')) asked = performance.now();
      return fetching(...request);
    };
    new MutationObserver((changes) => {
      const drawn = changes.some((c) => [...c.addedNodes].some((n) => n.nodeName === 'CANVAS'));
      if (!drawn || asked === null) return;
      window.waits.push(performance.now() - asked);
      asked = null;
    }).observe(document.body, { childList: true, subtree: true });
  });
  const field = page.getByRole('textbox', { name: 'Trích yếu' }).first();
  for (let n = 1; n <= TIMES; n++) {
    await field.press('End');
    await field.pressSequentially('a');
    await page.waitForFunction((wanted) => window.waits.length >= wanted, n);
    await settled(page);
  }
  told(`preview of a plan of ${pages} pages, asked to drawn`, 150, await page.evaluate(() => window.waits));
});

test('Tiến độ is opened', async (t) => {
  const home = await folder(t);
  const file = process.env.TUNG_NGO_LARGE ?? join(home, 'minh-hoa.db');
  if (!process.env.TUNG_NGO_LARGE) await cli('new', file, '--sample', 'minh-hoa');
  const { url, call } = await twin(t, { home, file, now: '2024-11-30T20:00:00+07:00' });
  const { expected } = await call('get_overview', {});
  const page = await open(t, url, { hash: '#/hom-nay' });
  await settled(page);
  const times = [];
  for (let n = 0; n < TIMES; n++) {
    await page.evaluate(() => (location.hash = '#/hom-nay'));
    await settled(page);
    const begun = await page.evaluate(() => ((location.hash = '#/tien-do'), performance.now()));
    await page.getByRole('heading', { name: /^Tiến độ/ }).first().waitFor();
    await page.locator('[role="grid"], table').first().waitFor();
    times.push((await page.evaluate(() => performance.now())) - begun);
    await settled(page);
  }
  told(`Tiến độ of ${expected} sheets, asked to shown`, 300, times);
});
