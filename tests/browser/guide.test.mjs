// The guide: F1 wherever one stands, searched without marks, printed, and what is new told once; with the keyboard alone.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { accessible, atField, box, focused, numpad, open, openSheet, picture, press, sees, settled, tabTo, type } from './support/browser.mjs';
import { folder } from './support/programs.mjs';
import { office, twin } from './support/twin.mjs';

const run = promisify(execFile);
/** Pages that an office hands out. */
const MOST_PAGES = 12;

const guide = (page) => page.getByRole('dialog', { name: 'Hướng dẫn' });
const part = (page, title) => guide(page).getByRole('article', { name: title });
const chosen = (page) => guide(page).getByRole('option', { selected: true });

async function isClosed(page) {
  await guide(page).waitFor({ state: 'detached' });
}

test('F1 tells of the screen in front and gives the cursor back to the very box', async (t) => {
  const { url, regular } = await office(t);
  const page = await open(t, url, { hash: '#/nhap-phieu' });
  await atField(page, 'Mã phiếu');
  await openSheet(page, regular[0].code);
  await numpad(page, '32');
  await press(page, 'NumpadEnter');
  await atField(page, '2 ');
  await numpad(page, '2');

  await press(page, 'F1');
  await part(page, 'Nhập phiếu').waitFor();
  await atField(page, 'Tìm trong hướng dẫn');
  await settled(page);
  await guide(page).getByRole('img', { name: /giống hệt tờ phiếu/ }).waitFor();
  await picture(page, 'guide-keying');
  await accessible(page, 'the guide');
  // What was half keyed stays, and nothing typed here goes there.
  await type(page, '99');
  await press(page, 'Escape');
  await isClosed(page);
  await atField(page, '2 ');
  assert.equal((await focused(page)).value, '2');
  assert.equal(await box(page, '1').inputValue(), '32');

  for (const [key, title] of [['Alt+4', 'Lịch'], ['Alt+0', 'Đối soát'], ['Alt+s', 'Sao lưu và khi có sự cố'], ['Shift+F9', 'Báo cáo'], ['Alt+1', 'Bắt đầu']]) {
    await press(page, key);
    await settled(page);
    await press(page, 'F1');
    await part(page, title).waitFor();
    await press(page, 'Escape');
    await isClosed(page);
  }
});

for (const dark of [false, true]) {
  test(`${dark ? 'dark' : 'light'}: found without marks, read and turned by keys`, async (t) => {
    const { url } = await office(t);
    const page = await open(t, url, { dark });
    await page.getByRole('navigation').first().waitFor();
    await press(page, 'F1');
    await part(page, 'Bắt đầu').waitFor();
    await type(page, 'giay don doc');
    await part(page, 'Phiếu chưa về').waitFor();
    assert.match(await chosen(page).innerText(), /Phiếu chưa về/);
    const marked = await guide(page).locator('mark').allInnerTexts();
    assert.ok(marked.length > 0 && marked.every((words) => words.toLowerCase() === 'giấy đôn đốc'), marked.join(', '));
    await picture(page, `guide-found-${dark ? 'dark' : 'light'}`);
    await accessible(page, 'what is found');

    await press(page, 'Control+a');
    await type(page, 'khong dau co');
    await sees(page, 'Không thấy phần nào');
    await press(page, 'Control+a', 'Backspace');
    await press(page, ...Array(20).fill('ArrowUp'));
    assert.match(await chosen(page).innerText(), /Bắt đầu/);
    await press(page, 'ArrowDown');
    await part(page, 'Địa bàn').waitFor();
    await press(page, 'ArrowDown', 'ArrowDown');
    await part(page, 'Tổ hỗ trợ').waitFor();
    await settled(page);
    await picture(page, `guide-${dark ? 'dark' : 'light'}`);
    await accessible(page, 'a chapter');
    const top = () => part(page, 'Tổ hỗ trợ').evaluate((text) => text.scrollTop);
    await press(page, 'PageDown');
    await page.waitForFunction(() => document.querySelector('dialog article').scrollTop > 0, null, { polling: 'raf' });
    assert.ok((await top()) > 0);
    await press(page, 'Enter');
    assert.equal((await focused(page)).role, 'article', 'the text itself takes the arrows');
    await press(page, 'Escape');
    await isClosed(page);
  });
}

test('F1 over a dialog tells of its screen, and what was typed in the dialog is there afterwards', async (t) => {
  const { url } = await office(t);
  const page = await open(t, url, { hash: '#/to-ho-tro/forces' });
  await page.getByRole('button', { name: 'Thêm lực lượng' }).first().waitFor();
  await tabTo(page, 'Thêm lực lượng');
  await press(page, 'Enter');
  const dialog = page.getByRole('dialog').first();
  await dialog.waitFor();
  const before = await focused(page);
  await type(page, 'Hội Phụ nữ');
  await press(page, 'F1');
  await part(page, 'Tổ hỗ trợ').waitFor();
  await atField(page, 'Tìm trong hướng dẫn');
  await press(page, 'Escape');
  await isClosed(page);
  assert.deepEqual(await focused(page), { ...before, value: 'Hội Phụ nữ' });
  await press(page, 'Escape');
  await dialog.waitFor({ state: 'detached' });
});

test('the guide is there before a file, and at the sign-in', async (t) => {
  const here = await twin(t);
  const page = await open(t, here.url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await settled(page);
  const before = await focused(page);
  await press(page, 'F1');
  await part(page, 'Bắt đầu').waitFor();
  await settled(page);
  await picture(page, 'guide-first-run');
  await accessible(page, 'the guide before a file');
  await press(page, 'Escape');
  await isClosed(page);
  assert.deepEqual(await focused(page), before);

  await here.call('desk', { do: 'create', path: join(here.home, 'a.db'), beginning: { from: 'sample', name: 'ha-cau-2024' } });
  const [{ id }] = await here.call('list_accounts', {});
  await here.call('set_pin', { account: id, pin: '147258' });
  await here.call('desk', { do: 'sign_out' });
  await page.reload();
  await sees(page, 'Đăng nhập');
  await press(page, 'F1');
  await part(page, 'Tài khoản, cài đặt và dữ liệu cá nhân').waitFor();
  await press(page, 'Escape');
  await isClosed(page);
});

test('it is printed on pages that an office hands out, and read back by another program', async (t) => {
  const here = await twin(t);
  const page = await open(t, here.url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await press(page, 'F1');
  await tabTo(page, 'In hướng dẫn');
  await press(page, 'Enter');
  await page.getByText('Đã tạo huong-dan-tung-ngo.pdf').first().waitFor({ timeout: 120_000 });
  await picture(page, 'guide-printed');
  const pdf = join(here.home, 'Từng Ngõ', 'Hướng dẫn', 'huong-dan-tung-ngo.pdf');
  const { stdout: info } = await run('pdfinfo', [pdf]);
  const pages = Number(/^Pages:\s+(\d+)/m.exec(info)[1]);
  assert.ok(pages > 1 && pages <= MOST_PAGES, `${pages} pages`);
  assert.match(info, /^Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)/m);
  const { stdout: text } = await run('pdftotext', ['-layout', pdf, '-']);
  const said = text.normalize('NFC').replace(/\s+/g, ' ');
  const { chapters } = await here.call('guide', {});
  for (const [i, { title }] of chapters.entries()) assert.ok(said.includes(`${i + 1}. ${title}`), title);
  assert.ok(said.includes('Ô trống và số 0 khác nhau.'));
  const { stdout: images } = await run('pdfimages', ['-list', pdf]);
  const pictures = new Set(chapters.flatMap((c) => c.blocks).filter((b) => b.kind === 'picture').map((b) => b.name));
  assert.equal(images.trim().split('\n').length - 2, pictures.size, 'every picture is on it');
});

test('what is new is told once after an update, never on the keying screen, and is read again in the guide', async (t) => {
  const home = await folder(t);
  await mkdir(join(home, 'settings'), { recursive: true });
  const told = join(home, 'settings', 'told.json');
  await writeFile(told, JSON.stringify({ version: '0.0.1' }));
  const here = await office(t, { home });
  const { version } = await here.call('guide', {});
  const page = await open(t, here.url, { hash: '#/nhap-phieu' });
  await atField(page, 'Mã phiếu');
  await settled(page);
  assert.equal(await page.getByText('đã được cập nhật').count(), 0, 'whoever keys is left alone');
  assert.equal(JSON.parse(await readFile(told)).version, '0.0.1', 'and was not told yet');

  await press(page, 'Alt+1');
  await sees(page, `Từng Ngõ đã được cập nhật lên bản ${version}`);
  await picture(page, 'guide-updated');
  await accessible(page, 'the notice');
  assert.notEqual((await focused(page)).name, 'Có gì mới', 'it does not take the cursor');
  await press(page, 'Shift+F1');
  await part(page, `Có gì mới ở bản ${version}`).waitFor();
  await picture(page, 'guide-news');
  await press(page, 'Escape');
  await isClosed(page);
  assert.equal(await page.getByText('đã được cập nhật').count(), 0);

  await page.reload();
  await page.getByRole('navigation').first().waitFor();
  await settled(page);
  assert.equal(await page.getByText('đã được cập nhật').count(), 0, 'once');
  assert.equal(JSON.parse(await readFile(told)).version, version);
  await press(page, 'F1');
  await part(page, 'Bắt đầu').waitFor();
  await tabTo(page, 'Có gì mới');
  await press(page, 'Enter');
  await part(page, `Có gì mới ở bản ${version}`).waitFor();
});

test('a new computer is told nothing', async (t) => {
  const here = await office(t);
  const page = await open(t, here.url);
  await page.getByRole('navigation').first().waitFor();
  await settled(page);
  assert.equal(await page.getByText('đã được cập nhật').count(), 0);
  assert.ok((await stat(join(here.home, 'settings', 'told.json'))).isFile(), 'and the version is noted for the next');
});
