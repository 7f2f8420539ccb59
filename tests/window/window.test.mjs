// The built program itself: that window, page and office file work together. What the page does by
// itself is tested in the browser.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile, readdir, readlink } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { atEnd, boxesOnDisk, kill, sheetOf, status } from '../browser/support/programs.mjs';
import { parts } from '../browser/support/zip.mjs';
import { again, family, office, picture, place, processOf, start } from './support/window.mjs';
import { Key, until } from './support/webdriver.mjs';

const numpad = (text) => [...String(text)].map((digit) => Key.numpad(digit));
const GOOD = { 1: 32, 2: 27, 3: 5, 4: 61, 5: 54, 6: 9, 7: 41, 8: 44, 9: 40 };

/** The keying screen, and a sheet on its table. */
async function openSheet(window, code) {
  await window.see(() => document.querySelector('nav') !== null);
  await window.press(Key.f5);
  await window.at('Mã phiếu');
  await window.press(...numpad(code.replace('-', '')), Key.enter);
  await window.at('1 ');
}

test('a file given to the program opens, and the window bears its name', async (t) => {
  const here = await place(t);
  const { file } = await office(here.home);
  const window = await start(t, here, file);
  await window.sees('UBND phường Hà Cầu');
  assert.match(await window.title(), /Từng Ngõ$/);
  await picture(window, 'start');
});

test('Vietnamese typed into the window is on disk composed', async (t) => {
  const here = await place(t);
  const window = await start(t, here);
  await window.sees('Bắt đầu thế nào?');
  await window.type('2');
  await window.at('Phường, xã');
  await window.type('phường Ngõ Thí');
  await window.tabTo('Tên đợt');
  await window.type('Đợt chắc, hủ, Đơ'.normalize('NFD'));
  await window.tabTo('Ứng dụng');
  await window.type('iHanoi');
  await picture(window, 'first-run');
  await window.tabTo('Lập hồ sơ');
  await window.press(Key.enter);
  await window.see(() => document.querySelector('nav') !== null);
  const state = await status(join(here.home, 'Từng Ngõ', 'phường Ngõ Thí.db'));
  assert.equal(state.campaign, 'Đợt chắc, hủ, Đơ'.normalize('NFC'));
});

test('a sheet is keyed with the numpad and is on disk', async (t) => {
  const here = await place(t);
  const { file, codes: [code] } = await office(here.home);
  const window = await start(t, here, file);
  await openSheet(window, code);
  for (const [no, value] of Object.entries(GOOD)) {
    await window.at(`${no} `);
    await window.press(...numpad(value), Key.enter);
  }
  await window.at('Mã phiếu');
  await window.sees('đã nhập đủ và khớp');
  await picture(window, 'keyed');
  const sheet = sheetOf(await status(file), code);
  assert.deepEqual(sheet.boxes, GOOD);
  assert.equal(sheet.state, 'keyed');
});

test('the report is made into a workbook in the folder of papers', async (t) => {
  const here = await place(t);
  const { file } = await office(here.home);
  const window = await start(t, here, file);
  await window.see(() => document.querySelector('nav') !== null);
  await window.press([Key.alt, '7']);
  await window.tabTo('Lập bảng Excel');
  await window.press(Key.enter);
  await window.sees('Mở thư mục');
  await picture(window, 'report');
  const papers = join(here.home, 'văn phòng - giấy tờ');
  const [name] = (await readdir(papers)).filter((n) => n.endsWith('.xlsx'));
  const workbook = parts(await readFile(join(papers, name)));
  assert.match(workbook['xl/sharedStrings.xml'], /chưa báo cáo/);
});

test('a chart is drawn under the window’s own rules, and is saved among the papers', async (t) => {
  const here = await place(t);
  const { file } = await office(here.home, 'văn phòng.db', 'minh-hoa');
  const window = await start(t, here, file);
  await window.see(() => document.querySelector('nav') !== null);
  await window.press([Key.shift, Key.f8]);
  await window.tabTo('Tổng quan');
  await window.press(Key.right, Key.right);
  await window.see(() => document.querySelectorAll('[role=img] svg path').length > 10);
  await picture(window, 'progress');
  const papers = join(here.home, 'văn phòng - giấy tờ');
  const saved = async (ending) => (await readdir(papers).catch(() => [])).find((name) => name.endsWith(ending));
  for (const [ending, begins] of [['svg', '<svg '], ['png', '\u0089PNG']]) {
    await window.tabTo(`Lưu ${ending.toUpperCase()}: Từng buổi tối`);
    await window.press(Key.enter);
    await window.sees(`.${ending}`);
    const name = await until(() => saved(ending), `the ${ending}`, window.driver);
    assert.ok((await readFile(join(papers, name))).toString('latin1').startsWith(begins));
  }
});

test('a box that was acknowledged outlives a power cut, and the program reopens at the next one', async (t) => {
  const here = await place(t);
  const { file, codes: [code] } = await office(here.home);
  const window = await start(t, here, file);
  await openSheet(window, code);
  await window.press(...numpad(32), Key.enter);
  await window.at('2 ');
  await window.press(...numpad(27), Key.enter);
  await window.see(() => [...document.querySelectorAll('.row')].slice(0, 2).every((row) => row.innerText.includes('đã lưu')));
  process.kill(await processOf(window), 'SIGKILL');
  await kill(window.driver);
  assert.deepEqual(Object.values(await boxesOnDisk(file, code)).slice(0, 3), [32, 27, null]);

  // Without a file: the one that was open last.
  const reopened = await start(t, here);
  await reopened.see(() => document.querySelector('nav') !== null);
  await reopened.press(Key.f5);
  await reopened.at('3 ');
  await picture(reopened, 'after-power-cut');
  await reopened.press(...numpad(5), Key.enter);
  await reopened.at('4 ');
  await until(async () => (await boxesOnDisk(file, code))[3] === 5, 'the third box on disk');
});

test('a second start raises the first window, hands it its file, and ends', async (t) => {
  const here = await place(t, { withBus: true });
  const { file, codes: [code] } = await office(here.home);
  const { file: other } = await office(here.home, 'khác.db', 'minh-hoa');
  const window = await start(t, here, file);
  await openSheet(window, code);
  await window.press(...numpad(32));
  const second = again(here, other);
  atEnd(t, () => kill(second.child));
  assert.equal(await second.ended, 0);
  await window.sees('UBND phường Minh Họa');
  await picture(window, 'second-start');
  // What was being typed went to its own file first.
  assert.equal((await boxesOnDisk(file, code))[1], 32);
});

test('a file that cannot be opened is said in words in the window', async (t) => {
  const here = await place(t);
  const window = await start(t, here, join(here.home, 'không có.db'));
  await window.sees('Không tìm thấy “không có.db”');
  await picture(window, 'no-such-file');
});

test('the page reaches nothing outside, and runs nothing that is not its own', async (t) => {
  const here = await place(t);
  const heard = [];
  const server = createServer((request, response) => {
    heard.push(request.url);
    response.end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  atEnd(t, () => server.close());
  const elsewhere = `http://127.0.0.1:${server.address().port}`;
  const window = await start(t, here);
  await window.sees('Bắt đầu thế nào?');
  const tried = await window.run((url) => {
    const image = new Image();
    image.src = `${url}/image`;
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
    void fetch(`${url}/fetch`).catch(() => (window.refused = true));
    let evaluated = true;
    try {
      new Function('return 1')();
    } catch {
      evaluated = false;
    }
    return { evaluated, ran: window.ran === true, tauri: '__TAURI__' in window };
  }, elsewhere);
  assert.deepEqual(tried, { evaluated: false, ran: false, tauri: false });
  await window.see(() => window.refused === true);
  // Leaving the page is refused too; it is still there.
  await window.run((url) => void (location.href = `${url}/page`), elsewhere);
  await window.sees('Bắt đầu thế nào?');
  // What is not in the capabilities is refused, whatever the page asks for.
  const refused = await window.see(() => {
    const ask = (command, payload) => window.__TAURI_INTERNALS__.invoke(command, payload).then(() => 'done', () => 'refused');
    if (!window.asked) {
      window.asked = true;
      void Promise.all([
        ask('plugin:opener|open_path', { path: '/etc/passwd' }),
        ask('plugin:dialog|open', { options: {} }),
        ask('plugin:window|close', { label: 'main' }),
        ask('open_path', { path: '/etc/passwd' }),
        ask('reveal_path', { path: '/etc/passwd' }),
      ]).then((answers) => (window.answers = answers));
    }
    return window.answers;
  });
  assert.deepEqual(refused, Array(5).fill('refused'));
  assert.deepEqual(heard, []);
});

test('nothing listens on the network', async (t) => {
  const here = await place(t);
  const { file } = await office(here.home);
  // Without the driver, which would listen itself.
  const { child } = again(here, file);
  atEnd(t, () => kill(child));
  const all = await until(async () => {
    const pids = await family(child.pid);
    const names = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')));
    return names.some((name) => name.startsWith('WebKitWebProces')) && pids;
  }, 'the page’s process', child);
  const sockets = new Set();
  for (const pid of all) {
    for (const fd of await readdir(`/proc/${pid}/fd`).catch(() => [])) {
      const link = await readlink(`/proc/${pid}/fd/${fd}`).catch(() => '');
      if (link.startsWith('socket:')) sockets.add(link.slice(8, -1));
    }
  }
  for (const kind of ['tcp', 'tcp6', 'udp', 'udp6']) {
    const lines = (await readFile(`/proc/net/${kind}`, 'utf8').catch(() => '')).trim().split('\n').slice(1);
    const ours = lines.map((line) => line.trim().split(/\s+/)).filter((words) => sockets.has(words[9]));
    assert.deepEqual(ours, [], kind);
  }
});

test('the log says that it started, and holds no name, number or path', async (t) => {
  const here = await place(t);
  const { file, codes: [code] } = await office(here.home);
  const window = await start(t, here, file);
  await openSheet(window, code);
  await window.press(...numpad(31337), Key.enter);
  await until(async () => (await boxesOnDisk(file, code))[1] === 31337, 'the box on disk');
  const logs = join(here.home, 'logs');
  const text = (await Promise.all((await readdir(logs)).map((name) => readFile(join(logs, name), 'utf8')))).join('');
  assert.match(text, /started version=/);
  for (const secret of ['31337', code, 'Hà Cầu', 'Quản trị', 'văn phòng', here.home]) {
    assert.ok(!text.includes(secret), `the log holds “${secret}”:\n${text}`);
  }
});
