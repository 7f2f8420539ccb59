// Setting up, with the keyboard alone: the first run, a new campaign, who receives reports, accounts, a new name.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { accessible, atField, open, picture, press, sees, settled, tabTo, type } from './support/browser.mjs';
import { status } from './support/programs.mjs';
import { office, twin } from './support/twin.mjs';

/** Goes to a part of the settings by its list, which is one stop of the Tab key. */
async function part(page, name, steps) {
  await press(page, 'Alt+8');
  await page.getByRole('tablist').waitFor();
  await tabTo(page, 'Cơ quan');
  for (let i = 0; i < steps; i++) await press(page, 'ArrowDown');
  await atField(page, name);
  await press(page, 'Enter');
  await page.getByRole('tabpanel', { name }).waitFor();
  await settled(page);
  await atField(page, name);
}

/** A field by its label, from the one before it, and what is to stand in it. */
async function fill(page, label, text) {
  await tabTo(page, label);
  await press(page, 'Control+a');
  await type(page, text);
}

test('from the first run to a second campaign, an authority and a stopped account', async (t) => {
  const { url, home, call } = await twin(t);
  const page = await open(t, url);
  await atField(page, 'Mở mẫu để xem thử');
  await press(page, '2');
  await atField(page, 'Phường, xã');
  await type(page, 'xã Thanh Oai');
  await fill(page, 'Ứng dụng', 'VNeID');
  await tabTo(page, 'Tiếp: giấy tờ');
  await press(page, 'Enter');
  await atField(page, 'Cơ quan cấp trên');
  await fill(page, 'Người ký', 'Nguyễn Minh Hạnh');
  await fill(page, 'Họ tên người quản trị', 'Lê Thị Bích');
  await fill(page, 'Mã PIN (có thể đặt sau)', '147258');
  await fill(page, 'Gõ lại mã PIN', '147258');
  await picture(page, 'first-run-2');
  await press(page, 'Enter');
  await sees(page, 'UBND xã Thanh Oai');
  assert.equal((await call('get_profile', {})).signer_name, 'Nguyễn Minh Hạnh');
  assert.equal((await call('desk', { do: 'state' })).who.name, 'Lê Thị Bích', 'whoever set the PIN is not asked for it');

  await part(page, 'Các đợt', 2);
  await tabTo(page, 'Mở đợt mới');
  await press(page, 'Enter');
  await atField(page, 'Tên đợt');
  await type(page, 'Đợt hai');
  await fill(page, 'Từ ngày', '01/03/2025');
  await fill(page, 'Đến ngày', '31/03/2025');
  await picture(page, 'new-campaign');
  await press(page, 'Enter');
  await sees(page, 'Đã mở đợt Đợt hai');
  await page.locator('aside').getByText('Đợt hai').waitFor();
  assert.equal((await call('get_overview', {})).campaign_title, 'Đợt hai');
  // Taken back from another screen, and done again: whatever is on the screen begins anew.
  await press(page, 'Alt+4');
  await sees(page, 'Lịch');
  await press(page, 'Control+z');
  await page.locator('aside').getByText('Cài đặt VNeID').waitFor();
  await press(page, 'Control+y');
  await page.locator('aside').getByText('Đợt hai').waitFor();

  await part(page, 'Cơ quan nhận báo cáo', 1);
  await tabTo(page, 'Thêm nơi nhận');
  await press(page, 'Enter');
  await atField(page, 'Tên cơ quan');
  await type(page, 'UBND thành phố Hà Nội');
  await fill(page, 'Nhận từ ngày', '01/07/2024');
  await press(page, 'Enter');
  await sees(page, 'đang nhận');
  await atField(page, 'Thêm nơi nhận');

  await call('add_account', { name: 'Trần Văn Đơ', role: 'clerk', pin: '258025' });
  await part(page, 'Tài khoản', 3);
  await tabTo(page, 'Sửa tài khoản Trần Văn Đơ');
  await press(page, 'Enter');
  await tabTo(page, 'Ngừng tài khoản');
  await press(page, 'Enter');
  await sees(page, 'đã ngừng');
  await picture(page, 'accounts');
  const { accounts, file } = await call('desk', { do: 'state' });
  assert.deepEqual(accounts.map((a) => a.name), ['Lê Thị Bích'], 'not at the sign-in');
  assert.equal((await call('list_every_account', {})).length, 2);
  assert.equal((await status(join(home, 'Từng Ngõ', 'xã Thanh Oai.db'))).campaign, 'Đợt hai');
  assert.equal(file.file_name, 'xã Thanh Oai.db');
});

test('an office renamed on a day, its own account and a campaign too short are answered in words', async (t) => {
  const { url, call } = await office(t);
  const page = await open(t, url, { hash: '#/cai-dat' });
  await page.getByRole('tablist').waitFor();
  await tabTo(page, 'Đổi tên từ một ngày');
  await press(page, 'Enter');
  await atField(page, 'Dùng tên này từ ngày');
  await type(page, '01/07/2025');
  await fill(page, 'Tên trong câu', 'UBND phường Hà Đông');
  await picture(page, 'renamed');
  await press(page, 'Enter');
  await sees(page, 'Từ 01/07/2025 cơ quan là UBND phường Hà Đông');
  const periods = await call('list_office_periods', {});
  assert.deepEqual(periods.map((p) => [p.issuer.short_name, p.issuer.validity.to, p.now]), [
    ['UBND phường Hà Đông', null, false],
    ['UBND phường Hà Cầu', '2025-06-30', true],
  ]);

  await part(page, 'Các đợt', 2);
  await tabTo(page, 'Sửa đợt Cài đặt iHanoi');
  await press(page, 'Enter');
  await fill(page, 'Đến ngày', '28/11/2024');
  await press(page, 'Enter');
  await sees(page, '29/11 Khu nhà ở Cảnh sát biển');
  await press(page, 'Escape');
  await atField(page, 'Sửa đợt Cài đặt iHanoi');
});

for (const dark of [false, true]) {
  test(`the settings bear being read aloud, ${dark ? 'dark' : 'light'}`, async (t) => {
    const { url } = await office(t);
    const page = await open(t, url, { dark });
    for (const [name, hash] of [['office', 'office'], ['authorities', 'authorities'], ['campaigns', 'campaigns'], ['accounts', 'accounts']]) {
      await page.evaluate((to) => (location.hash = `#/cai-dat/${to}`), hash);
      await page.locator(`#part-${hash}[aria-selected=true]`).waitFor();
      await settled(page);
      await picture(page, `${dark ? 'dark' : 'light'}-settings-${name}`);
      await accessible(page, name);
    }
  });
}
