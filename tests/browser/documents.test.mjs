// Official documents: begun, edited beside their real pages, issued, and amended, with the keyboard alone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessible, focused, open, picture, press, sees, settled, tabTo, type } from './support/browser.mjs';
import { office } from './support/twin.mjs';

async function at(t, hash, options = {}) {
  const here = await office(t, options);
  const page = await open(t, here.url, { hash, dark: options.dark });
  await settled(page);
  return { ...here, page };
}

/** Fills in the dialog that issues a document, opened before. */
async function issue(page, number, day) {
  await page.getByRole('dialog').waitFor();
  await tabTo(page, 'Số văn bản');
  await type(page, number);
  await tabTo(page, 'Ngày văn bản');
  await press(page, 'Control+a');
  await type(page, day);
  await tabTo(page, 'Văn bản đã ký');
  await press(page, 'Space');
  await tabTo(page, 'Ghi ban hành');
  await press(page, 'Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await settled(page);
}

test('a notice is begun, its words are changed beside its pages, and it is issued for good', async (t) => {
  const { page, call } = await at(t, '#/ke-hoach/van-ban');
  await sees(page, 'Chưa có văn bản nào');
  await tabTo(page, 'Soạn văn bản mới');
  await press(page, 'Enter');
  await page.getByRole('dialog').waitFor();
  assert.match((await focused(page)).name, /^Thông báo lịch/);
  await tabTo(page, 'Bắt đầu soạn');
  await press(page, 'Enter');
  await page.locator('canvas').first().waitFor();
  await settled(page);
  await tabTo(page, 'Trích yếu');
  await press(page, 'Control+a');
  await type(page, 'Lịch hỗ trợ tháng 11');
  await press(page, 'Tab');
  await sees(page, 'đã lưu');
  const [row] = await call('list_documents', {});
  assert.equal((await call('get_document', { id: row.id })).head.subject, 'Lịch hỗ trợ tháng 11');
  await settled(page);
  await page.locator('.layer, .text, figure').first().waitFor();
  await tabTo(page, 'Ban hành…', 'Shift+Tab');
  await press(page, 'Enter');
  await page.getByRole('dialog').waitFor();
  // Nothing is issued without its number, or before somebody says that it was signed.
  await tabTo(page, 'Ghi ban hành');
  await press(page, 'Enter');
  await sees(page, 'Cần ghi cả số');
  await issue(page, '12', '09/11/2024');
  const [issued] = await call('list_documents', {});
  assert.deepEqual([issued.number, issued.dated], [12, '2024-11-09']);
  await sees(page, 'Mã kiểm của tệp đã ban hành');
  assert.equal(await page.getByRole('textbox', { name: 'Trích yếu' }).count(), 0, 'what was issued is not edited');
  await accessible(page, 'an issued document');
});

test('a field no document has is named where it stands, and nothing is lost', async (t) => {
  const { page, call } = await at(t, '#/ke-hoach/van-ban-notice');
  await page.getByRole('dialog').waitFor();
  await tabTo(page, 'Bắt đầu soạn');
  await press(page, 'Enter');
  await page.locator('canvas').first().waitFor();
  await settled(page);
  await tabTo(page, 'Nội dung đoạn văn');
  await press(page, 'Control+Home');
  await type(page, '{{lich hop}} ');
  await press(page, 'Tab');
  await sees(page, /lich hop/);
  const [row] = await call('list_documents', {});
  const kept = await call('get_document', { id: row.id });
  assert.ok(kept.sections.every((s) => !s.text.includes('lich hop')), 'a text nothing can be printed with is not kept');
  assert.match(await page.getByRole('textbox', { name: 'Nội dung đoạn văn' }).first().inputValue(), /^\{\{lich hop\}\}/);
});

test('the plan is issued, an evening moves, and the amendment says exactly that', async (t) => {
  const { page, call } = await at(t, '#/ke-hoach');
  await page.locator('canvas').first().waitFor();
  await tabTo(page, 'Ban hành…');
  await press(page, 'Enter');
  await issue(page, '75', '05/11/2024');
  await sees(page, 'Kế hoạch đã ban hành: Số: 75/KH-UBND, ngày 05/11/2024.');
  await sees(page, 'Chưa có gì khác');
  const { visits } = await call('list_visits', {});
  const moved = visits.find((v) => v.on === '2024-11-20');
  await call('move_visit', { id: moved.id, visit: moved.id, on: '2024-11-30' });
  await page.reload();
  await settled(page);
  await sees(page, '1 thay đổi so với bản đã ban hành');
  await tabTo(page, 'Soạn kế hoạch điều chỉnh');
  await press(page, 'Enter');
  await page.getByRole('dialog').waitFor();
  await tabTo(page, 'Bắt đầu soạn');
  await press(page, 'Enter');
  await page.locator('canvas').first().waitFor();
  await settled(page);
  const draft = (await call('list_documents', {})).find((row) => row.kind === 'amendment');
  assert.ok(draft, 'an amendment was begun');
  await tabTo(page, 'Tìm chữ');
  await press(page, 'Control+f');
  await type(page, '1 ngo thi nham');
  await sees(page, /1 \/ \d+ chỗ/);
  await accessible(page, 'an amendment');
});

for (const dark of [false, true]) {
  test(`documents look as they should${dark ? ' in the dark' : ''}`, async (t) => {
    const { page, call } = await at(t, '#/ke-hoach', { sample: 'minh-hoa', now: '2024-11-20T08:00:00+07:00', dark });
    for (const kind of ['notice', 'report', 'commendation']) await call('begin_document', { kind });
    await page.evaluate(() => (location.hash = '#/ke-hoach/van-ban'));
    await page.locator('canvas').first().waitFor();
    await settled(page);
    await accessible(page, 'documents');
    await picture(page, `van-ban${dark ? '-toi' : ''}`);
  });
}
