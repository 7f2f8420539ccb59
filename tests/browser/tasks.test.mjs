// Part II of the plan and those who report for themselves, with the keyboard alone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessible, atField, focused, numpad, open, picture, press, sees, settled, tabTo, type } from './support/browser.mjs';
import { office } from './support/twin.mjs';

async function at(t, hash, { dark = false, ...options } = {}) {
  const here = await office(t, options);
  const page = await open(t, here.url, { hash, dark });
  await page.getByRole('navigation').waitFor();
  await settled(page);
  return { ...here, page };
}

const tasksOf = async (call) => (await call('list_tasks', {})).groups.flatMap((g) => g.tasks);

test('a news item written down ends the silence, and Hôm nay says no more of it', async (t) => {
  const { page, call } = await at(t, '#/hom-nay', { now: '2024-11-14T08:00:00+07:00' });
  await sees(page, '1 nội dung đến hạn hoặc im');
  await tabTo(page, 'Vào Nhiệm vụ');
  await press(page, 'Enter');
  await atField(page, 'Đẩy mạnh tuyên truyền');
  await press(page, 'n');
  await atField(page, 'Ngày làm');
  await press(page, 'Tab');
  await type(page, 'Tin số 1 trên loa truyền thanh');
  await press(page, 'Tab');
  await type(page, 'Sổ phát thanh, trang 12');
  await press(page, 'Enter');
  await sees(page, 'Đã ghi việc đã làm.');
  await atField(page, 'Đẩy mạnh tuyên truyền');
  await picture(page, 'task-recorded');
  const news = (await tasksOf(call)).find((task) => task.every_days === 3);
  assert.deepEqual(
    [news.records[0].on, news.records[0].proof, news.state, news.presses],
    ['2024-11-14', 'Sổ phát thanh, trang 12', 'doing', false],
  );
  await press(page, 'Alt+1');
  await sees(page, 'Thứ Năm, 14/11/2024');
  await settled(page);
  assert.equal(await page.getByText('nội dung đến hạn').count(), 0);
});

test('a task is written, goes up with Alt, prints in the plan, and Ctrl+Z takes it back', async (t) => {
  const { page, call } = await at(t, '#/ke-hoach/nhiem-vu');
  const before = (await tasksOf(call)).map((task) => task.id);
  await tabTo(page, 'Là đầu mối');
  await press(page, 'ArrowDown');
  await atField(page, 'Đề xuất in ấn');
  await press(page, 'Insert');
  await atField(page, 'Nội dung');
  await type(page, 'Treo áp phích tại nhà văn hóa');
  await tabTo(page, 'Hạn');
  await type(page, '15/11/2024');
  await tabTo(page, 'Người phụ trách');
  await type(page, 'Đào Thu Hằng');
  await tabTo(page, 'Lưu việc');
  await press(page, 'Enter');
  await atField(page, 'Treo áp phích');
  const written = (await tasksOf(call)).find((task) => task.plain.startsWith('Treo'));
  assert.deepEqual([written.due_on, written.responsible.title], ['2024-11-15', 'Công chức Văn phòng Thống kê']);
  await press(page, 'Alt+ArrowUp');
  await settled(page);
  await atField(page, 'Treo áp phích');
  const order = (await tasksOf(call)).map((task) => task.id);
  assert.deepEqual(order, [...before.slice(0, 3), written.id, ...before.slice(3)]);
  await press(page, 'Control+z');
  await page.waitForFunction(() => document.querySelectorAll('section[aria-label^="Văn phòng"] button[aria-pressed]')[4]?.textContent.includes('Treo'));
  await press(page, 'Control+z');
  await page.waitForFunction(() => !document.body.textContent.includes('Treo áp phích'));
  assert.deepEqual((await tasksOf(call)).map((task) => task.id), before);
});

test('schools are pasted, their figures keyed, and no rate moves', async (t) => {
  const { page, call } = await at(t, '#/ke-hoach/tu-bao-cao', { sample: 'minh-hoa' });
  const before = await call('get_targets', {});
  await tabTo(page, 'Thêm trường');
  await press(page, 'Enter');
  await atField(page, 'Tên trường');
  await type(page, 'Trường Tiểu học A\nTrường THCS B');
  await tabTo(page, 'Lưu');
  await press(page, 'Enter');
  await sees(page, 'Đã thêm 2 trường');
  await tabTo(page, 'Trường Tiểu học A, Giáo viên, Tổng số');
  await type(page, '40');
  await press(page, 'Tab');
  await type(page, '50');
  await press(page, 'Enter');
  await atField(page, 'Trường THCS B, Giáo viên, Đã cài');
  await sees(page, 'đã thực hiện 50 người nhưng tổng số chỉ có 40 người');
  await picture(page, 'school-refused');
  await press(page, 'ArrowUp');
  await type(page, '30');
  await press(page, 'Enter');
  await page.getByText('75 % (1 trường đủ số)').waitFor();
  assert.equal((await focused(page)).name, 'Trường THCS B, Giáo viên, Đã cài');
  const [school] = (await call('list_units', {})).units;
  assert.deepEqual(
    school.cells.map((c) => [c.people, c.done]),
    [[40, 30], [null, null], [null, null]],
  );
  assert.deepEqual(await call('get_targets', {}), before);
});

test('an area that reports by itself is opened, keyed and dated', async (t) => {
  const { page, call } = await at(t, '#/ke-hoach/tu-bao-cao', { now: '2024-11-29T08:00:00+07:00' });
  await sees(page, 'hạn hôm nay');
  await tabTo(page, 'Mở phiếu của Cụm chung cư Hyundai Hillstate');
  await press(page, 'Enter');
  await atField(page, '1 ');
  for (const value of [400, 350, 50, 700, 600, 100, 200, 250, 90]) {
    await numpad(page, value);
    await press(page, 'NumpadEnter');
  }
  await settled(page);
  await page.evaluate(() => (location.hash = '#/ke-hoach/tu-bao-cao'));
  await tabTo(page, 'Số liệu của Cụm chung cư Hyundai Hillstate tính đến ngày');
  await press(page, 'Control+a');
  await type(page, '28/11/2024');
  await press(page, 'Tab');
  await settled(page);
  const own = (await call('list_sheets', { evening: null })).filter((s) => s.kind === 'self_report');
  assert.deepEqual(own.map((s) => [s.on, s.filled]), [['2024-11-28', 9]]);
  const target = (await call('get_targets', {})).find((row) => row.clause === 'II.6');
  assert.equal(target.numerator, 250);
});

for (const dark of [false, true]) {
  test(`axe finds nothing to complain of, ${dark ? 'dark' : 'light'}`, async (t) => {
    const { page, call } = await at(t, '#/ke-hoach/nhiem-vu', { dark, now: '2024-11-27T08:00:00+07:00' });
    await call('add_units', { names: ['Trường Tiểu học A'], due_on: '2024-11-25' });
    await tabTo(page, 'Là đầu mối');
    await settled(page);
    await accessible(page, 'tasks');
    await press(page, 'n');
    await atField(page, 'Ngày làm');
    await accessible(page, 'a record');
    await press(page, 'Escape');
    await tabTo(page, 'Đôn đốc', 'Shift+Tab');
    await press(page, 'Enter');
    await sees(page, 'Tin gửi Zalo');
    await picture(page, `${dark ? 'dark' : 'light'}-chase`);
    await accessible(page, 'the chase');
    await press(page, 'Escape');
    await page.evaluate(() => (location.hash = '#/ke-hoach/tu-bao-cao'));
    await sees(page, 'Ngoài mọi tỷ lệ');
    await settled(page);
    await picture(page, `${dark ? 'dark' : 'light'}-units`);
    await accessible(page, 'schools');
  });
}
