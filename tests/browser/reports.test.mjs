// Reports: put together, issued, and questioned when a box changes afterwards, with the keyboard alone.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { accessible, atField, box, open, openSheet, picture, press, sees, settled, tabTo, type } from './support/browser.mjs';
import { office } from './support/twin.mjs';

const FIGURES = ['32', '27', '5', '61', '44', '9', '14', '20', '18'];

/** The first evening keyed and approved; the reports' screen open. */
async function approved(t, { dark = false } = {}) {
  const here = await office(t);
  const evening = here.regular[0].on;
  const sheets = here.regular.filter((s) => s.on === evening);
  for (const [i, sheet] of sheets.entries()) {
    const boxes = FIGURES.map((value, at) => ({ no: String(at + 1), value: at === 0 || at === 2 ? String(Number(value) + i) : value }));
    await here.call('set_boxes', { code: sheet.code, boxes });
  }
  await here.call('approve_evening', { on: evening, note: null });
  const page = await open(t, here.url, { hash: '#/bao-cao', dark });
  await page.getByRole('navigation').waitFor();
  await settled(page);
  return { ...here, page, evening, sheets };
}

/** From the part that makes a report to the part that shows what was issued. */
async function issue(page, number = '') {
  await tabTo(page, 'Phát hành…');
  await press(page, 'Enter');
  await page.getByRole('dialog').waitFor();
  await atField(page, 'Số văn bản');
  await type(page, number);
  await tabTo(page, 'Đã xem bản xem trước');
  await press(page, 'Space');
  await tabTo(page, 'Phát hành');
  await press(page, 'Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await settled(page);
}

const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');

test('a weekly report is issued; a box changed later is told with sheet, person and reason', async (t) => {
  const { page, call, evening, sheets } = await approved(t);
  await sees(page, 'Báo cáo tuần: 04/11/2024 – 10/11/2024');
  await page.locator('canvas').first().waitFor();
  await settled(page);
  await picture(page, 'report-make');
  await accessible(page, 'a report that is put together');
  await issue(page);
  await atField(page, 'BC-001 · Báo cáo tuần');
  await sees(page, 'Lập lại báo cáo này hôm nay vẫn ra đúng các số đã phát hành.');
  const [line] = await call('list_reports', {});
  assert.deepEqual([line.name, line.kind, line.from, line.to], ['BC-001', 'weekly', '2024-11-04', '2024-11-10']);

  await call('reopen_evening', { on: evening, reason: 'Tổ trưởng báo ghi nhầm ô 7' });
  await page.goto(page.url().replace(/#.*/, '#/nhap-phieu'));
  await settled(page);
  await openSheet(page, sheets[1].code);
  await tabTo(page, /^7 /);
  await press(page, 'F2', 'Control+a');
  await type(page, '12');
  await press(page, 'Enter');
  await sees(page, 'đã lưu');
  assert.equal(await box(page, '7').inputValue(), '12');

  await page.goto(page.url().replace(/#.*/, '#/bao-cao/da-phat-hanh'));
  await settled(page);
  await sees(page, 'khác hôm nay');
  await sees(page, 'ô 7 “cài mới trong buổi” 14 → 12');
  await sees(page, 'Lý do: Tổ trưởng báo ghi nhầm ô 7');
  await picture(page, 'report-why');
  await accessible(page, 'why an issued report differs');
  const [now] = await call('list_reports', {});
  assert.equal(now.xlsx_sha256, line.xlsx_sha256, 'what left the office is kept');

  // From the explanation to the sheet itself.
  await tabTo(page, `Mở phiếu ${sheets[1].code}`);
  await press(page, 'Enter');
  await page.getByText(sheets[1].code, { exact: true }).first().waitFor();
  assert.equal(await box(page, '7').inputValue(), '12');
});

test('a number puts the document into the register; the files are served as they left', async (t) => {
  const { page, call, bytes } = await approved(t, { dark: true });
  // Its kind is chosen with the arrow keys of a list.
  await tabTo(page, 'Loại báo cáo');
  await type(page, 'Tổng');
  await settled(page);
  await sees(page, 'Báo cáo tổng kết: từ đầu đợt đến 30/11/2024');
  await tabTo(page, 'Phát hành…');
  await press(page, 'Enter');
  await page.getByRole('dialog').waitFor();
  await picture(page, 'report-issue-dialog-dark');
  await tabTo(page, 'Phát hành');
  await press(page, 'Enter');
  await sees(page, 'Hãy xác nhận đã xem');
  await tabTo(page, 'Số văn bản');
  await type(page, '31');
  await tabTo(page, 'Đã xem bản xem trước');
  await press(page, 'Space');
  await tabTo(page, 'Phát hành');
  await press(page, 'Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await sees(page, '31/BC-UBND');
  const [line] = await call('list_reports', {});
  const [document] = await call('list_documents', {});
  assert.deepEqual([document.number, document.id], [31, line.document]);
  const served = await bytes('report_file', { id: line.id, file: 'xlsx' });
  const xlsx = Buffer.from(await served.arrayBuffer());
  assert.equal(digest(xlsx), line.xlsx_sha256);
  await settled(page);
  await tabTo(page, 'Vì sao khác hôm nay');
  await press(page, 'ArrowRight');
  await page.locator('canvas').first().waitFor();
  await settled(page);
  await picture(page, 'report-issued-pages-dark');
  await tabTo(page, 'Bảng Excel', 'Shift+Tab');
  await press(page, 'Enter');
  await sees(page, '.xlsx');
});
