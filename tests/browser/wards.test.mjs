// Tổng hợp các phường, xã, with the keyboard alone.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { accessible, atField, open, picture, press, sees, settled, tabTo, type } from './support/browser.mjs';
import { cli, folder } from './support/programs.mjs';
import { twin } from './support/twin.mjs';
import { parts, zipped } from './support/zip.mjs';

/** The workbook a ward of invented figures sends, under a name of its own. */
async function sent(t, home, name) {
  const file = join(home, `${name}.db`);
  await cli('new', file, '--sample', 'minh-hoa');
  const here = await twin(t, { home, file });
  const [period] = await here.call('list_office_periods', {});
  const { id, superior_lines, name_lines, place, symbol, contact_line } = period.issuer;
  const letterhead = { superior_lines, name_lines, place, symbol, contact_line, short_name: `UBND phường ${name}` };
  await here.call('correct_office_period', { id, from: null, letterhead });
  await here.stop();
  const workbook = join(home, `${name}.xlsx`);
  await cli('report', file, '-o', workbook);
  return workbook;
}

/** The same with a number of its sheets changed from outside. */
function edited(workbook, target) {
  const found = parts(readFileSync(workbook));
  const page = 'xl/worksheets/sheet6.xml';
  const cell = /<c r="H5"[^>]*><v>\d+<\/v><\/c>/.exec(found[page]);
  assert.ok(cell, 'the first box of the first sheet');
  found[page] = found[page].replace(cell[0], '<c r="H5"><v>9999</v></c>');
  writeFileSync(target, zipped(found));
  return target;
}

for (const look of ['light', 'dark']) {
  test(`wards' workbooks are looked at, taken in and made one (${look})`, async (t) => {
    const home = await folder(t);
    const first = await sent(t, home, 'Cầu Giấy Mẫu');
    const second = await sent(t, home, 'Ba Vì Mẫu');
    const wrong = edited(second, join(home, 'đã sửa.xlsx'));
    const city = join(home, 'thành phố.db');
    await cli('consolidate', city, first);
    const here = await twin(t, { home, file: city });
    const page = await open(t, here.url, { hash: '#/bao-cao', dark: look === 'dark' });
    await page.getByRole('navigation').waitFor();
    await settled(page);
    await tabTo(page, 'Tổng hợp các phường, xã');
    await press(page, 'Enter');
    await sees(page, 'Đã nhận 1 phường, xã');
    await sees(page, 'UBND phường Cầu Giấy Mẫu');

    await tabTo(page, 'Nhận tệp của phường, xã');
    await press(page, 'Enter');
    await atField(page, 'Đường dẫn các tệp, mỗi dòng một tệp');
    await type(page, `${first}\n${wrong}\n${second}`);
    await tabTo(page, 'Xem trước');
    await press(page, 'Enter');
    await sees(page, 'Sẽ nhận 1 tệp');
    await sees(page, 'Bỏ qua 2 tệp');
    await sees(page, 'Đã nhận đúng tệp này rồi');
    await sees(page, 'Tệp có 1 ô đã bị sửa');
    await sees(page, '→ 9999');
    assert.equal((await here.call('list_wards', {})).wards.length, 1, 'a look takes nothing in');
    await picture(page, `wards-look-${look}`);
    await accessible(page, 'the dry run');
    await tabTo(page, 'Nhận 1 tệp');
    await press(page, 'Enter');
    await sees(page, 'Đã nhận 2 phường, xã');

    const { wards, sums } = await here.call('list_wards', {});
    assert.deepEqual(wards.map((w) => w.name), ['UBND phường Ba Vì Mẫu', 'UBND phường Cầu Giấy Mẫu']);
    for (const [n, sum] of sums.entries()) {
      assert.equal(sum.rate.numerator, wards[0].rates[n].numerator + wards[1].rates[n].numerator);
      assert.equal(sum.rate.denominator, wards[0].rates[n].denominator + wards[1].rates[n].denominator);
    }
    await tabTo(page, 'Bảng tính Excel');
    await press(page, 'Enter');
    await sees(page, 'tong-hop-2-phuong-xa');
    await settled(page);
    await picture(page, `wards-${look}`);
    await accessible(page, 'the wards');

    await tabTo(page, 'Bỏ UBND phường Ba Vì Mẫu khỏi bảng tổng hợp');
    await press(page, 'Enter');
    await sees(page, 'Bỏ phường, xã này?');
    await tabTo(page, 'Bỏ');
    await press(page, 'Enter');
    await sees(page, 'Đã nhận 1 phường, xã');
  });
}

test('an office that holds no ward says what to do', async (t) => {
  const home = await folder(t);
  const file = join(home, 'a.db');
  await cli('new', file, '--sample', 'minh-hoa');
  const here = await twin(t, { home, file });
  const page = await open(t, here.url, { hash: '#/tong-hop' });
  await page.getByRole('navigation').waitFor();
  await sees(page, 'Chưa nhận báo cáo của phường, xã nào');
  await picture(page, 'wards-none');
  await accessible(page, 'no ward');
});
