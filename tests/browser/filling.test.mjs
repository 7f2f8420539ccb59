// An authority's own template: looked at cell by cell, then filled, with the keyboard alone.

import { join } from 'node:path';
import { test } from 'node:test';
import { accessible, open, picture, press, sees, settled, tabTo, type } from './support/browser.mjs';
import { root } from './support/programs.mjs';
import { office } from './support/twin.mjs';

const FIGURES = ['32', '27', '5', '61', '44', '9', '14', '20', '18'];
const fixture = (folder, name) => join(root, 'tests', 'fixtures', folder, name);

async function dialog(t, { dark = false } = {}) {
  const here = await office(t);
  await here.call('set_boxes', { code: here.regular[0].code, boxes: FIGURES.map((value, at) => ({ no: String(at + 1), value })) });
  const page = await open(t, here.url, { hash: '#/bao-cao', dark });
  await page.getByRole('navigation').waitFor();
  await settled(page);
  await tabTo(page, 'Điền vào mẫu của cơ quan nhận…');
  await press(page, 'Enter');
  await page.getByRole('dialog').waitFor();
  await tabTo(page, 'Tệp mẫu');
  return page;
}

async function look(page, path) {
  await type(page, path);
  await tabTo(page, 'Xem trước');
  await press(page, 'Enter');
  await settled(page);
}

test('a template shows every cell before it is filled', async (t) => {
  const page = await dialog(t);
  await look(page, fixture('templates', 'mau-nhan.xlsx'));
  await sees(page, 'cài mới trong buổi, cộng trong kỳ');
  await sees(page, 'Ý kiến của đơn vị: không nhận ra');
  await picture(page, 'report-template');
  await accessible(page, 'a template that is looked at');
  await tabTo(page, /^Điền \d+ ô$/);
  await press(page, 'Enter');
  await sees(page, 'mau-nhan-');
  await settled(page);
  await picture(page, 'report-template-filled');
});

test('a file that must not be filled says what to do', async (t) => {
  const page = await dialog(t, { dark: true });
  await look(page, fixture('tables', 'co-mat-khau.xlsx'));
  await sees(page, 'có mật khẩu mở tệp');
  await picture(page, 'report-template-refused-dark');
});
