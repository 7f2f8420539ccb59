// Địa bàn, with the keyboard alone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessible, atField, open, pasteTable, picture, press, sees, settled, tabTo, type } from './support/browser.mjs';
import { office } from './support/twin.mjs';

async function at(t, options) {
  const here = await office(t);
  const page = await open(t, here.url, { hash: '#/dia-ban', ...options });
  await page.getByRole('navigation').waitFor();
  await settled(page);
  return { ...here, page };
}

const names = (rows) => rows.filter((r) => r.ended_on === null).map((r) => r.name);

test('a near name is asked about, and kept when it is said again', async (t) => {
  const { page, call } = await at(t);
  await tabTo(page, /^Tìm địa bàn$/);
  await press(page, 'ArrowDown');
  await press(page, 'Insert');
  await atField(page, 'Tên địa bàn');
  await type(page, '3 Ngõ Thì Nhậm');
  await press(page, 'Enter');
  await sees(page, '“3 Ngõ Thì Nhậm” gần giống “3 Ngô Thì Nhậm”');
  await picture(page, 'areas-near');
  assert.ok(!names(await call('list_areas', {})).includes('3 Ngõ Thì Nhậm'));
  await tabTo(page, 'Hai địa bàn khác nhau, vẫn lưu');
  await press(page, 'Enter');
  await sees(page, 'Đã lưu 3 Ngõ Thì Nhậm');
  assert.ok(names(await call('list_areas', {})).includes('3 Ngõ Thì Nhậm'));
});

test('a table whose headings say nothing is taken over once its columns are named', async (t) => {
  const { page, call } = await at(t);
  await tabTo(page, 'Nhập từ bảng');
  await press(page, 'Enter');
  await pasteTable(page, 'Khu vực\tĐầu hộ\nYên Phúc\t90\n');
  await sees(page, 'Cột “Khu vực” là');
  await tabTo(page, 'Cột “Khu vực” là');
  await press(page, 'ArrowDown');
  await settled(page);
  await sees(page, 'thêm 1');
  await picture(page, 'areas-columns');
  await accessible(page);
  await tabTo(page, 'Nhập 1 dòng');
  await press(page, 'Enter');
  await sees(page, 'Đã nhập: thêm 1, sửa 0');
  assert.ok(names(await call('list_areas', {})).includes('Yên Phúc'));
});

test('an area is split, and its evening goes to the one that is said', async (t) => {
  const { page, call } = await at(t);
  await tabTo(page, /^Tìm địa bàn$/);
  await type(page, 'ha tri 2');
  await press(page, 'ArrowDown');
  await press(page, 'Enter');
  await atField(page, 'Tên địa bàn');
  await tabTo(page, 'Chia');
  await press(page, 'Enter');
  await atField(page, 'Địa bàn mới có từ ngày');
  await type(page, '12/11/2024');
  await tabTo(page, 'Tên địa bàn mới 1');
  await type(page, 'Hà Trì 2A');
  await tabTo(page, 'Tên địa bàn mới 2');
  await type(page, 'Hà Trì 2B');
  await tabTo(page, 'Căn cứ, lý do');
  await type(page, 'Nghị quyết số 12');
  await tabTo(page, 'Buổi ');
  await press(page, 'End');
  await picture(page, 'areas-split');
  await accessible(page);
  await press(page, 'Enter');
  await tabTo(page, /^Chia$/);
  await press(page, 'Enter');
  await sees(page, 'Đã chia Hà Trì 2');
  await settled(page);
  const rows = await call('list_areas', {});
  assert.ok(names(rows).includes('Hà Trì 2A') && !names(rows).includes('Hà Trì 2'));
  assert.equal(rows.find((r) => r.name === 'Hà Trì 2B').evenings.length, 1);
});

test('several areas are picked with Space and put into one cluster', async (t) => {
  const { page, call } = await at(t);
  await tabTo(page, 'Cầu Đơ 1');
  await press(page, 'Enter');
  await press(page, 'ArrowDown');
  await press(page, 'ArrowUp');
  await atField(page, 'Cầu Đơ 1');
  await press(page, 'Space');
  await press(page, 'ArrowDown');
  await atField(page, 'Cầu Đơ 3');
  await press(page, 'Space');
  await sees(page, 'Đã chọn 2 địa bàn');
  await picture(page, 'areas-picked');
  await tabTo(page, 'Đặt cụm', 'Shift+Tab');
  await press(page, 'Enter');
  await atField(page, 'Cụm');
  await press(page, 'Control+a');
  await type(page, 'Cụm 1');
  await press(page, 'Enter');
  await sees(page, 'Đã đặt cụm cho 2 địa bàn');
  const rows = await call('list_areas', {});
  assert.deepEqual(rows.filter((r) => r.cluster === 'Cụm 1').map((r) => r.name), ['Cầu Đơ 1', 'Cầu Đơ 3']);
});

for (const dark of [false, true]) {
  test(`the screen keeps to the rules of access, ${dark ? 'dark' : 'light'}`, async (t) => {
    const { page } = await at(t, { dark });
    await tabTo(page, /^Tìm địa bàn$/);
    await press(page, 'ArrowDown');
    await sees(page, 'Nhật ký của địa bàn');
    await settled(page);
    await picture(page, `areas-${dark ? 'dark' : 'light'}`);
    await accessible(page);
  });
}
