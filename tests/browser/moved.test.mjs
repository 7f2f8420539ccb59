// What an evening's move leaves behind: papers already printed say so, Ctrl+Z puts everything back. Keys only.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, picture, press, sees, settled, tabTo } from './support/browser.mjs';
import { office } from './support/twin.mjs';

/** The morning of the campaign's second evening; sheets, flyers and plan are printed. */
async function printed(t) {
  const here = await office(t, { now: '2024-11-10T08:00:00+07:00' });
  for (const [name, request] of [
    ['sheets_pdf', { evening: null }],
    ['flyers_pdf', { size: 'a5', area: null }],
    ['plan_pdf', {}],
  ]) {
    const id = await here.job(name, request);
    while ((await here.jobState(id)).state === 'running');
  }
  assert.deepEqual(await here.call('list_stale', {}), [], 'what is printed agrees with the schedule');
  return here;
}

const dayOf = async (call, area) => (await call('list_visits', {})).visits.find((v) => v.area_name === area).on;

test('a moved evening makes its papers stale, and Ctrl+Z takes the move back', async (t) => {
  const { url, call } = await printed(t);
  const visit = (await call('list_visits', {})).visits.find((v) => v.area_name === 'Hà Trì 2');
  // The last evening is called off, so that its day is free.
  const last = (await call('list_visits', {})).visits.at(-1);
  await call('cancel_visit', { id: last.id, reason: 'mưa bão' });
  const page = await open(t, url, { hash: `#/lich/${visit.id}` });
  await page.getByRole('grid').waitFor();
  await settled(page);
  await tabTo(page, 'Dời');
  await press(page, 'Enter');
  await page.getByRole('dialog').waitFor();
  await tabTo(page, /^Dời sang|^Sang ngày|^Ngày/);
  await press(page, 'Control+a');
  await page.keyboard.type('30112024');
  await press(page, 'Tab');
  // What it would touch is said before anything is done.
  await sees(page, 'Dời buổi này sẽ đụng tới:');
  await sees(page, 'Tờ rơi đã in ngày 10/11');
  await sees(page, '7 phiếu đã đánh mã');
  await picture(page, 'moved-touches');
  assert.equal(await dayOf(call, 'Hà Trì 2'), visit.on, 'nothing is done yet');
  await tabTo(page, /^Dời/);
  await press(page, 'Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await settled(page);
  assert.equal(await dayOf(call, 'Hà Trì 2'), '2024-11-30');
  await sees(page, 'Phiếu Hà Trì 2, in ngày 10/11');
  await sees(page, 'Nay là: 30/11/2024');
  await picture(page, 'moved-stale');

  // Out of the fields, Ctrl+Z is the schedule's own.
  await page.evaluate(() => document.activeElement?.blur());
  await press(page, 'Control+z');
  await sees(page, 'Đã hoàn tác: dời buổi');
  await settled(page);
  assert.equal(await dayOf(call, 'Hà Trì 2'), visit.on);
  const stale = await call('list_stale', {});
  assert.ok(stale.every((paper) => paper.area_name !== 'Hà Trì 2'), 'its papers say the truth again');

  await press(page, 'Control+y');
  await sees(page, 'Đã làm lại: dời buổi');
  await settled(page);
  assert.equal(await dayOf(call, 'Hà Trì 2'), '2024-11-30');
});

test('Ctrl+Z in a text field is the field’s, and with nothing done it says so', async (t) => {
  const { url, call } = await office(t);
  const before = await call('list_visits', {});
  const page = await open(t, url, { hash: '#/lich' });
  await page.getByRole('grid').waitFor();
  await settled(page);
  await press(page, 'Control+z');
  await sees(page, 'Không còn gì để hoàn tác.');
  assert.deepEqual(await call('list_visits', {}), before);
});
