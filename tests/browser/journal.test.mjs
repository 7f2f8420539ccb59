// Nhật ký, with the keyboard alone: looking through it, from an entry to the figures it moved and back, verifying, taking it
// out.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessible, atField, open, picture, press, sees, settled, tabTo, type } from './support/browser.mjs';
import { office } from './support/twin.mjs';

const NOON = '2024-11-16T12:00:00+07:00';
const EVENING = '2024-11-16';

/** An office where four boxes of a sheet were keyed and one of them changed, with the journal open. */
async function at(t, hash = '#/hom-nay', { dark = false } = {}) {
  const here = await office(t, { sample: 'minh-hoa', now: NOON });
  const sheets = await here.call('list_sheets', { evening: EVENING });
  const { code } = sheets.find((s) => s.state === 'printed' && s.kind === 'regular') ?? sheets[0];
  const boxes = [['1', '32'], ['2', '27'], ['3', '5'], ['7', '4']].map(([no, value]) => ({ no, value, keys: 2 }));
  await here.call('set_boxes', { code, boxes, cursor: '4' });
  await here.call('set_boxes', { code, boxes: [{ no: '3', value: '15', keys: 2 }], cursor: '4' });
  const page = await open(t, here.url, { dark });
  await page.goto(here.url + hash.replace('{code}', code));
  await page.reload();
  await page.getByRole('navigation', { name: 'Các màn hình' }).waitFor();
  await settled(page);
  return { ...here, page, code };
}

const rows = (page) => page.getByRole('table', { name: /^Các mục nhật ký/ }).locator('[data-entry]').allInnerTexts();

test('the journal is a key away, arrows go through it, and each entry is in words', async (t) => {
  const { page, code } = await at(t);
  await press(page, 'Alt+n');
  await page.getByRole('heading', { level: 1, name: 'Nhật ký' }).waitFor();
  await settled(page);
  await tabTo(page, 'Mục 3, 12:00 16/11/2024, Quản trị: Nhập số vào phiếu');
  await page.getByRole('heading', { level: 2, name: 'Nhập số vào phiếu' }).waitFor();
  const detail = page.getByRole('article');
  assert.match(await detail.innerText(), new RegExp(`Phiếu ${code}[\\s\\S]+Ô 3 “.+”\\s+5\\s+15`));
  await press(page, 'ArrowDown');
  await atField(page, 'Mục 2, ');
  await settled(page);
  assert.match(await detail.innerText(), /Đã đổi \(\d+ dòng\)/);
  await press(page, 'End');
  await atField(page, 'Mục 1, ');
  await sees(page, 'tệp mới: mọi số liệu lúc đầu');
  await press(page, 'Home');
  await atField(page, 'Mục 3, ');
  await settled(page);
  await picture(page, 'journal');
  await accessible(page, 'the journal');
  assert.ok(!(await detail.innerText()).includes('{'), 'what machines say is folded away');
  await tabTo(page, 'Bản kỹ thuật');
  await press(page, 'Enter');
  await sees(page, 'set_boxes');
});

test('filters by words without marks, by sheet and by kind; what is not there is said', async (t) => {
  const { page, code } = await at(t, '#/nhat-ky');
  await tabTo(page, 'Chữ trong nhật ký');
  await type(page, 'ho vang 15');
  await press(page, 'Enter');
  await settled(page);
  assert.deepEqual(await rows(page), ['3']);
  await press(page, 'Control+a');
  await type(page, 'khong co');
  await press(page, 'Enter');
  await sees(page, 'Không có mục nào khớp');
  await tabTo(page, 'Bỏ lọc');
  await press(page, 'Enter');
  await settled(page);
  assert.deepEqual(await rows(page), ['3', '2', '1']);
  await tabTo(page, 'Mã phiếu');
  await type(page, code);
  await press(page, 'Enter');
  await settled(page);
  assert.deepEqual(await rows(page), ['3', '2']);
  await tabTo(page, 'Loại việc');
  await type(page, 'lịch');
  await sees(page, 'Không có mục nào khớp');
});

test('from an entry to a figure it moved, from there to the box’s own entries', async (t) => {
  const { page, code } = await at(t, '#/nhat-ky/3');
  await tabTo(page, /buổi 16\/11\/2024 \(\+10\)$/);
  await press(page, 'Enter');
  const dialog = page.getByRole('dialog');
  await atField(page, 'Mở phiếu ');
  assert.match(await dialog.innerText(), new RegExp(`${code}[\\s\\S]*ô 3: 15`));
  while (!(await page.evaluate((c) => document.activeElement?.textContent === c, code))) await press(page, 'ArrowDown');
  await press(page, 'n');
  await dialog.waitFor({ state: 'detached' });
  await sees(page, `Chỉ xem ô 3 của phiếu ${code}`);
  await settled(page);
  assert.deepEqual(await rows(page), ['3', '2']);
  await tabTo(page, `Mở phiếu ${code}`);
  await press(page, 'Enter');
  await page.getByText(code, { exact: true }).first().waitFor();
  await press(page, 'Alt+n');
  await sees(page, `Chỉ xem ô 3 của phiếu ${code}`);
});

test('a sound journal is said to be sound, and a head from a paper to be ours or not', async (t) => {
  const { page } = await at(t, '#/nhat-ky/kiem-tra');
  await tabTo(page, 'Kiểm tra nhật ký');
  await press(page, 'Enter');
  await sees(page, 'Nhật ký còn nguyên: 3 mục');
  const head = /hiện nay: ([0-9a-f ]{19})/.exec(await page.getByText('Mã đầu nhật ký hiện nay').innerText())?.[1];
  assert.ok(head);
  await tabTo(page, 'Mã đầu nhật ký');
  await type(page, head.toUpperCase());
  await press(page, 'Enter');
  await sees(page, 'Đúng là của nhật ký này: mã ở mục 3');
  await press(page, 'Control+a');
  await type(page, `${head.slice(0, -1)}${head.endsWith('0') ? '1' : '0'}`);
  await press(page, 'Enter');
  await sees(page, `Gần giống mã ${head} ở mục 3`);
  await settled(page);
  await picture(page, 'journal-verify');
  await accessible(page, 'verifying the journal');
});

test('taking the journal out makes a file and stands in the journal', async (t) => {
  const { page } = await at(t, '#/nhat-ky');
  await tabTo(page, 'Xuất nhật ký…');
  await press(page, 'Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await settled(page);
  await picture(page, 'journal-export');
  await accessible(page, 'taking the journal out');
  await tabTo(page, /^Xuất$/);
  await press(page, 'Enter');
  await dialog.getByText(/nhat-ky-16-11-2024\.xlsx/).first().waitFor();
  await press(page, 'Escape');
  await dialog.waitFor({ state: 'detached' });
  await settled(page);
  assert.deepEqual(await rows(page), ['4', '3', '2', '1']);
  await sees(page, 'Xuất nhật ký');
  await sees(page, 'Lý do: bảng Excel');
});
