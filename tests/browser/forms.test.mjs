// Targets and the sheet's form, with the keyboard alone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessible, atField, numpad, open, picture, press, sees, settled, tabTo, type } from './support/browser.mjs';
import { office } from './support/twin.mjs';

async function at(t, options) {
  const here = await office(t, options);
  const page = await open(t, here.url, { hash: '#/cai-dat/forms', ...options });
  await page.getByRole('navigation').waitFor();
  await settled(page);
  return { ...here, page };
}

/** The editor of the form, open with its paper drawn. */
async function editor(page) {
  await tabTo(page, 'Sửa mẫu phiếu');
  await press(page, 'Enter');
  await atField(page, 'Sửa mẫu phiếu');
  await page.locator('canvas').first().waitFor();
}

const sentences = async (call) => (await call('get_targets', {})).map((row) => row.sentence.replaceAll('\u00a0', ' '));

test('a target is added, put first and taken out again, and Ctrl+Z brings it back', async (t) => {
  const { page, call } = await at(t);
  await tabTo(page, 'Thêm chỉ tiêu');
  await press(page, 'Enter');
  await atField(page, 'Mục trong kế hoạch');
  await type(page, 'I.3');
  await press(page, 'Tab');
  await type(page, 'Gặp hộ');
  await press(page, 'Tab');
  await atField(page, 'Đếm');
  await press(page, 'End', 'Tab', 'Tab');
  await atField(page, 'Mức phải đạt');
  await press(page, 'Control+a');
  await type(page, '80');
  await sees(page, /≥ 80.% số hộ gia đình đã được gặp, đến 30\/11\/2024/);
  await picture(page, 'target');
  await press(page, 'Enter');
  await sees(page, 'Đã lưu chỉ tiêu Gặp hộ');
  assert.equal((await sentences(call))[2], '≥ 80 % số hộ gia đình đã được gặp, đến 30/11/2024');
  await tabTo(page, /^I\.3/);
  await press(page, 'Alt+ArrowUp');
  await settled(page);
  await atField(page, 'I.3');
  await press(page, 'Alt+ArrowUp');
  await settled(page);
  await atField(page, 'I.3');
  assert.equal((await call('get_targets', {}))[0].name, 'Gặp hộ');
  await press(page, 'Delete');
  await sees(page, 'Đã bỏ chỉ tiêu Gặp hộ');
  assert.equal((await sentences(call)).length, 2);
  await press(page, 'Control+z');
  await tabTo(page, /^I\.3/);
  assert.equal((await call('get_targets', {}))[0].name, 'Gặp hộ');
});

test('an office without targets takes the plan’s two with one key', async (t) => {
  const { page, call } = await at(t);
  for (const { id } of await call('get_targets', {})) await call('remove_target', { id });
  await page.reload();
  await sees(page, 'Đợt này chưa có chỉ tiêu');
  await tabTo(page, 'Dùng hai chỉ tiêu');
  await picture(page, 'targets-none');
  await press(page, 'Enter');
  await atField(page, 'I.2');
  assert.deepEqual((await call('get_targets', {})).map((row) => row.clause), ['I.2', 'II.6']);
});

test('a changed label makes a new version, and the sheet that is out opens as it was printed', async (t) => {
  const { page, call, regular } = await at(t);
  const [{ code }] = regular;
  const before = await call('open_sheet', { code });
  await editor(page);
  await tabTo(page, 'Nội dung ô 1');
  await press(page, 'End');
  await type(page, ' tối nay');
  await press(page, 'Alt+ArrowDown');
  await atField(page, 'Nội dung ô 1');
  await press(page, 'Alt+ArrowUp');
  await tabTo(page, 'Thử trên số đã nhập', 'Shift+Tab');
  await press(page, 'Enter');
  await sees(page, /Sẽ thành mẫu số 2\. 155 phiếu đã đánh mã giữ mẫu số 1/);
  await atField(page, 'Đưa vào dùng');
  await press(page, 'Enter');
  await sees(page, 'Từ nay phiếu mới in theo mẫu số 2');
  await atField(page, 'Sửa mẫu phiếu');
  const { versions } = await call('list_forms', {});
  assert.deepEqual(versions.map((v) => [v.version, v.sheets]), [[2, 0], [1, 155]]);
  assert.equal(versions[0].form.indicators[0].label, 'Số hộ đến tối nay');
  assert.deepEqual(await call('open_sheet', { code }), before);
  await picture(page, 'form-versions');
});

test('a check is tried on the sheets that are keyed, mended where it is not understood, then put in force', async (t) => {
  const { page, call } = await at(t, { sample: 'minh-hoa' });
  await editor(page);
  await tabTo(page, 'Thêm quy tắc');
  await press(page, 'Enter');
  await atField(page, 'Chỉ khi');
  await press(page, 'Tab');
  await type(page, 'ô 9 + mười');
  await tabTo(page, 'Dấu');
  await press(page, 'End');
  await tabTo(page, 'Vế phải');
  await type(page, 'ô 8');
  await tabTo(page, 'Lời nhắc');
  await type(page, 'ai có tài khoản thường kích hoạt luôn');
  await tabTo(page, 'Thử trên số đã nhập', 'Shift+Tab');
  await press(page, 'Enter');
  await sees(page, /Quy tắc 9: chưa hiểu “mười” \(từ ký tự 7\)/);
  await picture(page, 'check-faulty');
  await tabTo(page, 'Vế trái');
  await press(page, 'Control+a');
  await type(page, 'ô 9');
  await tabTo(page, 'Thử trên số đã nhập', 'Shift+Tab');
  await press(page, 'Enter');
  await sees(page, /Thử trên \d+ phiếu đã nhập: \d+ phiếu không qua/);
  await settled(page);
  await picture(page, 'check-tried');
  const before = await call('list_forms', {});
  await atField(page, 'Đưa vào dùng');
  await press(page, 'Enter');
  await sees(page, /Từ nay phiếu mới in theo mẫu số \d/);
  const { versions } = await call('list_forms', {});
  assert.equal(versions.length, before.versions.length + 1);
  const { left, operator, right, severity } = versions[0].form.checks.at(-1);
  assert.deepEqual([left, operator, right, severity], ['ô 9', 'at_least', 'ô 8', 'soft']);
});

test('a box that a target counts is not let go, and the words name the target', async (t) => {
  const { page, call } = await at(t);
  await editor(page);
  await tabTo(page, 'Chi tiết ô 8');
  await press(page, 'Enter');
  await tabTo(page, 'Bỏ ô 8');
  await press(page, 'Enter');
  await atField(page, 'Nội dung ô 9');
  await tabTo(page, 'Thử trên số đã nhập', 'Shift+Tab');
  await press(page, 'Enter');
  await sees(page, /Chỉ tiêu II\.6 Biết, cài đặt, tạo tài khoản cần ô đếm “có tài khoản”/);
  await picture(page, 'box-needed');
  assert.equal((await call('list_forms', {})).versions.length, 1);
});

test('a control total is switched on, and its box waits on the keying screen of new sheets', async (t) => {
  const { page, call } = await at(t);
  await editor(page);
  await tabTo(page, 'Có ô tổng kiểm');
  await press(page, 'Space');
  await tabTo(page, 'Thử trên số đã nhập', 'Shift+Tab');
  await press(page, 'Enter');
  await atField(page, 'Đưa vào dùng');
  await settled(page);
  await picture(page, 'control');
  await press(page, 'Enter');
  await sees(page, 'Từ nay phiếu mới in theo mẫu số 2');
  await call('number_sheets', { evening: null, count: 6, spare: 2 });
  const sheets = await call('list_sheets', { evening: null });
  const views = await Promise.all(sheets.map(({ code }) => call('open_sheet', { code })));
  const { code } = views.find((view) => view.form_version === 2);
  await press(page, 'F5');
  await atField(page, 'Mã phiếu');
  await numpad(page, code.replace('-', ''));
  await press(page, 'Enter');
  await atField(page, '1 ');
  for (const value of [32, 27, 5, 61, 54, 9, 41, 44, 40]) {
    await numpad(page, value);
    await press(page, 'Enter');
  }
  await atField(page, 'T ');
  await type(page, '314');
  await press(page, 'Enter');
  await sees(page, '32 + 27 + 5 + 61 + 54 + 9 + 41 + 44 + 40 = 313');
  // The cursor is where the slip may be; the total itself may be reached from there.
  await page.locator('li[aria-current="step"]').waitFor();
  await picture(page, 'control-wrong');
  await tabTo(page, 'T ');
  await type(page, '313');
  await press(page, 'Enter');
  await sees(page, `Phiếu ${code} đã nhập đủ và khớp`);
});

for (const dark of [false, true]) {
  const name = dark ? 'dark' : 'light';
  test(`${name}: contrast and names hold in the list, the dialog and the editor`, async (t) => {
    const { page } = await at(t, { dark, sample: 'minh-hoa' });
    await accessible(page, 'the list');
    await picture(page, `${name}-forms`);
    await tabTo(page, /^I\.2/);
    await press(page, 'Enter');
    await atField(page, 'Mục trong kế hoạch');
    await accessible(page, 'the dialog');
    await picture(page, `${name}-target`);
    await press(page, 'Escape');
    await editor(page);
    await tabTo(page, 'Chi tiết ô 2');
    await press(page, 'Enter');
    await tabTo(page, 'Có ô tổng kiểm');
    await press(page, 'Space');
    await tabTo(page, /^Quy tắc 5:/);
    await press(page, 'Enter');
    await tabTo(page, 'Vế trái');
    await press(page, 'Control+a');
    await type(page, 'ô 8');
    await tabTo(page, 'Vế phải');
    await press(page, 'Control+a');
    await type(page, 'ô 9');
    await tabTo(page, 'Thử trên số đã nhập', 'Shift+Tab');
    await press(page, 'Enter');
    await sees(page, /Quy tắc 5 \(ô 8 ≤ ô 9\): \d+ phiếu không qua/);
    await settled(page);
    await accessible(page, 'the editor');
    await picture(page, `${name}-editor`);
    await page.locator('.trial ul').scrollIntoViewIfNeeded();
    await picture(page, `${name}-editor-checks`);
  });
}
