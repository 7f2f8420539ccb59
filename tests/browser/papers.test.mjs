// The print room: what is to be printed is chosen, looked at, made, and known afterwards, with the keyboard alone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessible, atField, focused, open, picture, press, sees, settled, tabTo, type } from './support/browser.mjs';
import { office } from './support/twin.mjs';

async function room(t, { hash = '#/an-pham', dark = false, ...options } = {}) {
  const here = await office(t, options);
  const page = await open(t, here.url, { hash, dark });
  await page.locator('canvas').first().waitFor();
  await settled(page);
  return { ...here, page };
}

/** Chooses a paper in the list on the left. */
async function choose(page, name) {
  await tabTo(page, 'Phiếu kiểm đếm');
  for (let i = 0; i < 20 && (await focused(page)).name !== name; i++) await press(page, 'ArrowDown');
  assert.equal((await focused(page)).name, name);
  await settled(page);
}

/** Share of the pages' height that lies above what is seen. */
const place = (page) => page.evaluate(() => document.querySelector('.own .view').scrollTop);
const width = (page) => page.evaluate(() => document.querySelector('figure .sheet').getBoundingClientRect().width);

test('an evening is chosen, its sheets are looked at page by page, and the file is made', async (t) => {
  const { page } = await room(t);
  await tabTo(page, 'Buổi');
  await press(page, 'ArrowDown');
  await settled(page);
  await tabTo(page, 'Trang sau');
  await press(page, 'Enter', 'Enter');
  assert.equal(await page.getByLabel('Đến trang').inputValue(), '3');
  await tabTo(page, 'Đến trang', 'Shift+Tab');
  await type(page, '6');
  await press(page, 'Enter');
  await settled(page);
  assert.ok((await place(page)) > 0);
  await tabTo(page, 'In phiếu (PDF)', 'Shift+Tab');
  await press(page, 'Enter');
  await sees(page, 'Đã tạo Phieu');
  await tabTo(page, /^In$/);
  const [shown] = await Promise.all([page.context().waitForEvent('page'), press(page, 'Enter')]);
  assert.match(shown.url(), /^blob:/);
  await sees(page, 'Đã gửi sang máy in');
});

test('words are found without marks, over all pages, and F3 goes on', async (t) => {
  const { page } = await room(t);
  await tabTo(page, 'Tìm chữ');
  await press(page, 'Control+f');
  await type(page, 'to dan pho cau do');
  await sees(page, '1 / 7 chỗ');
  await settled(page);
  await page.locator('figure i.on').first().waitFor();
  await press(page, 'F3');
  await sees(page, '2 / 7 chỗ');
  await press(page, 'Shift+F3', 'Shift+F3');
  await sees(page, '7 / 7 chỗ');
  await page.waitForFunction(() => document.querySelector('.own .view').scrollTop > 0);
  await settled(page);
  assert.equal(await page.getByLabel('Đến trang').inputValue(), '7');
  await page.locator('figure[data-page="7"] i.on').waitFor();
  await picture(page, 'papers-search');
  await accessible(page, 'the preview while it is searched');
  await press(page, 'Escape');
  assert.equal((await focused(page)).name, 'Tìm chữ');
  assert.equal(await page.locator('figure i').count(), 0);
});

test('words that stand nowhere are said to', async (t) => {
  const { page } = await room(t);
  await tabTo(page, 'Tìm chữ');
  await press(page, 'Enter');
  await type(page, 'khong co o dau');
  await sees(page, 'không thấy');
});

test('zoom by keys works inside the preview only, and pages far away are not drawn', async (t) => {
  const { page } = await room(t);
  const before = await width(page);
  await tabTo(page, 'Tìm chữ');
  await press(page, 'Control+Minus');
  await settled(page);
  const smaller = await width(page);
  assert.ok(smaller < before, `${smaller} of ${before}`);
  await press(page, 'Control+Equal', 'Control+Equal', 'Control+Equal');
  await settled(page);
  assert.ok((await width(page)) > before);
  await press(page, 'Control+0');
  await settled(page);
  assert.equal(await width(page), before);
  const drawn = await page.locator('figure canvas').count();
  assert.ok(drawn < (await page.locator('figure').count()), `${drawn} pages are drawn`);
});

test('pages that are left while they still scroll complain of nothing', async (t) => {
  const { page } = await room(t);
  for (const no of ['4', '2', '5']) {
    await tabTo(page, 'Đến trang');
    await type(page, no);
    await press(page, 'Enter', 'F5');
    await press(page, 'Alt+6');
    await page.locator('canvas').first().waitFor();
    await settled(page);
  }
});

test('newer pages come to where the older ones were', async (t) => {
  const { page } = await room(t);
  await tabTo(page, 'Đến trang');
  await type(page, '4');
  await press(page, 'Enter');
  await settled(page);
  const before = await place(page);
  await tabTo(page, 'Buổi', 'Shift+Tab');
  const first = await page.locator('figure[data-page="4"] canvas').elementHandle();
  await press(page, 'ArrowDown', 'ArrowDown');
  await page.waitForFunction((old) => document.querySelector('figure[data-page="4"] canvas') !== old, first);
  await settled(page);
  assert.equal(await place(page), before);
});

test('a batch is stopped, and no file is there', async (t) => {
  const { page } = await room(t);
  await tabTo(page, 'Số phiếu mỗi buổi');
  await press(page, 'Control+a');
  await type(page, '99');
  await press(page, 'Enter');
  await page.getByRole('button', { name: 'Dừng' }).waitFor();
  await tabTo(page, 'Dừng');
  await press(page, 'Enter');
  await sees(page, 'Đã dừng');
});

test('a flyer shows the area that is chosen', async (t) => {
  const { page } = await room(t);
  await choose(page, 'Tờ rơi');
  // The side bar has a screen of the same name.
  await tabTo(page, /^Địa bàn$/);
  while ((await focused(page)).role !== 'select') await press(page, 'Tab');
  const chosen = () => page.evaluate(() => document.activeElement.selectedOptions[0].textContent);
  for (let i = 0; i < 30 && (await chosen()) !== 'Tổ dân phố Hà Trì 3'; i++) await press(page, 'ArrowDown');
  assert.equal(await chosen(), 'Tổ dân phố Hà Trì 3');
  await page.waitForFunction(() => document.querySelector('.paper .words')?.textContent.replaceAll('\u00a0', ' ').includes('Hà Trì 3'));
});

test('a batch is listed with what it was made from; a move makes it stale, and printing again mends it', async (t) => {
  const { page, call, url } = await room(t);
  await tabTo(page, 'Buổi');
  await press(page, 'ArrowDown');
  await settled(page);
  await press(page, 'Tab', 'Enter');
  await sees(page, 'Đã tạo Phieu');
  await tabTo(page, /^In$/, 'Shift+Tab');
  await press(page, 'ArrowRight');
  await sees(page, '1 lần in · tất cả còn đúng');
  await sees(page, 'còn đúng');
  await picture(page, 'papers-printed');
  await accessible(page, 'what was printed');
  const { visits } = await call('list_visits', {});
  const first = visits.find((v) => v.on === '2024-11-09');
  await call('move_visit', { id: first.id, on: '2024-11-30', confirmed: true });
  await page.goto('about:blank');
  await page.goto(`${url}#/an-pham/da-in`);
  await sees(page, '1 chỗ nay đã khác');
  await sees(page, /Trên giấy: .*09\/11\/2024.*Nay là: .*30\/11\/2024/);
  await picture(page, 'papers-stale');
  await tabTo(page, 'In lại');
  await press(page, 'Enter');
  await sees(page, '2 lần in · tất cả còn đúng');
  await sees(page, 'đã có bản mới');
});

test('a place to post at is written down, what hangs there too, and the list is printed', async (t) => {
  const { url, call } = await office(t);
  const page = await open(t, url, { hash: '#/an-pham/niem-yet' });
  await sees(page, 'Chưa có điểm niêm yết nào');
  await tabTo(page, 'Thêm điểm niêm yết');
  await press(page, 'Enter');
  await atField(page, 'Tên điểm');
  await type(page, 'Bảng tin nhà văn hóa');
  await press(page, 'Enter');
  await page.getByRole('button', { name: 'Bảng tin nhà văn hóa' }).waitFor();
  await tabTo(page, 'Số tờ');
  await press(page, 'Control+a');
  await type(page, '2');
  await press(page, 'Enter');
  await sees(page, 'Áp phích A3 · 2 tờ · 10/11/2024');
  await sees(page, 'đang dán');
  const { places } = await call('list_postings', {});
  assert.deepEqual(places.map((p) => [p.name, p.postings.length]), [['Bảng tin nhà văn hóa', 1]]);
  await tabTo(page, 'In danh sách đi dán', 'Shift+Tab');
  await press(page, 'Enter');
  await sees(page, 'Đã tạo Diem');
  await settled(page);
  await picture(page, 'papers-posting');
  await accessible(page, 'places to post at');
});

test('a line of the estimate is taken over and gets its price; a blank price stays unknown', async (t) => {
  const { url, call } = await office(t);
  const page = await open(t, url, { hash: '#/an-pham/du-toan' });
  await sees(page, 'Những dòng thường cần');
  await tabTo(page, 'Thêm: Tờ rơi A5');
  await press(page, 'Enter');
  await sees(page, 'chưa có giá');
  await tabTo(page, 'Sửa: Tờ rơi A5');
  await press(page, 'Enter');
  await tabTo(page, 'Đơn giá');
  await type(page, '1.350');
  await press(page, 'Enter');
  await page.getByRole('cell', { name: '1.350' }).waitFor();
  await picture(page, 'papers-costs');
  await accessible(page, 'the estimate');
  const { items, total } = await call('list_costs', {});
  assert.deepEqual(items.map((i) => i.line.unit_price), [1350]);
  // The sample's areas have households or not; what is unknown has no sum.
  assert.equal(total, items[0].amount);
});

test('words of a flyer are seen while they are typed, and kept when it is said', async (t) => {
  const { page, call } = await room(t);
  await choose(page, 'Tờ rơi');
  await tabTo(page, 'Tiêu đề');
  await type(page, 'Tối nay mời bà con');
  await page.waitForFunction(() => document.querySelector('.paper .words')?.textContent.includes('Tối nay'));
  assert.equal((await call('get_flyer', {})).headline, null);
  await settled(page);
  await picture(page, 'papers-flyer');
  await tabTo(page, 'Dùng cho cả đợt');
  await press(page, 'Enter');
  await page.getByRole('button', { name: 'Dùng cho cả đợt' }).waitFor({ state: 'detached' });
  assert.equal((await call('get_flyer', {})).headline, 'Tối nay mời bà con');
});
