// Who goes out: members pasted from a table, an evening filled, what is missing shown, a person deleted. Keys only.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { accessible, atField, open, pasteTable, picture, press, sees, settled, tabTo, type } from './support/browser.mjs';
import { office } from './support/twin.mjs';

const NAMES = ['Lê Văn An', 'Trần Thị Bình', 'Phạm Minh Chi', 'Đỗ Dũng', 'Vũ Giang', 'Hà Thu Hoa'];
const TABLE = ['Họ và tên\tNăm sinh\tSố CCCD\tĐơn vị\tSĐT\tLực lượng', ...NAMES.map((name, i) => `${name}\t1999\t00108501234${i}\tChi đoàn ${i + 1}\t91234567${i}\tđoàn viên`)].join('\n');

async function at(t, hash, options) {
  const here = await office(t);
  const page = await open(t, here.url, { hash, ...options });
  await page.getByRole('navigation').waitFor();
  await settled(page);
  return { ...here, page };
}

/** Six members of the youth force, through the contract. */
async function members(call) {
  const { forces } = await call('list_forces', {});
  const youth = forces.find((f) => f.name === 'Đoàn viên thanh niên');
  await call('import_members', { table: { from: 'text', text: TABLE }, dry_run: false, force: null });
  return youth;
}

test('members are pasted from a table, and what is nobody’s business is left', async (t) => {
  const { page, call } = await at(t, '#/to-ho-tro/members');
  await tabTo(page, 'Nhập từ bảng');
  await press(page, 'Enter');
  await pasteTable(page, TABLE);
  await sees(page, 'thông tin riêng không cần cho việc này, không lấy');
  await picture(page, 'teams-import');
  await tabTo(page, 'Nhập 6 dòng');
  assert.deepEqual(await call('list_members', {}), [], 'looking changes nothing');
  await press(page, 'Enter');
  await sees(page, 'Đã nhập: thêm 6');
  const rows = await call('list_members', {});
  assert.deepEqual(rows.map((r) => r.name).sort(), [...NAMES].sort());
  assert.ok(rows.every((r) => r.has_phone && !('phone' in r)), 'a list carries no phone');
});

test('an evening is filled by a key, and what is missing is said in words', async (t) => {
  const { page, call } = await at(t, '#/to-ho-tro');
  await members(call);
  const { evenings } = await call('list_rosters', {});
  const tonight = evenings[1].visit;
  await page.reload();
  await sees(page, 'Cầu Đơ 3 · ');
  await tabTo(page, 'Thêm người');
  await type(page, 'do dung');
  await sees(page, 'chưa đi buổi nào');
  await press(page, 'Enter');
  await page.getByRole('group', { name: 'Đỗ Dũng' }).waitFor();
  await atField(page, 'Thêm người');
  await press(page, 'Control+Enter');
  await sees(page, 'Đã xếp 4 lượt người vào 1 buổi');
  await settled(page);
  const roster = await call('get_roster', { visit: tonight });
  assert.equal(roster.lines.length, 5);
  assert.ok(roster.lines.some((l) => l.name === 'Đỗ Dũng'), 'who was there stays');
  await sees(page, '5 / 5');
  await sees(page, 'thiếu 9');
  await sees(page, 'chưa có người đứng đầu');
  await picture(page, 'teams-evening');
  await tabTo(page, 'Lê Văn An');
  await press(page, 'Delete');
  await sees(page, '4 / 5');
  assert.equal((await call('get_roster', { visit: tonight })).lines.length, 4);
  await press(page, 'Control+z');
  await sees(page, 'Đã hoàn tác');
  assert.equal((await call('get_roster', { visit: tonight })).lines.length, 5);
});

test('a person out on an evening that was moved onto another is shown in two places', async (t) => {
  const { page, call } = await at(t, '#/to-ho-tro');
  await members(call);
  const { evenings } = await call('list_rosters', {});
  await call('fill_rosters', { visits: [evenings[1].visit, evenings[2].visit] });
  await call('move_visit', { id: evenings[2].visit, on: evenings[1].on, confirmed: true });
  await page.reload();
  await sees(page, 'người tối này còn ở một buổi khác');
  await sees(page, 'cùng tối ở Cầu Đơ 4');
  await sees(page, 'vướng');
});

test('a member is deleted for good, by typing the name once more', async (t) => {
  const { page, call, file } = await at(t, '#/to-ho-tro/members');
  await members(call);
  const { evenings } = await call('list_rosters', {});
  await call('fill_rosters', { visits: [evenings[0].visit, evenings[1].visit] });
  await page.reload();
  await tabTo(page, 'Tìm thành viên');
  await type(page, 'do dung');
  await press(page, 'ArrowDown');
  await tabTo(page, 'Xem số điện thoại của Đỗ Dũng');
  await press(page, 'Enter');
  await sees(page, '0912345673');
  await tabTo(page, 'Xóa…');
  await press(page, 'Enter');
  await page.getByRole('dialog').waitFor();
  await sees(page, 'Tên trong văn bản đã ban hành được giữ');
  await atField(page, 'Gõ lại họ tên');
  await type(page, 'dung');
  await press(page, 'Enter');
  await sees(page, 'tên gõ lại không khớp');
  await picture(page, 'teams-delete');
  await press(page, 'Control+a');
  await type(page, 'do dung');
  await press(page, 'Enter');
  await sees(page, 'Đã xóa hẳn thông tin');
  await settled(page);
  for (const beside of ['', '-wal', '.entries']) {
    const bytes = await readFile(file + beside).catch(() => Buffer.alloc(0));
    assert.ok(!bytes.includes('Đỗ Dũng') && !bytes.includes('0912345673'), `${beside} holds nothing of the person`);
  }
  const log = await call('list_contact_access', {});
  assert.deepEqual(log.map((l) => l.what), ['deleted', 'viewed']);
  const rows = await call('list_members', {});
  assert.match(rows.find((r) => r.deleted).name, /^Thành viên #\d+$/);
});

for (const dark of [false, true]) {
  test(`nothing bars anybody from these screens${dark ? ', in the dark' : ''}`, async (t) => {
    const { page, call } = await at(t, '#/to-ho-tro', { dark });
    await members(call);
    const { evenings } = await call('list_rosters', {});
    await call('fill_rosters', { visits: [evenings[1].visit] });
    await call('pair_up', { visit: evenings[1].visit });
    for (const [hash, words] of [['#/to-ho-tro', 'Lực lượng của buổi'], ['#/to-ho-tro/forces', 'Các tổ'], ['#/to-ho-tro/members', 'Lê Văn An'], ['#/cai-dat/privacy', 'Người đang được lưu thông tin']]) {
      await page.evaluate((to) => { location.hash = to; }, hash);
      await sees(page, words);
      await settled(page);
      await accessible(page, hash);
    }
  });
}
