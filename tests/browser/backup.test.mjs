// Backups, restore and what stands in the way of a file, by keyboard alone, on real files.

import assert from 'node:assert/strict';
import { chmod, chown, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { accessible, atField, focused, open, picture, press, sees, settled, tabTo, type } from './support/browser.mjs';
import { atEnd, boxesOnDisk, folder, kill } from './support/programs.mjs';
import { office, reachable, twin } from './support/twin.mjs';

const PASSPHRASE = 'quat tran ghe may cua so do';

/** Values of a sheet as the hand keys them. */
const keyed = (values) => values.map((value, i) => ({ no: String(i + 1), value: String(value) }));
const BEFORE = [32, 27, 5, 61, 54, 9, 41, 44, 40];
const AFTER = [99, 1, 1, 1, 1, 1, 1, 1, 1];

async function at(t, hash = '#/sao-luu', options) {
  const here = await office(t, options);
  await here.call('set_boxes', { code: here.regular[0].code, boxes: keyed(BEFORE) });
  const page = await open(t, here.url, { hash });
  await page.getByRole('navigation', { name: 'Các màn hình' }).waitFor();
  await settled(page);
  return { ...here, page };
}

const backupsOf = async (file) => (await readdir(file.replace(/\.db$/, ' - sao lưu'))).filter((name) => name.endsWith('.db'));

async function backUp(page) {
  await tabTo(page, 'Sao lưu ngay');
  await press(page, 'Enter');
  await sees(page, 'Số liệu đã được sao lưu đầy đủ lúc 20h00 hôm nay');
  await settled(page);
}

/** The three steps back to the chosen backup; the milliseconds from the first to the file being back. */
async function restore(page, backup) {
  await tabTo(page, backup);
  const began = performance.now();
  await press(page, 'Enter');
  await tabTo(page, 'Khôi phục từ bản này');
  await press(page, 'Enter');
  await page.getByRole('dialog').waitFor();
  await settled(page);
  await picture(page, 'restore-preview');
  await tabTo(page, /^Khôi phục$/);
  await press(page, 'Enter');
  await sees(page, 'Đã khôi phục');
  return performance.now() - began;
}

test('a backup is made by one key, and lies beside the file with what describes it', async (t) => {
  const { page, file } = await at(t);
  await backUp(page);
  await picture(page, 'backups');
  await accessible(page, 'Sao lưu');
  const copies = await backupsOf(file);
  assert.equal(copies.length, 1);
  const described = JSON.parse(await readFile(join(file.replace(/\.db$/, ' - sao lưu'), copies[0].replace(/\.db$/, '.json')), 'utf8'));
  assert.equal(described.kind, 'asked');
  assert.match(described.sha256, /^[0-9a-f]{64}$/);
});

test('the rehearsal: three steps bring the backup back, one takes that back', async (t) => {
  const { page, file, call, regular } = await at(t);
  const { code } = regular[0];
  await backUp(page);
  const good = await boxesOnDisk(file, code);
  await call('set_boxes', { code, boxes: keyed(AFTER) });
  const later = await boxesOnDisk(file, code);
  assert.notDeepEqual(later, good);

  const ms = await restore(page, /^Bản 20h00 hôm nay/);
  console.log(`restore rehearsal, three steps: ${(ms / 1000).toFixed(1)} s`);
  assert.deepEqual(await boxesOnDisk(file, code), good);
  await picture(page, 'restored');

  await tabTo(page, 'Trở lại như trước khi khôi phục');
  await press(page, 'Enter');
  await tabTo(page, /^Trở lại$/);
  await press(page, 'Enter');
  await sees(page, 'Đã trở lại như trước khi khôi phục');
  assert.deepEqual(await boxesOnDisk(file, code), later);
});

test('an encrypted copy is made on another drive, and opened again on a new computer', async (t) => {
  const { page, file, call, regular } = await at(t, '#/sao-luu/noi-thu-hai');
  const { code } = regular[0];
  const usb = await folder(t);
  await backUpFirst(call);

  await tabTo(page, 'Đặt cụm mật khẩu');
  await press(page, 'Enter');
  await atField(page, 'Cụm mật khẩu');
  await type(page, '12031975');
  await sees(page, 'Còn ngắn');
  await press(page, 'Control+a');
  await type(page, PASSPHRASE);
  await sees(page, 'Chắc: không ai thử ra được');
  await tabTo(page, 'Gõ lại cụm mật khẩu');
  await type(page, PASSPHRASE);
  await tabTo(page, 'Tôi đã viết ra giấy và cất');
  await press(page, 'Space');
  await picture(page, 'passphrase');
  await tabTo(page, 'Dùng cụm mật khẩu này');
  await press(page, 'Enter');
  await sees(page, 'Đã đặt cụm mật khẩu');

  await tabTo(page, 'Thư mục trên USB');
  await type(page, usb);
  await press(page, 'Enter');
  await sees(page, 'Đã chọn nơi thứ hai');
  await atField(page, 'Chép ngay');
  await press(page, 'Enter');
  await sees(page, 'Đã chép ra nơi thứ hai và đọc lại');
  await settled(page);
  await picture(page, 'second-place');
  await accessible(page, 'Nơi thứ hai');
  const [copy, ...more] = (await readdir(usb)).filter((name) => name.endsWith('.tungngo'));
  assert.ok(copy && more.length === 0, 'one copy');
  assert.ok(!(await readFile(join(usb, copy))).includes('SQLite format 3'), 'nobody reads it without the passphrase');

  // The computer is gone; the drive is not.
  const good = await boxesOnDisk(file, code);
  const elsewhere = await twin(t);
  const there = await open(t, elsewhere.url);
  await tabTo(there, 'Khôi phục từ bản sao trên USB');
  await press(there, 'Enter');
  await tabTo(there, 'Tệp .tungngo');
  await type(there, join(usb, copy));
  await tabTo(there, 'Cụm mật khẩu của bản này');
  await type(there, 'khong phai cum nay dau');
  await press(there, 'Enter');
  await there.locator('[aria-invalid="true"]').waitFor();
  await picture(there, 'wrong-passphrase');
  await tabTo(there, 'Cụm mật khẩu của bản này', 'Shift+Tab');
  await press(there, 'Control+a');
  await type(there, PASSPHRASE);
  await press(there, 'Enter');
  await there.getByRole('navigation', { name: 'Các màn hình' }).waitFor();
  const { file: restored } = await elsewhere.call('desk', { do: 'state' });
  assert.deepEqual(await boxesOnDisk(restored.path, code), good);
});

test('an encrypted copy takes the place of the open file only after a look', async (t) => {
  const { page, file, call, regular } = await at(t, '#/sao-luu/noi-thu-hai');
  const { code } = regular[0];
  const usb = await folder(t);
  await backUpFirst(call);
  await call('backups', { do: 'set_passphrase', passphrase: PASSPHRASE });
  await call('backups', { do: 'set_second_place', path: usb });
  await call('backups', { do: 'copy_now' });
  const good = await boxesOnDisk(file, code);
  await call('set_boxes', { code, boxes: keyed(AFTER) });
  const [copy] = (await readdir(usb)).filter((name) => name.endsWith('.tungngo'));

  await tabTo(page, 'Tệp .tungngo');
  await type(page, join(usb, copy));
  await tabTo(page, 'Cụm mật khẩu của bản này');
  await type(page, PASSPHRASE);
  await press(page, 'Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('1 phiếu sẽ khác đi').first().waitFor();
  await dialog.getByText('ô 1: 99 → 32').waitFor();
  await picture(page, 'restore-from-file');
  await tabTo(page, /^Khôi phục$/);
  await press(page, 'Enter');
  await sees(page, 'Đã khôi phục từ tệp mang về');
  assert.deepEqual(await boxesOnDisk(file, code), good);
});

test('a damaged file at the start comes back with the boxes that were acknowledged after its backup', async (t) => {
  const first = await office(t);
  const { code } = first.regular[0];
  await first.call('set_boxes', { code, boxes: keyed(BEFORE) });
  await backUpFirst(first.call);
  await first.call('set_boxes', { code: first.regular[1].code, boxes: keyed(AFTER) });
  const acknowledged = [await boxesOnDisk(first.file, code), await boxesOnDisk(first.file, first.regular[1].code)];
  // Not closed: a close would back up once more.
  await kill(first.child);
  await damage(first.file);

  const again = await twin(t, { home: first.home });
  const page = await open(t, again.url);
  await tabTo(page, 'văn phòng.db');
  await press(page, 'Enter');
  await sees(page, 'Tệp dữ liệu bị hỏng');
  await sees(page, 'Bản sao lưu tốt gần nhất: 20h00');
  await settled(page);
  await picture(page, 'damaged');
  await accessible(page, 'a damaged file');
  await atField(page, 'Khôi phục');
  await press(page, 'Enter');
  await sees(page, 'Đã dựng lại tệp');
  await sees(page, 'Đã đưa lại 1 lần nhập ô sau bản ấy');
  await settled(page);
  await picture(page, 'rebuilt');
  assert.deepEqual([await boxesOnDisk(first.file, code), await boxesOnDisk(first.file, first.regular[1].code)], acknowledged);
  assert.ok((await readdir(first.home)).some((name) => name.includes('bị hỏng')), 'the damaged file is kept');
  await tabTo(page, 'Đã hiểu');
  await press(page, 'Enter');
  await page.getByText('Đã dựng lại tệp').waitFor({ state: 'detached' });
});

test('a file somebody else writes to is looked at: every screen says so, and nothing is written', async (t) => {
  const first = await office(t);
  const { code } = first.regular[0];
  await first.call('set_boxes', { code, boxes: keyed(BEFORE) });
  const good = await boxesOnDisk(first.file, code);

  const second = await twin(t);
  const page = await open(t, second.url);
  await tabTo(page, 'Mở hồ sơ có sẵn');
  await press(page, 'Enter');
  await tabTo(page, 'Đường dẫn tệp');
  await type(page, first.file);
  await press(page, 'Enter');
  await tabTo(page, 'Mở chỉ để xem');
  await press(page, 'Enter');
  await page.getByRole('navigation', { name: 'Các màn hình' }).waitFor();
  await sees(page, 'Đang mở chỉ để xem');
  await settled(page);
  await picture(page, 'read-only');
  await press(page, 'Alt+3');
  await sees(page, 'Đang mở chỉ để xem');
  await assert.rejects(second.call('set_boxes', { code, boxes: keyed(AFTER) }), /file_read_only/);
  assert.deepEqual(await boxesOnDisk(first.file, code), good);

  await first.call('desk', { do: 'close' });
  await tabTo(page, 'Mở để ghi');
  await press(page, 'Enter');
  await page.getByText('Đang mở chỉ để xem').waitFor({ state: 'detached' });
  await second.call('set_boxes', { code, boxes: keyed(AFTER) });
});

test('a file where nothing can be written is looked at, and goes on as a copy on this computer', async (t) => {
  const first = await office(t);
  const { code } = first.regular[0];
  await first.call('set_boxes', { code, boxes: keyed(BEFORE) });
  await first.call('desk', { do: 'close' });
  await kill(first.child);
  // The system's own user may write anywhere: somebody else sits here.
  const home = await folder(t);
  const as = process.getuid() === 0 ? { uid: 65534, gid: 65534 } : {};
  if (as.uid) await chown(home, as.uid, as.gid);
  await locked(t, first.home);

  const { url, call } = await twin(t, { home, as, from: await reachable(t) });
  const page = await open(t, url);
  await tabTo(page, 'Mở hồ sơ có sẵn');
  await press(page, 'Enter');
  await tabTo(page, 'Đường dẫn tệp');
  await type(page, first.file);
  await press(page, 'Enter');
  await page.getByRole('navigation', { name: 'Các màn hình' }).waitFor();
  await sees(page, 'Chỉ xem: không ghi được');
  await settled(page);
  await picture(page, 'read-only-medium');
  await press(page, 'Alt+s');
  await sees(page, 'Chỉ xem: không ghi được');
  await assert.rejects(call('set_boxes', { code, boxes: keyed(AFTER) }), /file_read_only/);
  await tabTo(page, 'Chép về máy');
  await press(page, 'Enter');
  await page.getByText('Chỉ xem: không ghi được').waitFor({ state: 'detached' });
  const { file } = await call('desk', { do: 'state' });
  assert.ok(file.path.startsWith(home) && !file.read_only, file.path);
  await call('set_boxes', { code, boxes: keyed(AFTER) });
});

test('the whole file is checked and found whole; Hôm nay says when it was last backed up', async (t) => {
  const { page } = await at(t);
  await backUp(page);
  await page.evaluate(() => (location.hash = '#/sao-luu/kiem-tra'));
  await tabTo(page, 'Kiểm tra ngay');
  await press(page, 'Enter');
  await sees(page, /Tệp nguyên vẹn: \d+ mục nhật ký khớp với số liệu/);
  await picture(page, 'check');
  await accessible(page, 'Kiểm tra');
  await press(page, 'Alt+1');
  await page.getByRole('region', { name: 'Sao lưu' }).getByText('Đã sao lưu đầy đủ lúc 20h00 hôm nay').waitFor();
});

test('who may not bring a backup back is told who may', async (t) => {
  const { page, call, url } = await at(t);
  await backUpFirst(call);
  await call('add_account', { name: 'Minh Hạnh', role: 'clerk', pin: null });
  const { accounts } = await call('desk', { do: 'state' });
  await call('desk', { do: 'sign_in', account: accounts.find((a) => a.name === 'Minh Hạnh').id, pin: '' });
  await page.goto(`${url}#/sao-luu`);
  await page.reload();
  await sees(page, /Chỉ người quản trị làm được việc này: .+\./);
  assert.ok(await page.getByRole('button', { name: 'Khôi phục từ bản này…' }).isDisabled());
  assert.ok(await page.getByRole('button', { name: 'Sao lưu ngay' }).isEnabled());
});

/** Nothing in a folder can be written, as on a stick with its switch set, until the test ends. */
async function locked(t, path) {
  const all = [path, ...(await readdir(path, { recursive: true })).map((name) => join(path, name))];
  for (const each of all) await chmod(each, 0o555);
  atEnd(t, async () => {
    for (const each of all) await chmod(each, 0o755).catch(() => undefined);
  });
}

/** Bytes within the database's pages, its header left as it is. */
async function damage(file) {
  const bytes = await readFile(file);
  for (let at = 8192; at < bytes.length; at += 1021) bytes[at] ^= 0x5a;
  await writeFile(file, bytes);
}

async function backUpFirst(call) {
  await call('backups', { do: 'make' });
}
