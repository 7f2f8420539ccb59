// Tiến độ, with the keyboard alone: from a figure to its sheets and on to the scan, charts as pictures and as tables.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { accessible, atField, focused, open, picture, press, sees, settled, tabTo } from './support/browser.mjs';
import { office } from './support/twin.mjs';

/** The campaign of the sample is half over: fifteen evenings are keyed. */
const NOON = '2024-11-16T12:00:00+07:00';

async function at(t, hash, { dark = false, large = false, now = NOON, ...options } = {}) {
  const here = await office(t, { sample: 'minh-hoa', now, ...options });
  const page = await open(t, here.url, { dark });
  // As the window does; a library that minds fails here first.
  await page.addInitScript(() => Object.freeze(Object.prototype));
  if (large) await page.addInitScript(() => localStorage.setItem('type-size', 'large'));
  await page.goto(here.url + hash);
  await page.reload();
  await page.getByRole('navigation', { name: 'Các màn hình' }).waitFor();
  await settled(page);
  return { ...here, page, progress: await here.call('get_progress', { to: null }) };
}

const vi = (n) => new Intl.NumberFormat('vi-VN', { useGrouping: 'always' }).format(n);
const dmy = (iso) => iso.split('-').reverse().join('/');

/** A heat cell with figures, its area, and the place of both. */
function keyedCell({ heat }) {
  const area = heat.areas.find((a) => a.cells.some((c) => c.count !== null));
  return { area, cell: area.cells.find((c) => c.count !== null) };
}

test('the screen is a key away, and its figures are the office’s', async (t) => {
  const { page, progress } = await at(t, '#/hom-nay');
  await press(page, 'Shift+F8');
  await page.getByRole('heading', { level: 1, name: `Tiến độ đến ${dmy(progress.as_of)}` }).waitFor();
  await settled(page);
  assert.equal(progress.targets.length, 2);
  for (const { name, rate, goal, need } of progress.targets) {
    const bar = page.getByRole('progressbar', { name: new RegExp(`^${name}`) });
    const said = await bar.getAttribute('aria-valuetext');
    assert.match(said, new RegExp(`${String(rate.percent).replace('.', ',')}\\s%; chỉ tiêu ${goal} %$`));
    const card = await page.locator('section.card', { has: bar }).innerText();
    for (const n of [rate.numerator, rate.denominator, need.more, need.per_visit, need.visits_left]) {
      assert.ok(card.includes(vi(n)), `${vi(n)} is in: ${card}`);
    }
  }
  const names = await page.getByRole('navigation', { name: 'Các màn hình' }).getByRole('link').allInnerTexts();
  assert.deepEqual(names.slice(6, 9).map((n) => n.split('\n')[0].trim()), ['Đối soát', 'Tiến độ', 'Ấn phẩm']);
});

test('arrows go through the heat table, and behind a cell are the sheets that make it', async (t) => {
  const { page, progress } = await at(t, '#/tien-do');
  const { heat } = progress;
  const { area, cell } = keyedCell(progress);
  const grid = page.getByRole('grid');
  assert.match(await grid.getAttribute('aria-label'), new RegExp(`${heat.words}. Mũi tên để đi trong bảng`));
  assert.equal(await grid.getAttribute('aria-rowcount'), String(heat.areas.length + 2));
  await tabTo(page, `${heat.areas[0].name}: `);
  await press(page, 'ArrowRight');
  await atField(page, `${area.name}, ${dmy(cell.on)}: ${vi(cell.count)}, đủ ${cell.expected} phiếu`);
  await press(page, 'ArrowDown');
  await atField(page, `${heat.areas[1].name}, ${dmy(heat.areas[1].cells[0].on)}: `);
  await press(page, 'End');
  await atField(page, `${heat.areas[1].name}, ${progress.targets[1].name}`);
  await press(page, 'Control+End');
  await atField(page, `Cả phường, ${progress.targets[1].name}`);
  await press(page, 'Control+Home');
  await press(page, 'Home');
  await atField(page, `${heat.areas[0].name}: `);
  await press(page, 'ArrowRight', 'Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('row').nth(1).waitFor();
  await settled(page);
  await picture(page, 'progress-behind');
  await accessible(page, 'what is behind a figure');
  const sums = await dialog.locator('tbody tr td:nth-child(4)').allInnerTexts();
  assert.equal(sums.reduce((all, n) => all + Number(n), 0), cell.count);
  assert.match(await dialog.innerText(), /ô \d+: \d+/);
  await press(page, 'Escape');
  await dialog.waitFor({ state: 'detached' });
  await atField(page, `${area.name}, ${dmy(cell.on)}: `);
  // Nothing of this asked for the charts' library.
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map((r) => r.name));
  assert.deepEqual(loaded.filter((name) => name.includes('chartparts')), []);
});

test('from a cell to its sheet, its scan, the keying screen, and back to the same cell', async (t) => {
  const { page, home, call, progress } = await at(t, '#/tien-do');
  const { area, cell } = keyedCell(progress);
  const asked = { figure: { of: 'meaning', meaning: progress.heat.meaning }, area: area.id, on: cell.on, to: null, after: 0, limit: 50 };
  const { sheets } = await call('get_figure', asked);
  const scan = join(home, 'phieu.png');
  const drawn = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 60, height: 40 });
    canvas.getContext('2d').fillRect(5, 5, 20, 20);
    return canvas.toDataURL('image/png');
  });
  await writeFile(scan, Buffer.from(drawn.split(',')[1], 'base64'));
  await call('attach_file', { code: sheets[1].code, path: scan });
  const cellName = `${area.name}, ${dmy(cell.on)}: `;
  await tabTo(page, `${area.name}: `);
  await press(page, 'ArrowRight', 'Enter');
  await atField(page, `Mở phiếu ${sheets[0].code} trong Nhập phiếu`);
  await press(page, 'ArrowDown');
  await atField(page, `Mở phiếu ${sheets[1].code} trong Nhập phiếu`);
  await tabTo(page, 'Xem bản chụp');
  await press(page, 'Enter');
  await page.getByRole('img', { name: /^Bản chụp/ }).waitFor();
  await settled(page);
  await picture(page, 'progress-scan');
  await press(page, 'Escape');
  await atField(page, 'Xem bản chụp');
  await press(page, 'Shift+Tab');
  await atField(page, `Nhật ký của phiếu ${sheets[1].code}`);
  await press(page, 'Shift+Tab');
  await atField(page, `Mở phiếu ${sheets[1].code}`);
  await press(page, 'Enter');
  await page.getByText(sheets[1].code, { exact: true }).first().waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await press(page, 'Shift+F8');
  await atField(page, `Mở phiếu ${sheets[0].code}`);
  await press(page, 'Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await settled(page);
  await atField(page, cellName);
});

/** The file that was saved last, where the screen says it is. */
async function saved(page, ending) {
  const line = page.locator('main p').filter({ hasText: new RegExp(`giấy tờ.*\\.${ending}$`) });
  await line.first().waitFor();
  return readFile((await line.first().innerText()).trim());
}

test('a chart is saved as SVG and as PNG, and says whose figures it shows', async (t) => {
  const { page, progress } = await at(t, '#/tien-do/xu-huong');
  const [target] = progress.targets;
  const title = `${target.name} (mục ${target.clause})`;
  await page.getByRole('img', { name: new RegExp(`^${target.name}`) }).locator('svg').waitFor();
  await tabTo(page, `Lưu SVG: ${title}`);
  await press(page, 'Enter');
  const svg = (await saved(page, 'svg')).toString('utf8');
  assert.match(svg, /^<svg /);
  for (const words of [title, 'đường cần đạt', 'UBND phường', `số liệu đến ${dmy(progress.as_of)}`, progress.illustration]) {
    assert.ok(svg.includes(words), `“${words}” is in the picture`);
  }
  assert.doesNotMatch(svg, /<script|<foreignObject|href="http/);
  await tabTo(page, `Lưu PNG: ${title}`, 'Shift+Tab');
  await press(page, 'Enter');
  const png = await saved(page, 'png');
  assert.deepEqual([...png.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1920, 960]);
  await writeFile(new URL('../out/browser/progress-chart.png', import.meta.url), png);
  await writeFile(new URL('../out/browser/progress-chart.svg', import.meta.url), svg);
  await tabTo(page, /^Mở$/);
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Enter')]);
  assert.match(download.suggestedFilename(), /\.png$/);
});

test('the heat table is saved as a picture, and earlier days are looked at', async (t) => {
  const { page, progress, call } = await at(t, '#/tien-do');
  await tabTo(page, 'Lưu SVG: Theo buổi và địa bàn');
  await press(page, 'Enter');
  const svg = (await saved(page, 'svg')).toString('utf8');
  for (const area of progress.heat.areas) assert.ok(svg.includes(area.name), `${area.name} is in the picture`);
  await tabTo(page, 'Lưu PNG: Theo buổi và địa bàn', 'Shift+Tab');
  await press(page, 'Enter');
  await writeFile(new URL('../out/browser/progress-heat.png', import.meta.url), await saved(page, 'png'));
  await tabTo(page, 'đổi ngày');
  await press(page, 'Enter');
  await atField(page, 'Số liệu đến hết ngày');
  await page.keyboard.type('5/11/2024');
  await press(page, 'Enter');
  await page.getByRole('heading', { level: 1, name: 'Tiến độ đến 05/11/2024' }).waitFor();
  await settled(page);
  const then = await call('get_progress', { to: '2024-11-05' });
  assert.ok(then.targets[0].rate.numerator < progress.targets[0].rate.numerator);
  await sees(page, vi(then.targets[0].rate.numerator));
  await picture(page, 'progress-earlier');
  await tabTo(page, 'về hôm nay');
  await press(page, 'Enter');
  await page.getByRole('heading', { level: 1, name: `Tiến độ đến ${dmy(progress.as_of)}` }).waitFor();
});

test('one page is made of it, for whoever reads on paper', async (t) => {
  const { page } = await at(t, '#/tien-do');
  await tabTo(page, 'In 1 trang');
  await press(page, 'Enter');
  await page.getByRole('button', { name: 'Mở', exact: true }).waitFor();
  await settled(page);
  await picture(page, 'progress-printed');
  assert.equal((await saved(page, 'pdf')).subarray(0, 5).toString('latin1'), '%PDF-');
});

test('a chart is read aloud, and its table opens what is behind a day', async (t) => {
  const { page, progress } = await at(t, '#/tien-do/xu-huong');
  const [target] = progress.targets;
  const title = `${target.name} (mục ${target.clause})`;
  const said = await page.getByRole('img', { name: new RegExp(`^${target.name}`) }).first().getAttribute('aria-label');
  assert.match(said, /đạt [\d,]+\s%, đường cần đạt hôm đó [\d,]+\s%; chỉ tiêu \d+\s% vào/);
  await tabTo(page, `Xem bảng số: ${title}`);
  await press(page, 'Enter');
  await atField(page, `Xem hình: ${title}`);
  const point = target.trend.find((p) => p.numerator !== null);
  await tabTo(page, `${dmy(point.on)}: xem phiếu`);
  await press(page, 'Enter');
  await page.getByRole('dialog').getByText(vi(point.numerator)).first().waitFor();
  await press(page, 'Escape');
  await atField(page, `${dmy(point.on)}: xem phiếu`);
});

test('a blank campaign shows what is unknown, never a zero, and says the next step', async (t) => {
  const { page } = await at(t, '#/tien-do', { sample: 'ha-cau-2024', now: '2024-11-10T20:00:00+07:00' });
  await sees(page, 'Chưa có số liệu nào');
  const main = page.locator('main');
  assert.match(await main.innerText(), /chưa báo cáo \/ chưa có số nền/);
  assert.doesNotMatch(await page.locator('section.card').first().innerText(), /(^|\s)0(\s|,|$)/);
  const cells = await page.getByRole('gridcell').evaluateAll((all) => all.map((c) => c.getAttribute('aria-label') ?? c.textContent));
  assert.ok(cells.some((c) => /Cầu Đơ 1, 09\/11\/2024: chưa có phiếu/.test(c)), cells.slice(0, 4).join(' | '));
  assert.ok(cells.some((c) => /Cầu Đơ 4, 11\/11\/2024: chưa tới buổi/.test(c)));
  await picture(page, 'progress-blank');
  await accessible(page, 'a blank campaign');
  await tabTo(page, 'Tổng quan');
  for (const part of ['areas', 'trend', 'steps', 'papers', 'ranking']) {
    await press(page, 'ArrowRight');
    await settled(page);
    await accessible(page, `a blank campaign, ${part}`);
  }
  await sees(page, 'Chưa địa bàn nào đủ số liệu để xếp hạng');
  await press(page, 'ArrowRight');
  await atField(page, 'Tổng quan');
  await tabTo(page, 'Vào Nhập phiếu');
  await press(page, 'Enter');
  await atField(page, 'Mã phiếu');
});

for (const [name, looks] of [['light', {}], ['dark', { dark: true }], ['large', { large: true }]]) {
  test(`every part keeps to the rules of access, ${name}`, async (t) => {
    const { page } = await at(t, '#/tien-do', looks);
    await picture(page, `progress-${name}`);
    await accessible(page, `${name}, overview`);
    await tabTo(page, 'Tổng quan');
    for (const part of ['areas', 'trend', 'steps', 'papers', 'ranking']) {
      await press(page, 'ArrowRight');
      await settled(page);
      await picture(page, `progress-${name}-${part}`);
      await accessible(page, `${name}, ${part}`);
    }
    assert.ok((await focused(page)).name.startsWith('Xếp hạng'));
  });
}
