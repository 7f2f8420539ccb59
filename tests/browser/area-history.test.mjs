// An area with its past: renamed from a day, split and taken back, gone. Keys only.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessible, atField, open, picture, press, sees, settled, tabTo, type } from './support/browser.mjs';
import { office } from './support/twin.mjs';

async function at(t, options) {
  const here = await office(t);
  const page = await open(t, here.url, { hash: '#/dia-ban', ...options });
  await page.getByRole('navigation').waitFor();
  await settled(page);
  return { ...here, page };
}

/** The area's editor, through the search. */
async function edit(page, query) {
  await tabTo(page, /^Tìm địa bàn$/);
  await press(page, 'Control+a');
  await type(page, query);
  await press(page, 'ArrowDown', 'Enter');
  await atField(page, 'Tên địa bàn');
}

async function split(page) {
  await tabTo(page, 'Chia');
  await press(page, 'Enter');
  await atField(page, 'Địa bàn mới có từ ngày');
  await type(page, '14/11/2024');
  await tabTo(page, 'Tên địa bàn mới 1');
  await type(page, 'Hà Trì 1A');
  await tabTo(page, 'Tên địa bàn mới 2');
  await type(page, 'Hà Trì 2');
  await tabTo(page, 'Căn cứ, lý do');
  await type(page, 'Nghị quyết số 12');
  await sees(page, 'Số liệu đã đếm giữ nguyên ở Hà Trì 1; 2 buổi từ ngày 14/11/2024 chuyển sang địa bàn mới.');
}

const row = async (call, name) => (await call('list_areas', {})).find((r) => r.name === name);

test('an area is renamed from a day, found by its old name, and its past tells so', async (t) => {
  const { page, call } = await at(t);
  await edit(page, 'ha tri 1');
  await press(page, 'Control+a');
  await type(page, 'Sao Mai');
  await tabTo(page, /Đổi tên từ ngày|Sửa lỗi chính tả/);
  await press(page, 'ArrowRight');
  await tabTo(page, 'Tên mới dùng từ ngày');
  await type(page, '15/11/2024');
  await tabTo(page, 'Căn cứ, lý do');
  await type(page, 'Nghị quyết số 12');
  await press(page, 'Enter');
  await sees(page, 'Đã lưu Sao Mai');
  await sees(page, 'trước là Hà Trì 1, đến 14/11');
  await sees(page, 'Đổi tên “Hà Trì 1” thành “Sao Mai”; tên cũ dùng đến hết 14/11/2024. Căn cứ: Nghị quyết số 12');
  await picture(page, 'area-renamed');
  const [former] = (await row(call, 'Sao Mai')).former_names;
  assert.deepEqual([former.name, former.until], ['Hà Trì 1', '2024-11-14']);
});

test('a split goes round its evenings, refuses a name that is taken at that name, and is taken back', async (t) => {
  const { page, call } = await at(t);
  const before = await call('list_areas', {});
  await edit(page, 'ha tri 1');
  await split(page);
  await press(page, 'Enter');
  await sees(page, 'Đã có địa bàn tên “Hà Trì 2”');
  await picture(page, 'area-split');
  assert.deepEqual(await call('list_areas', {}), before, 'a refusal changes nothing');
  await tabTo(page, 'Tên địa bàn mới 2');
  await press(page, 'Control+a');
  await type(page, 'Hà Trì 1B');
  await press(page, 'Enter');
  await sees(page, 'Đã chia Hà Trì 1');
  await settled(page);
  const days = async (name) => (await row(call, name)).evenings;
  assert.deepEqual([await days('Hà Trì 1A'), await days('Hà Trì 1B'), await days('Hà Trì 1')], [['2024-11-14'], ['2024-11-15'], []]);
  await sees(page, 'Thành Hà Trì 1A, Hà Trì 1B từ 14/11/2024. Căn cứ: Nghị quyết số 12');
  await sees(page, 'Giao buổi 15/11/2024 cho Hà Trì 1B');
  await sees(page, 'tách từ Hà Trì 1');
  await picture(page, 'area-split-done');
  const offered = await page.evaluate(() => [...document.querySelectorAll('tbody button')].map((b) => b.textContent.trim()));
  assert.ok(!offered.includes('Hà Trì 1'), 'a past area is out of the list');
  await press(page, 'Escape');
  await press(page, 'Control+z');
  await sees(page, 'Đã hoàn tác: tách địa bàn');
  await settled(page);
  assert.deepEqual(await call('list_areas', {}), before);
  await sees(page, 'Hoàn tác: Địa bàn lại như trước');
});

test('an area is merged with another that is searched for', async (t) => {
  const { page, call } = await at(t);
  await edit(page, 'ha tri 2');
  await tabTo(page, 'Gộp');
  await press(page, 'Enter');
  await page.getByRole('dialog').waitFor();
  await tabTo(page, 'Địa bàn mới có từ ngày');
  await type(page, '15/11/2024');
  await tabTo(page, 'Căn cứ, lý do');
  await type(page, 'Nghị quyết số 12');
  await tabTo(page, 'Gộp với địa bàn');
  await type(page, 'ha tri 3');
  await sees(page, 'Lấy Hà Trì 3');
  await press(page, 'Enter');
  await sees(page, 'Bỏ Hà Trì 3');
  await tabTo(page, 'Tên địa bàn mới');
  await type(page, 'Hà Trì Nam');
  await picture(page, 'area-merge');
  await press(page, 'Enter');
  await sees(page, 'Đã gộp Hà Trì 2, Hà Trì 3');
  assert.deepEqual((await row(call, 'Hà Trì Nam')).came_of, ['Hà Trì 2', 'Hà Trì 3']);
});

test('a past area is offered for no evening', async (t) => {
  const { page, call } = await at(t);
  const gone = await row(call, 'Hà Trì 5');
  const visits = gone.visits.map((v) => v.visit);
  for (const id of visits) await call('cancel_visit', { id, reason: 'chuyển đi', confirmed: true });
  await call('end_area', { id: gone.id, on: '2024-11-11', because: 'chuyển về phường Kiến Hưng' });
  await page.evaluate(() => { location.hash = '#/lich'; });
  await settled(page);
  await tabTo(page, 'Thêm buổi');
  await press(page, 'Enter');
  await page.getByRole('dialog').waitFor();
  const options = await page.evaluate(() => [...document.querySelectorAll('dialog option')].map((o) => o.textContent.trim()));
  assert.ok(options.some((o) => o.includes('Hà Trì 4')) && !options.some((o) => o.includes('Hà Trì 5')), options.join(', '));
});

for (const dark of [false, true]) {
  test(`nothing bars anybody from an area's past${dark ? ', in the dark' : ''}`, async (t) => {
    const { page, call } = await at(t, { dark });
    const { id } = await row(call, 'Hà Trì 2');
    await call('rename_area', {
      id,
      from: '2024-11-15',
      area: { name: 'Bình Minh', kind: 'residential_group', cluster: null, leader: null, self_report_due: null },
      because: 'NQ 12',
    });
    await page.reload();
    await edit(page, 'ha tri 2');
    await sees(page, 'trước là Hà Trì 2, đến 14/11');
    await sees(page, 'Đổi tên “Hà Trì 2”');
    await settled(page);
    await accessible(page);
    await picture(page, `area-past-${dark ? 'dark' : 'light'}`);
    await edit(page, 'ha tri 1');
    await split(page);
    await settled(page);
    await accessible(page);
    await picture(page, `area-split-${dark ? 'dark' : 'light'}`);
  });
}
