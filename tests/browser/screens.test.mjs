// The screens around keying: each does its main work with the keyboard alone, and another program sees it.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { atField, focused, open, pasteTable, picture, press, sees, settled, tabTo, type } from './support/browser.mjs';
import { cli, status } from './support/programs.mjs';
import { office } from './support/twin.mjs';
import { parts } from './support/zip.mjs';

async function at(t, hash, options) {
  const here = await office(t, options);
  const page = await open(t, here.url, { hash });
  await page.getByRole('navigation', { name: 'Các màn hình' }).waitFor();
  await settled(page);
  return { ...here, page };
}

/** Digest of the preview's first page. */
const firstPage = (page) =>
  page.evaluate(async () => {
    const canvas = document.querySelector('canvas');
    const bytes = new TextEncoder().encode(canvas?.toDataURL() ?? '');
    return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].join();
  });

/** The file the last job made, where the screen says it is. */
async function madeFile(page, extension) {
  await page.getByRole('button', { name: 'Mở', exact: true }).waitFor();
  const words = await page.locator('main').innerText();
  const line = words.split('\n').find((l) => l.includes('giấy tờ') && l.trim().endsWith(`.${extension}`));
  assert.ok(line, `no path of a .${extension} among: ${words}`);
  return readFile(line.trim());
}

test('the report is made into a workbook that holds what was keyed', async (t) => {
  const { page, call, regular } = await at(t, '#/bao-cao');
  const values = [32, 27, 5, 61, 54, 9, 41, 44, 40];
  await call('set_boxes', { code: regular[0].code, boxes: values.map((v, i) => ({ no: String(i + 1), value: String(v) })) });
  await tabTo(page, 'Lập bảng Excel');
  await press(page, 'Enter');
  const workbook = parts(await madeFile(page, 'xlsx'));
  await picture(page, 'report');
  const texts = workbook['xl/sharedStrings.xml'];
  assert.match(texts, /Cầu Đơ 1/);
  assert.match(texts, /chưa báo cáo/);
  const sheets = Object.entries(workbook).filter(([name]) => name.startsWith('xl/worksheets/sheet'));
  assert.ok(sheets.some(([, xml]) => /<v>41<\/v>/.test(xml)), 'the new installations are in the workbook');
});

test('a report whose period ends before it begins is refused in words', async (t) => {
  const { page } = await at(t, '#/bao-cao');
  await tabTo(page, 'Loại báo cáo');
  // The days one chooses are the last kind.
  await press(page, 'End');
  await tabTo(page, 'Từ ngày');
  await type(page, '20/11/2024');
  await tabTo(page, 'Đến ngày');
  await type(page, '10/11/2024');
  await press(page, 'Tab');
  await sees(page, 'ngày đầu 20/11/2024 sau ngày cuối 10/11/2024');
});

test('the plan is edited beside its preview, and the preview follows', async (t) => {
  const { page, call } = await at(t, '#/ke-hoach');
  await page.locator('canvas').first().waitFor();
  await settled(page);
  const before = await firstPage(page);
  await tabTo(page, 'Trích yếu');
  await press(page, 'Control+End');
  await type(page, ' và các ngõ');
  await press(page, 'Tab');
  await page.waitForFunction(
    async (old) => {
      const bytes = new TextEncoder().encode(document.querySelector('canvas')?.toDataURL() ?? '');
      return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].join() !== old;
    },
    before,
  );
  await picture(page, 'plan');
  assert.match((await call('get_plan', {})).subject, / và các ngõ$/);
});

test('a field the plan does not know is named, and nothing is changed', async (t) => {
  const { page, call } = await at(t, '#/ke-hoach');
  const before = await call('get_plan', {});
  const section = before.sections.find((s) => s.kind === 'text');
  await page.locator('canvas').first().waitFor();
  await tabTo(page, 'Nội dung đoạn văn');
  assert.equal((await focused(page)).value, section.text);
  await press(page, 'Control+End');
  await type(page, ' {{không có}}');
  await press(page, 'Tab');
  await sees(page, /không có trường “(\{\{)?không có/);
  await picture(page, 'unknown-field');
  assert.deepEqual(await call('get_plan', {}), before);
});

test('the plan is made for Word', async (t) => {
  const { page } = await at(t, '#/ke-hoach');
  await tabTo(page, 'Tạo Word');
  await press(page, 'Enter');
  const document = parts(await madeFile(page, 'docx'))['word/document.xml'];
  assert.match(document, /Ngô Thì Nhậm/);
});

test('an area is found without marks, renamed, and its papers follow', async (t) => {
  const { page, call, file } = await at(t, '#/dia-ban');
  await tabTo(page, /^Tìm địa bàn$/);
  await type(page, 'ha tri 2');
  await tabTo(page, 'Hà Trì 2');
  await press(page, 'Enter');
  await tabTo(page, 'Tên địa bàn');
  await press(page, 'Control+a');
  await type(page, 'Hà Trì 2 mới');
  await tabTo(page, 'Người đứng đầu');
  await type(page, 'Đỗ Thị Thắm');
  await press(page, 'Enter');
  await sees(page, 'Đã lưu Hà Trì 2 mới');
  await picture(page, 'areas');
  assert.ok((await status(file)).areas.some((a) => a.name === 'Hà Trì 2 mới'));
  const row = (await call('list_areas', {})).find((a) => a.name === 'Hà Trì 2 mới');
  assert.equal(row.leader_name ?? row.leader?.name, 'Đỗ Thị Thắm');
});

test('an evening is moved by keys, and its sheets move with it', async (t) => {
  const { page, call, regular, file } = await at(t, '#/lich');
  const { code } = regular.find((s) => s.on === '2024-11-13');
  await tabTo(page, /^10 10\/11\/2024/);
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight');
  await atField(page, '13 13/11/2024');
  await press(page, 'm');
  await sees(page, 'Đang dời Cầu Đơ 5');
  await press(page, 'ArrowRight', 'Enter');
  await atField(page, 'Đổi chỗ với Hà Trì 1');
  await tabTo(page, 'Để cùng ngày');
  await press(page, 'Enter');
  await sees(page, 'Đã dời Cầu Đơ 5 sang 14/11/2024');
  await picture(page, 'moved');
  const schedule = await call('list_visits', {});
  assert.deepEqual(schedule.visits.filter((v) => v.area_name === 'Cầu Đơ 5').map((v) => v.on), ['2024-11-14']);
  assert.equal((await status(file)).sheets.find((s) => s.code === code).date, '2024-11-14');
});

test('an evening is called off only with a reason', async (t) => {
  const { page, call } = await at(t, '#/lich');
  await tabTo(page, /^10 10\/11\/2024/);
  await press(page, 'Delete');
  await atField(page, 'Lý do');
  await press(page, 'Enter');
  await sees(page, 'Hãy ghi lý do');
  assert.equal((await call('list_visits', {})).visits.find((v) => v.on === '2024-11-10').cancelled, null);
  await type(page, 'mưa bão');
  await press(page, 'Enter');
  await sees(page, 'Đã hủy buổi');
  assert.equal((await call('list_visits', {})).visits.find((v) => v.on === '2024-11-10').cancelled, 'mưa bão');
});

test('a pasted table is looked at first, and taken over whole or not at all', async (t) => {
  const { page, file } = await at(t, '#/dia-ban');
  const before = (await status(file)).areas.length;
  await tabTo(page, 'Nhập từ bảng');
  await press(page, 'Enter');
  await pasteTable(page, 'Địa bàn\tLoại\tSố hộ\nNgõ Mới\tTổ dân phố\tnhiều\n');
  await sees(page, /dòng 2/);
  await picture(page, 'import-refused');
  assert.equal((await status(file)).areas.length, before);
  await pasteTable(page, 'Địa bàn\tLoại\nNgõ Mới\tTổ dân phố\nThí Điểm\tThôn\n');
  await tabTo(page, 'Nhập 2 dòng');
  assert.equal((await status(file)).areas.length, before);
  await press(page, 'Enter');
  await sees(page, 'Đã nhập: thêm 2');
  const names = (await status(file)).areas.map((a) => a.name);
  assert.ok(names.includes('Ngõ Mới') && names.includes('Thí Điểm'), names.join());
});

test('sheets of an evening are printed, and bear the codes they had', async (t) => {
  const { page, file, sheets } = await at(t, '#/an-pham');
  await tabTo(page, 'In phiếu (PDF)');
  await press(page, 'Enter');
  const pdf = await madeFile(page, 'pdf');
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
  const now = (await status(file)).sheets.map((s) => s.code).sort();
  assert.deepEqual(now, sheets.map((s) => s.code).sort());
});

test('a screen is a key away from every other, and each takes the cursor along', async (t) => {
  const { page } = await at(t, '#/nhap-phieu');
  for (const [key, title] of [['Alt+2', 'Kế hoạch'], ['Alt+3', 'Địa bàn'], ['Alt+4', 'Lịch'], ['Alt+6', 'Ấn phẩm'], ['Alt+7', 'Báo cáo'], ['Alt+8', 'Cài đặt']]) {
    await press(page, key);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  }
  await press(page, 'F5');
  await atField(page, 'Mã phiếu');
});

test('dark and large type are chosen by keys, and stay after a reload', async (t) => {
  const { page } = await at(t, '#/cai-dat/looks');
  const looks = () => page.evaluate(() => [document.documentElement.dataset.theme, document.documentElement.dataset.size]);
  assert.deepEqual(await looks(), ['light', 'normal']);
  await tabTo(page, 'Theo máy');
  await press(page, 'ArrowRight', 'ArrowRight');
  await atField(page, 'Tối');
  await tabTo(page, 'Thường');
  await press(page, 'ArrowRight');
  await atField(page, 'Lớn');
  assert.deepEqual(await looks(), ['dark', 'large']);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Cài đặt' }).waitFor();
  assert.deepEqual(await looks(), ['dark', 'large']);
  await picture(page, 'dark-large-cai-dat');
});

test('with a PIN the office asks who is there, and a wrong PIN is said in words', async (t) => {
  const { page, call } = await at(t, '#/hom-nay');
  const { file, accounts } = await call('desk', { do: 'state' });
  await call('set_pin', { account: accounts[0].id, pin: '48261937' });
  await call('desk', { do: 'close' });
  await call('desk', { do: 'open', path: file.path });
  await page.reload();
  await atField(page, 'Mã PIN của');
  await type(page, '00000000');
  await press(page, 'Enter');
  await sees(page, /Mã PIN của .* chưa đúng/);
  await picture(page, 'sign-in');
  await tabTo(page, 'Mã PIN của');
  await type(page, '48261937');
  await press(page, 'Enter');
  await page.getByRole('navigation', { name: 'Các màn hình' }).waitFor();
});

test('search goes to what it found', async (t) => {
  const { page, regular } = await at(t, '#/hom-nay');
  await press(page, 'Control+k');
  await type(page, regular[3].code.slice(0, 5));
  await page.getByRole('dialog').getByRole('option', { name: new RegExp(regular[3].code) }).first().waitFor();
  await press(page, 'Enter');
  await atField(page, '1 ');
  await sees(page, regular[3].code);
});

test('a file the command line writes to meanwhile is refused there, in words', async (t) => {
  const { file, regular } = await office(t);
  await assert.rejects(cli('key', file, regular[0].code, '1=5'), /đang được mở để ghi/);
});
