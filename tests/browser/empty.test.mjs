// An office that has nothing yet: every screen says what will be there and has the next step as a button; a search that
// finds nothing has the way back; and the page about the program. All with the keyboard alone.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { accessible, atField, focused, open, picture, press, sees, settled, tabTo, type } from './support/browser.mjs';
import { office, twin } from './support/twin.mjs';

/** Places of the screens that are lists, with their parts. */
const LISTS = [
  'hom-nay', 'ke-hoach/nhiem-vu', 'ke-hoach/tu-bao-cao', 'ke-hoach/van-ban', 'dia-ban', 'lich', 'to-ho-tro', 'nhap-phieu', 'phieu-chua-ve',
  'phieu-chua-ve/bien-nhan', 'doi-soat', 'doi-soat/findings', 'doi-soat/queries', 'doi-soat/evenings', 'nhip-nhap-phieu', 'tien-do',
  'an-pham', 'tong-hop', 'nhat-ky', 'cai-dat/authorities', 'cai-dat/forms',
];

test('wherever there is nothing yet, the next step is a button', async (t) => {
  const here = await twin(t);
  const beginning = { from: 'blank', ward: 'phường Hà Cầu', campaign: 'Cài đặt iHanoi', app: 'iHanoi' };
  await here.call('desk', { do: 'create', path: join(here.home, 'văn phòng.db'), beginning });
  const page = await open(t, here.url);
  await page.getByRole('navigation').waitFor();
  let found = 0;
  for (const place of LISTS) {
    await page.evaluate((hash) => (location.hash = `#/${hash}`), place);
    await settled(page);
    const states = await page.locator('main .empty').evaluateAll((all) =>
      all.map((node) => ({ words: node.innerText, buttons: node.querySelectorAll('button').length })),
    );
    found += states.length;
    for (const { words, buttons } of states) assert.ok(buttons > 0, `${place}: ${words}`);
  }
  assert.ok(found >= 15, `only ${found} empty lists were seen`);

  // The button does it, or leads there: from the estimate of who is missing to the sheets, from there to the schedule.
  await page.evaluate(() => (location.hash = '#/phieu-chua-ve'));
  await sees(page, 'Chưa có phiếu nào được phát đi');
  await tabTo(page, 'In phiếu');
  await press(page, 'Enter');
  await sees(page, 'Chưa có buổi nào để in');
  await tabTo(page, 'Vào Lịch');
  await press(page, 'Enter');
  await tabTo(page, 'Dán bảng lịch từ kế hoạch');
  await press(page, 'Enter');
  await page.getByRole('dialog').waitFor();
  await atField(page, 'Dán bảng');
});

test('a search that finds nothing is cleared by one button, and the cursor is in the search again', async (t) => {
  const { url } = await office(t);
  const page = await open(t, url, { hash: '#/dia-ban' });
  await page.getByRole('navigation').waitFor();
  await settled(page);
  await tabTo(page, /^Tìm địa bàn$/);
  await type(page, 'không có đâu');
  await sees(page, 'Không có địa bàn nào khớp');
  await picture(page, 'none-found');
  await tabTo(page, 'Bỏ lọc, xem tất cả');
  await press(page, 'Enter');
  await atField(page, 'Tìm địa bàn');
  assert.equal((await focused(page)).value, '');
  await sees(page, 'Cầu Đơ 1');
});

for (const dark of [false, true]) {
  test(`the program says what it is, where its things lie and whose work it holds, ${dark ? 'dark' : 'light'}`, async (t) => {
    const { url, file } = await office(t);
    const page = await open(t, url, { dark });
    await page.getByRole('navigation').waitFor();
    await settled(page);
    await press(page, 'Control+k');
    await type(page, 've chuong trinh');
    await page.getByRole('option', { name: /Về chương trình/ }).waitFor();
    await press(page, 'Enter');
    await sees(page, 'Dữ liệu nằm ở đâu trên máy này');
    await atField(page, 'Từng Ngõ · Phiên bản');
    await sees(page, file);
    await sees(page, 'Lần chạy này không ghi nhật ký lỗi');
    await tabTo(page, 'Tìm thành phần hoặc giấy phép');
    await picture(page, `${dark ? 'dark-' : ''}about`);
    await accessible(page, 'about');
    await type(page, 'be vietnam');
    await tabTo(page, 'Giấy phép của Be Vietnam Pro');
    await press(page, 'Enter');
    await page.getByRole('dialog').getByText('SIL OPEN FONT LICENSE').first().waitFor();
    await picture(page, `${dark ? 'dark-' : ''}licence`);
    await press(page, 'Escape');
    await atField(page, 'Giấy phép của Be Vietnam Pro');
  });
}
