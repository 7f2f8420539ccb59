// States of the program that pictures show, by the name that `assets/guide/pictures.json` calls them. Each gets an
// office of the sample, which says of itself that its figures are invented.

import { join } from 'node:path';
import { atField, numpad, open, openSheet, press, settled, tabTo } from './browser.mjs';
import { twin } from './twin.mjs';

const SOUND = [32, 27, 5, 61, 54, 9, 41, 44, 40];
/** Box 5 misread: more people have installed than have a smartphone. */
const SLIP = [32, 27, 5, 61, 24, 9, 41];

const FOLDER = 'C:\\Users\\Van phong\\Documents\\Từng Ngõ';

const boxes = (values) => values.map((value, i) => ({ no: String(i + 1), value: String(value) }));

/** The sheets that came back of the evening before `now` and are not keyed yet. */
async function fresh(here, now) {
  const before = new Date(Date.parse(`${now.slice(0, 10)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  const sheets = await here.call('list_sheets', { evening: null });
  return sheets.filter((s) => s.kind === 'regular' && s.on === before && s.filled === 0);
}

/** Two sheets of last evening are keyed, as when the morning has begun. */
async function begun(here, now) {
  const sheets = await fresh(here, now);
  for (const sheet of sheets.slice(0, 2)) await here.call('set_boxes', { code: sheet.code, boxes: boxes(SOUND) });
  return sheets.slice(2);
}

/** Where a page stands once everything on it is there. */
async function still(page) {
  await settled(page);
  await page.evaluate(() => document.fonts.ready);
}

const STATES = {
  async as_it_is(page) {
    await page.getByRole('main').waitFor();
  },
  /** The third sheet, whose numbers do not agree. */
  async slip(page, here, now) {
    const [sheet] = await begun(here, now);
    await openSheet(page, sheet.code);
    for (const [i, value] of SLIP.entries()) {
      await atField(page, `${i + 1} `);
      await numpad(page, value);
      await press(page, 'NumpadEnter');
    }
    await atField(page, '8 ');
    // Boxes 5, 6 and 7 disagree once the last of them is on the disk.
    await page.getByText('Có thể gõ nhầm').waitFor();
  },
  async morning(page, here, now) {
    await begun(here, now);
    await page.reload();
    await page.getByRole('navigation').first().waitFor();
  },
  /** Six members, called so that nobody takes them for people. */
  async evening_filled(page, here) {
    const [force] = (await here.call('list_forces', {})).forces.filter((f) => f.quota !== null);
    for (let n = 1; n <= 6; n++) {
      const person = { name: `Thành viên mẫu ${n}`, title: null, unit: 'Đoàn phường Minh Họa', phone: null };
      const member = { force: force.id, person, left_on: null };
      await here.call('add_member', { member });
    }
    await page.reload();
    await page.getByRole('navigation').first().waitFor();
    await tabTo(page, 'Điền đủ');
    await press(page, 'Enter');
    await page.getByText('cặp').or(page.getByText('đủ', { exact: true })).first().waitFor();
  },
  async sheets_of_an_evening(page) {
    await tabTo(page, 'Buổi');
    await press(page, 'End');
  },
  async backed_up(page) {
    await tabTo(page, 'Sao lưu ngay');
    await press(page, 'Enter');
    await page.getByText('nguyên vẹn').first().waitFor();
  },
};

/** Opens the program at a picture's screen and brings it into its state; nothing on it moves afterwards. */
export async function scene(t, { screen, state }, { now, sample }) {
  const here = await twin(t, { now });
  if (state === 'no_file') {
    const page = await open(t, here.url);
    // Where files go on a computer of an office, not in this test's folder.
    await page.route('**/rpc/call/desk', async (route) => {
      const response = await route.fetch();
      const reply = await response.json();
      reply.answer.offices_folder = FOLDER;
      await route.fulfill({ response, json: reply });
    });
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await still(page);
    return page;
  }
  if (!(state in STATES)) throw new Error(`no state is called ${state}`);
  const path = join(here.home, 'UBND phường Minh Họa.db');
  await here.call('desk', { do: 'create', path, beginning: { from: 'sample', name: sample } });
  const page = await open(t, here.url, { hash: `#/${screen}` });
  await page.getByRole('navigation').first().waitFor();
  await still(page);
  await STATES[state](page, here, now);
  await still(page);
  // What was said in passing goes before the picture is taken.
  await page.getByRole('status').filter({ hasText: /^Đã / }).first().waitFor({ state: 'detached' }).catch(() => undefined);
  return page;
}
