// Approving an evening, opening it again, and questions about figures, with the keyboard alone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessible, atField, open, picture, press, sees, settled, tabTo, type } from './support/browser.mjs';
import { office } from './support/twin.mjs';

const FIGURES = ['32', '27', '5', '61', '44', '9', '14', '20', '18'];
const whole = FIGURES.map((value, i) => ({ no: String(i + 1), value }));

/** The sheets of the first evening keyed, all or all but the last. */
async function keyed(t, { but = 0, dark = false, part = 'evenings' } = {}) {
  const here = await office(t);
  const evening = here.regular[0].on;
  const sheets = here.regular.filter((s) => s.on === evening);
  // No two sheets of an evening say the same.
  for (const [i, sheet] of sheets.slice(0, sheets.length - but).entries()) {
    const boxes = whole.map((b) => ({ ...b, value: b.no === '1' || b.no === '3' ? String(Number(b.value) + i) : b.value }));
    await here.call('set_boxes', { code: sheet.code, boxes });
  }
  const page = await open(t, here.url, { hash: `#/doi-soat/${part}`, dark });
  await page.getByRole('navigation').waitFor();
  await settled(page);
  const state = async (code) => (await here.call('list_sheets', { evening })).find((s) => s.code === code).state;
  return { ...here, page, evening, sheets, state };
}

test('an evening is approved, locks its sheets, and opens again only with a reason', async (t) => {
  const { page, call, sheets, state } = await keyed(t);
  await tabTo(page, 'Duyệt thứ Bảy');
  await press(page, 'Enter');
  await sees(page, '5/5 phiếu đã về');
  await picture(page, 'approve-dialog');
  await tabTo(page, 'Duyệt');
  await press(page, 'Enter');
  await sees(page, 'duyệt lúc 20:00, 10/11/2024');
  assert.equal(await state(sheets[0].code), 'locked');
  await picture(page, 'approve');
  await assert.rejects(call('set_boxes', { code: sheets[0].code, boxes: [{ no: '1', value: '1' }] }), /EveningLocked|evening_locked/);
  await tabTo(page, 'Mở lại');
  await press(page, 'Enter');
  await atField(page, 'Lý do mở lại');
  await tabTo(page, 'Mở lại');
  await press(page, 'Enter');
  // Without a reason it stays shut, and says so.
  await page.getByRole('alert').waitFor();
  assert.equal(await state(sheets[0].code), 'locked');
  await press(page, 'Shift+Tab', 'Shift+Tab');
  await atField(page, 'Lý do mở lại');
  await type(page, 'Tổ trưởng nộp thêm phiếu 3');
  await tabTo(page, 'Mở lại');
  await press(page, 'Enter');
  await sees(page, 'Đã mở lại');
  assert.equal(await state(sheets[0].code), 'keyed');
});

test('what is missing needs a word of the approver; what is unfinished stands in the way', async (t) => {
  const { page, call, sheets, state, evening } = await keyed(t, { but: 1 });
  await tabTo(page, 'Duyệt thứ Bảy');
  await press(page, 'Enter');
  await sees(page, '1 phiếu chưa về');
  await tabTo(page, 'Duyệt');
  await press(page, 'Enter');
  await page.getByRole('alert').waitFor();
  await press(page, 'Shift+Tab', 'Shift+Tab');
  await atField(page, 'Ghi chú khi duyệt');
  await type(page, 'Phiếu 5 chưa nộp, tổ trưởng hẹn thứ Hai');
  await tabTo(page, 'Duyệt');
  await press(page, 'Enter');
  await sees(page, 'Ghi chú: Phiếu 5 chưa nộp');
  assert.equal(await state(sheets[0].code), 'locked');
  await call('reopen_evening', { on: evening, reason: 'thử tiếp' });
  await call('set_boxes', { code: sheets[4].code, boxes: [{ no: '1', value: '3' }] });
  await page.reload();
  await sees(page, '1 phiếu chưa nhập xong');
  await tabTo(page, 'Duyệt thứ Bảy');
  await press(page, 'Enter');
  await sees(page, 'Chưa duyệt được, vì còn:');
  await accessible(page, 'an evening that cannot be approved');
});

test('a question has an owner and a day, is answered, and is asked again', async (t) => {
  const { page, call, sheets } = await keyed(t, { part: 'queries' });
  await tabTo(page, 'Đặt câu hỏi');
  await press(page, 'Enter');
  await atField(page, 'Mã phiếu');
  await type(page, sheets[1].code);
  await press(page, 'Tab');
  await type(page, '7');
  await tabTo(page, 'Câu hỏi');
  await type(page, 'Ô 7 ghi 14 hay 19?');
  await tabTo(page, 'Lưu câu hỏi');
  await press(page, 'Enter');
  await sees(page, 'Đã lưu câu hỏi');
  await sees(page, `phiếu ${sheets[1].code}, ô 7`);
  await picture(page, 'queries');
  const [asked] = (await call('list_queries', { open_only: true })).rows;
  assert.deepEqual([asked.box, asked.due_on, asked.owner !== null], ['7', '2024-11-12', true]);
  await tabTo(page, 'Trả lời: Ô 7');
  await press(page, 'Enter');
  await atField(page, 'Câu trả lời');
  await type(page, 'Tổ trưởng xác nhận là 14');
  await tabTo(page, 'Lưu câu trả lời');
  await press(page, 'Enter');
  await sees(page, 'Không có câu hỏi nào đang chờ');
  assert.equal((await call('list_queries', { open_only: false })).rows[0].answer, 'Tổ trưởng xác nhận là 14');
});

for (const dark of [false, true]) {
  test(`approving and questions are accessible${dark ? ' in the dark' : ''}`, async (t) => {
    const { page, call, sheets } = await keyed(t, { dark });
    await accessible(page, 'evenings to approve');
    await picture(page, `approving-${dark ? 'dark' : 'light'}`);
    const ask = { visit: null, body: 'Ô 4 có đúng không?', owner: null, due_on: '2024-11-09' };
    await call('open_query', { ...ask, code: sheets[0].code, box: '4' });
    await page.goto(page.url().replace('evenings', 'queries'));
    await sees(page, 'quá 1 ngày');
    await accessible(page, 'questions');
    await picture(page, `questions-${dark ? 'dark' : 'light'}`);
  });
}
