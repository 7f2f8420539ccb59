// Doors: another person in two keys and back to the same box, the screen nobody sits at, lent PINs, wrong ones.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessible, atField, box, focused, numpad, open, openSheet, picture, press, sees, settled, tabTo, type } from './support/browser.mjs';
import { boxesOnDisk } from './support/programs.mjs';
import { office } from './support/twin.mjs';

const ADMINISTRATOR = '147258';
const CLERK = '2580';

/** An office with an administrator and a clerk, each with a PIN of their own, and one for outreach without. */
async function guarded(t, options) {
  const here = await office(t, options);
  const { call } = here;
  const [{ id: administrator }] = await call('list_accounts', {});
  await call('set_pin', { account: administrator, pin: ADMINISTRATOR });
  const clerk = await call('add_account', { name: 'Lê Thị Bích', role: 'clerk', pin: 'mã tạm' });
  const outreach = await call('add_account', { name: 'Phạm Thị Loan', role: 'outreach', pin: null });
  await call('desk', { do: 'sign_in', account: clerk, pin: 'mã tạm' });
  await call('desk', { do: 'change_pin', old: '', new: CLERK });
  return { ...here, administrator, clerk, outreach };
}

/** Boxes of a sheet that have a value on disk. */
async function kept(file, code) {
  return Object.fromEntries(Object.entries(await boxesOnDisk(file, code)).filter(([, value]) => value !== null));
}

const who = (page) => page.getByRole('banner').getByTitle('Người đang dùng').innerText();

test('another person in two keys, and back to the same box with what was half keyed', async (t) => {
  const { url, file, regular } = await guarded(t);
  const [{ code }, { code: other }] = regular;
  const page = await open(t, url, { hash: '#/nhap-phieu' });
  await atField(page, 'Mã phiếu');
  await openSheet(page, code);
  await numpad(page, '41');
  await press(page, 'NumpadEnter');
  await atField(page, '2 ');
  await numpad(page, '3');

  // Ctrl+L and the number of the account in the list: without a PIN that is all.
  await press(page, 'Control+l');
  await page.getByRole('dialog', { name: 'Đổi người dùng' }).waitFor();
  await picture(page, 'doors-switch');
  await accessible(page, 'switch');
  await press(page, '3');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await settled(page);
  assert.match(await who(page), /Phạm Thị Loan\s*Tuyên truyền/);
  assert.equal(new URL(page.url()).hash, '#/', 'somebody else begins at the beginning');
  await sees(page, 'Hôm nay');
  assert.deepEqual(await kept(file, code), { 1: 41 }, 'what was not left is not on disk');
  // What somebody else has half keyed is nowhere on this screen.
  await page.evaluate(() => (location.hash = '#/nhap-phieu'));
  await settled(page);
  assert.equal(await page.getByText(code, { exact: true }).count(), 0);
  assert.equal(await box(page, '2').count(), 0);

  // And back, with the PIN: the same sheet, the same box, the digit that was typed, and the hand goes on.
  await press(page, 'Control+l', '2');
  await atField(page, 'Mã PIN của Lê Thị Bích');
  await numpad(page, CLERK);
  await press(page, 'NumpadEnter');
  await atField(page, '2 ');
  assert.equal((await focused(page)).value, '3');
  await numpad(page, '6');
  await press(page, 'NumpadEnter');
  await atField(page, '3 ');
  await settled(page);
  assert.deepEqual(await kept(file, code), { 1: 41, 2: 36 });
  assert.match(await who(page), /Lê Thị Bích\s*Văn phòng/);

  // Thought better of: the box is as it was.
  await numpad(page, '5');
  await press(page, 'Control+l', 'Escape');
  await atField(page, '3 ');
  assert.equal((await focused(page)).value, '5');
  await settled(page);
  assert.deepEqual(await kept(file, code), { 1: 41, 2: 36 });
  assert.notEqual(code, other);
});

test('a screen nobody sits at is locked, and nothing half keyed is lost', async (t) => {
  const { url, file, regular, ask } = await guarded(t, { idle: 6 });
  const [{ code }] = regular;
  const page = await open(t, url, { hash: '#/nhap-phieu' });
  await page.getByRole('banner').or(page.getByLabel('Mã PIN của Lê Thị Bích')).first().waitFor();
  if (await page.getByLabel('Mã PIN của Lê Thị Bích').isVisible()) {
    await type(page, CLERK);
    await press(page, 'Enter');
  }
  await atField(page, 'Mã phiếu');
  await openSheet(page, code);
  await numpad(page, '4');
  // It comes by itself.
  await page.getByRole('dialog', { name: 'Màn hình đang khóa' }).waitFor();
  await atField(page, 'Mã PIN của Lê Thị Bích');
  await picture(page, 'doors-locked');
  await accessible(page, 'locked');
  assert.deepEqual(await kept(file, code), {}, 'half a number is no number');
  // The core is locked too, not only the window.
  const refused = await ask('call/list_areas', {});
  assert.equal((await refused.json()).code, 'locked');
  // No key goes through to the screen behind, and Escape opens nothing.
  await press(page, 'Escape', 'Alt+1', 'Control+k', 'F1');
  assert.equal(await page.getByRole('dialog').count(), 1);
  await press(page, 'Control+a');
  await type(page, '9999');
  await press(page, 'Enter');
  await sees(page, 'chưa đúng');
  await type(page, CLERK);
  await press(page, 'Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await atField(page, '1 ');
  assert.equal((await focused(page)).value, '4');
  await numpad(page, '2');
  await press(page, 'NumpadEnter');
  await settled(page);
  assert.deepEqual(await kept(file, code), { 1: 42 });
});

test('locked by hand, somebody else signs in instead', async (t) => {
  const { url } = await guarded(t);
  const page = await open(t, url, { hash: '#/nhap-phieu' });
  await atField(page, 'Mã phiếu');
  await press(page, 'Control+Shift+l');
  await atField(page, 'Mã PIN của Lê Thị Bích');
  await tabTo(page, 'Người khác đăng nhập');
  await press(page, 'Enter');
  await sees(page, 'Bạn là ai?');
  await press(page, '1');
  await atField(page, 'Mã PIN của Quản trị');
  await type(page, ADMINISTRATOR);
  await press(page, 'Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.match(await who(page), /Quản trị/);
  // Loaded anew while it is locked, the window shows nothing of what was behind.
  await press(page, 'Control+Shift+l');
  await atField(page, 'Mã PIN của Quản trị');
  await page.reload();
  await atField(page, 'Mã PIN của Quản trị');
  assert.equal(await page.getByRole('navigation').count(), 0);
  await type(page, ADMINISTRATOR);
  await press(page, 'Enter');
  await page.getByRole('navigation').waitFor();
});

for (const dark of [false, true]) {
  test(`${dark ? 'dark' : 'light'}: a lent PIN is changed before anything else, and obvious ones are refused in words`, async (t) => {
    const { url, call, administrator, clerk } = await guarded(t);
    await call('desk', { do: 'sign_in', account: administrator, pin: ADMINISTRATOR });
    const page = await open(t, url, { dark, hash: '#/cai-dat/accounts' });
    await sees(page, 'Vai trò nào làm được gì');
    await settled(page);
    await picture(page, `${dark ? 'dark' : 'light'}-doors-accounts`);
    await accessible(page, 'accounts');
    await tabTo(page, 'Đặt mã tạm: Lê Thị Bích');
    await press(page, 'Enter');
    await atField(page, 'Mã tạm');
    await type(page, '864209');
    await press(page, 'Tab');
    await type(page, '864209');
    await press(page, 'Enter');
    await sees(page, 'mã tạm, chưa đổi');
    await press(page, 'Control+l', '2');
    await atField(page, 'Mã PIN của Lê Thị Bích');
    await type(page, '864209');
    await press(page, 'Enter');
    await sees(page, 'Đặt mã PIN của riêng bạn');
    assert.equal(await page.getByRole('navigation').count(), 0);
    assert.equal((await call('desk', { do: 'state' })).who.lent, true);
    await picture(page, `${dark ? 'dark' : 'light'}-doors-lent`);
    await accessible(page, 'lent');
    const both = async (pin) => {
      await tabTo(page, 'Mã PIN mới');
      await press(page, 'Control+a');
      await type(page, pin);
      await tabTo(page, 'Gõ lại mã PIN mới');
      await press(page, 'Control+a');
      await type(page, pin);
      await press(page, 'Enter');
    };
    await both('1234');
    await sees(page, 'là một dãy liên tiếp');
    await both('864209');
    await sees(page, 'chính là mã tạm');
    await both('3691');
    await page.getByRole('navigation').waitFor();
    assert.match(await who(page), /Lê Thị Bích/);
    const { accounts } = await call('desk', { do: 'state' });
    assert.equal(accounts.find((a) => a.id === clerk).lent, false);
  });
}

test('wrong PINs in a row make wait, and the words say how long', async (t) => {
  const { url, call } = await guarded(t);
  await call('desk', { do: 'sign_out' });
  const page = await open(t, url);
  await sees(page, 'Bạn là ai?');
  await picture(page, 'doors-sign-in');
  await press(page, '2');
  for (let n = 1; n < 5; n++) {
    await atField(page, 'Mã PIN của Lê Thị Bích');
    await type(page, '0000');
    await press(page, 'Enter');
    await sees(page, 'chưa đúng');
    await settled(page);
  }
  await type(page, '0000');
  await press(page, 'Enter');
  await sees(page, 'sai mã 5 lần liên tiếp');
  await sees(page, /Hãy đợi (30|29|28) giây/);
  await picture(page, 'doors-wait');
  await accessible(page, 'wait');
  await type(page, CLERK);
  await press(page, 'Enter');
  await sees(page, 'Hãy đợi');
  assert.equal((await call('desk', { do: 'state' })).who, null, 'not even the right one is tried');
});

test('the last administrator comes back in with the unlock sheet, and every administrator is told', async (t) => {
  const { url, call, administrator } = await guarded(t);
  await call('desk', { do: 'sign_in', account: administrator, pin: ADMINISTRATOR });
  const page = await open(t, url, { hash: '#/cai-dat/accounts' });
  await tabTo(page, 'Lập phiếu mở khóa');
  await press(page, 'Enter');
  const sheet = page.getByRole('article', { name: 'Phiếu mở khóa' });
  await sheet.waitFor();
  const groups = await sheet.locator('.code span').allInnerTexts();
  assert.equal(groups.length, 6);
  await picture(page, 'doors-unlock-sheet');
  await accessible(page, 'unlock sheet');
  await page.emulateMedia({ media: 'print' });
  await picture(page, 'doors-unlock-printed');
  assert.equal(await page.getByRole('button', { name: 'In phiếu' }).isVisible(), false, 'the sheet alone is printed');
  assert.equal(await sheet.isVisible(), true);
  await page.emulateMedia({ media: 'screen' });
  await tabTo(page, 'Đã in hoặc đã chép xong');
  await press(page, 'Enter');
  await sees(page, 'còn dùng được');
  assert.equal(await page.getByText(groups[0]).count(), 0, 'shown once');

  await call('desk', { do: 'sign_out' });
  await page.reload();
  await sees(page, 'Bạn là ai?');
  await press(page, '1');
  await atField(page, 'Mã PIN của Quản trị');
  await tabTo(page, 'Quên mã PIN?');
  await press(page, 'Enter');
  await atField(page, 'Mã mở khóa');
  await picture(page, 'doors-forgotten');
  await numpad(page, groups.join('').slice(0, 29));
  await press(page, 'Enter');
  await sees(page, 'có 30 chữ số, vừa gõ 29');
  await press(page, 'Control+a');
  await numpad(page, groups.join(''));
  await press(page, 'Enter');
  await sees(page, 'Đặt mã PIN của riêng bạn');
  await tabTo(page, 'Mã PIN mới');
  await type(page, '7394');
  await press(page, 'Tab');
  await type(page, '7394');
  await press(page, 'Enter');
  await page.getByRole('navigation').waitFor();
  await sees(page, 'Phiếu mở khóa đã được dùng để vào tài khoản Quản trị');
  await settled(page);
  await picture(page, 'doors-used');
  await tabTo(page, 'Tôi đã biết');
  await press(page, 'Enter');
  await page.getByText('Phiếu mở khóa đã được dùng').waitFor({ state: 'detached' });
});
