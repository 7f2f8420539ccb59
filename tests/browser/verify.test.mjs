// Đối soát with the keyboard alone: the plan, second keying blind, a third person, and what does not agree.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessible, atField, box, focused, numpad, open, picture, press, protocol, sees, settled, tabTo, type } from './support/browser.mjs';
import { kill, sheetOf, status } from './support/programs.mjs';
import { office, twin } from './support/twin.mjs';

const VERIFY = '#/doi-soat';
const FINDINGS = '#/doi-soat/findings';
/** A sheet whose checks all hold. */
const GOOD = [32, 27, 5, 61, 54, 9, 41, 44, 40];
const entries = (values) => values.map((value, i) => ({ no: String(i + 1), value: String(value) }));
const PEOPLE = { 'Thu Hằng': 'clerk', 'Quốc Bảo': 'clerk', 'Lê Văn Tám': 'leadership' };

/** Signs somebody in, as at the beginning of their turn. */
async function signIn({ call }, name) {
  const { accounts } = await call('desk', { do: 'state' });
  await call('desk', { do: 'sign_in', account: accounts.find((a) => a.name === name).id, pin: '' });
}

/** An office of three, with sheets that Thu Hằng has keyed; `plan`: what is to be keyed a second time. */
async function bureau(t, { keyed = 3, values = () => GOOD, plan = null, ...options } = {}) {
  const here = await office(t, options);
  for (const [name, role] of Object.entries(PEOPLE)) await here.call('add_account', { name, role, pin: null });
  await signIn(here, 'Thu Hằng');
  for (const [i, { code }] of here.regular.slice(0, keyed).entries()) {
    await here.call('set_boxes', { code, boxes: entries(values(i)), cursor: null });
  }
  await signIn(here, 'Lê Văn Tám');
  if (plan) await here.call('set_verification', { mode: plan });
  return here;
}

/** The screen in front of somebody. */
async function before(t, here, name, hash = VERIFY, options) {
  await signIn(here, name);
  const page = await open(t, here.url, { hash, ...options });
  await page.getByRole('navigation').waitFor();
  await settled(page);
  return page;
}

/** Keys numbers box after box. */
async function keyBoxes(page, values, from = 1) {
  for (const [i, value] of values.entries()) {
    await atField(page, `${from + i} `);
    await numpad(page, value);
    await press(page, 'NumpadEnter');
  }
}

const whole = async (page) => page.locator('main').innerText();

test('a leader says how much is keyed a second time, and anybody reads who said so', async (t) => {
  const here = await bureau(t);
  const page = await before(t, here, 'Lê Văn Tám');
  await sees(page, 'Chưa đặt cách nhập lần hai');
  await press(page, 'F2');
  await atField(page, 'Tất cả phiếu');
  await press(page, 'ArrowDown', 'ArrowDown');
  await atField(page, 'Có trọng tâm');
  await tabTo(page, 'Mức trần');
  await press(page, 'Control+a');
  await type(page, 'năm');
  await press(page, 'Enter');
  await sees(page, 'Hãy gõ một số nguyên.');
  await press(page, 'Control+a');
  await type(page, '500');
  await press(page, 'Enter');
  await sees(page, 'phải từ 1 đến 100');
  await tabTo(page, 'Mức trần', 'Shift+Tab');
  await press(page, 'Control+a');
  await type(page, '5');
  await press(page, 'Enter');
  await sees(page, 'Nhập lần hai có trọng tâm, tối đa 5 ô sai trên 1.000 ô – do Lê Văn Tám đặt ngày 10/11/2024.');
  await atField(page, 'Mã phiếu');
  const { plan } = await here.call('get_verification', {});
  assert.deepEqual(plan.mode, { kind: 'aimed', ceiling: 5 });

  const clerk = await before(t, here, 'Quốc Bảo');
  await sees(clerk, 'do Lê Văn Tám đặt ngày');
  await press(clerk, 'F2');
  assert.equal(await clerk.getByRole('dialog').count(), 0, 'a clerk does not set the plan');
});

test('a sheet is keyed a second time by keys alone: a slip is asked for again, blind, and the next sheet follows', async (t) => {
  const here = await bureau(t, { plan: { kind: 'all' } });
  const page = await before(t, here, 'Quốc Bảo');
  await atField(page, 'Mã phiếu');
  const [first, next] = (await here.call('get_verification', {})).second.map((row) => row.sheet.code);
  await press(page, 'NumpadEnter');
  await atField(page, '1 ');
  await sees(page, first);
  assert.deepEqual(await page.getByRole('textbox', { name: /^\d+ / }).evaluateAll((all) => all.map((n) => n.value)), Array(9).fill(''));
  await keyBoxes(page, [32, 27, 5, 61, 54, 9, 14, 44, 40]);
  await atField(page, '7 ');
  await sees(page, 'Ô 7: nhìn lại phiếu, gõ lại số trên giấy');
  assert.equal((await focused(page)).value, '');
  assert.doesNotMatch(await whole(page), /\b(14|41)\b/, 'neither value is told');
  assert.equal(sheetOf(await status(here.file), first).state, 'keyed');
  await picture(page, 'verify-again');
  await numpad(page, 41);
  await press(page, 'NumpadEnter');
  await sees(page, `Phiếu ${first}: hai lần nhập khớp, đối soát xong.`);
  await atField(page, 'Mã phiếu');
  assert.equal(sheetOf(await status(here.file), first).state, 'verified');

  await sees(page, `Nhập phiếu kế ${next}`);
  await press(page, 'NumpadEnter');
  await atField(page, '1 ');
  await sees(page, next);
});

test('what differs again is decided by a third person from the paper', async (t) => {
  const here = await bureau(t, { keyed: 1 });
  const [{ code }] = here.regular;
  const page = await before(t, here, 'Quốc Bảo');
  await atField(page, 'Mã phiếu');
  await numpad(page, code.replace('-', ''));
  await press(page, 'NumpadEnter');
  await keyBoxes(page, [32, 27, 5, 61, 54, 9, 40, 44, 40]);
  await atField(page, '7 ');
  await numpad(page, 40);
  await press(page, 'NumpadEnter');
  await sees(page, `Phiếu ${code}: ô 7 chờ người thứ ba quyết định.`);

  const own = await before(t, here, 'Quốc Bảo', FINDINGS);
  await sees(own, 'Bạn đã nhập lần hai phiếu này');
  await sees(own, 'Có thể quyết định: Quản trị, Lê Văn Tám.');
  assert.doesNotMatch(await whole(own), /40 hay 41/, 'the second keyer does not learn the first value');

  const third = await before(t, here, 'Lê Văn Tám', FINDINGS);
  await atField(third, code);
  await sees(third, '40 hay 41');
  assert.doesNotMatch(await whole(third), /Thu Hằng|Quốc Bảo/, 'nobody is told whose value is which');
  await picture(third, 'verify-third');
  await press(third, 'Enter');
  await atField(third, 'Ô 7');
  await press(third, 'NumpadEnter');
  await sees(third, 'Trên giấy để trống?');
  await numpad(third, 41);
  await press(third, 'NumpadEnter');
  await sees(third, `Phiếu ${code}: đã quyết định xong, đối soát xong.`);
  const sheet = sheetOf(await status(here.file), code);
  assert.equal(sheet.state, 'verified');
  assert.equal(sheet.boxes[7], 41);
});

test('what a third person decided and no sum allows takes a reason', async (t) => {
  const here = await bureau(t, { keyed: 1 });
  const [{ code }] = here.regular;
  await signIn(here, 'Quốc Bảo');
  await here.call('set_second_boxes', { code, boxes: entries(GOOD.map((n, i) => (i === 6 ? 40 : n))), cursor: null });
  await here.call('set_second_boxes', { code, boxes: [{ no: '7', value: '40' }], cursor: null });
  const page = await before(t, here, 'Lê Văn Tám', FINDINGS);
  await atField(page, code);
  await press(page, 'Enter');
  await atField(page, 'Ô 7');
  await numpad(page, 20);
  await press(page, 'NumpadEnter');
  await sees(page, 'Đã quyết định xong, nhưng các số chưa khớp nhau');
  await atField(page, 'Lý do');
  await press(page, 'Enter');
  await sees(page, 'Hãy ghi lý do');
  await type(page, 'tổ trưởng xác nhận');
  await press(page, 'Enter');
  await sees(page, `Đã chấp nhận phiếu ${code}.`);
  assert.equal(sheetOf(await status(here.file), code).state, 'verified');
});

test('whoever keyed a sheet first is refused in words, in the list and by its code', async (t) => {
  const here = await bureau(t, { plan: { kind: 'all' } });
  const [{ code }] = here.regular;
  const page = await before(t, here, 'Thu Hằng');
  await atField(page, 'Mã phiếu');
  await sees(page, 'phiếu này chính bạn nhập');
  await press(page, 'NumpadEnter');
  await atField(page, 'Mã phiếu');
  await numpad(page, code.replace('-', ''));
  await press(page, 'NumpadEnter');
  await sees(page, `Bạn là người nhập phiếu ${code} lần đầu nên không đối soát phiếu này.`);
  await atField(page, 'Mã phiếu');
  await picture(page, 'verify-own');
});

test('a list row says why its sheet was chosen, and Enter opens it', async (t) => {
  const here = await bureau(t, { plan: { kind: 'all' } });
  const page = await before(t, here, 'Quốc Bảo');
  await atField(page, 'Mã phiếu');
  const codes = (await here.call('get_verification', {})).second.map((row) => row.sheet.code);
  await press(page, 'ArrowDown');
  await atField(page, codes[0]);
  await press(page, 'ArrowDown');
  await atField(page, codes[1]);
  await sees(page, 'nhập lại tất cả');
  await press(page, 'Enter');
  await atField(page, '1 ');
  await press(page, 'Escape');
  await sees(page, `Phiếu ${codes[1]} để dở, còn 9 ô.`);
  await atField(page, 'Mã phiếu');
  await press(page, 'ArrowDown', 'ArrowUp', 'ArrowUp');
  await atField(page, 'Mã phiếu');
});

test('after a power cut second keying goes on at the same box, and what was keyed is kept', async (t) => {
  const here = await bureau(t, { keyed: 1 });
  const [{ code }] = here.regular;
  const page = await before(t, here, 'Quốc Bảo');
  await atField(page, 'Mã phiếu');
  await numpad(page, code.replace('-', ''));
  await press(page, 'NumpadEnter');
  await keyBoxes(page, GOOD.slice(0, 4));
  await atField(page, '5 ');
  await page.getByText('khớp', { exact: true }).nth(3).waitFor();
  await page.context().close();
  await kill(here.child);

  const again = await twin(t, { home: here.home, file: here.file });
  const resumed = await before(t, again, 'Quốc Bảo');
  await atField(resumed, '5 ');
  assert.equal(await box(resumed, 4).inputValue(), '61');
  await keyBoxes(resumed, GOOD.slice(4), 5);
  await sees(resumed, `Phiếu ${code}: hai lần nhập khớp`);
});

test('a blank box is passed, then asked about, and is no zero', async (t) => {
  const here = await bureau(t, { keyed: 1 });
  const [{ code }] = here.regular;
  const page = await before(t, here, 'Quốc Bảo');
  await atField(page, 'Mã phiếu');
  await numpad(page, code.replace('-', ''));
  await press(page, 'NumpadEnter');
  await atField(page, '1 ');
  await press(page, 'NumpadEnter');
  await keyBoxes(page, GOOD.slice(1), 2);
  await atField(page, '1 ');
  await sees(page, 'Còn ô 1 phải gõ.');
  await press(page, 'NumpadEnter');
  await sees(page, 'Ô 1 trống trên giấy? Enter lần nữa');
  await press(page, 'NumpadEnter');
  await sees(page, 'Ô 1: nhìn lại phiếu');
  await numpad(page, 32);
  await press(page, 'NumpadEnter');
  await sees(page, `Phiếu ${code}: hai lần nhập khớp`);
});

test('digits that an input method composes are keyed once', async (t) => {
  const here = await bureau(t, { keyed: 1 });
  const [{ code }] = here.regular;
  const page = await before(t, here, 'Quốc Bảo');
  await atField(page, 'Mã phiếu');
  await numpad(page, code.replace('-', ''));
  await press(page, 'NumpadEnter');
  await atField(page, '1 ');
  const cdp = await protocol(page);
  await cdp.send('Input.imeSetComposition', { text: '3', selectionStart: 1, selectionEnd: 1 });
  await cdp.send('Input.imeSetComposition', { text: '32', selectionStart: 2, selectionEnd: 2 });
  await cdp.send('Input.insertText', { text: '32' });
  assert.equal(await box(page, 1).inputValue(), '32');
  if ((await focused(page)).name.startsWith('1 ')) await press(page, 'Enter');
  await atField(page, '2 ');
});

test('sums that are not the team head’s show their arithmetic, and are accepted with a reason', async (t) => {
  const here = await bureau(t, { keyed: 5, values: (i) => [20 + i, 18 + i, 2, 40 + i, 30 + i, 8 + i, 9 + i, 14 + i, 10] });
  await here.call('number_sheets', { evening: null, count: 5, spare: 2, summary: true, loose: 0 });
  const [day] = here.regular.map((sheet) => sheet.on);
  const summary = (await here.call('list_sheets', { evening: day })).find((sheet) => sheet.kind === 'summary');
  await signIn(here, 'Thu Hằng');
  await here.call('set_boxes', { code: summary.code, boxes: entries([110, 100, 10, 210, 160, 50, 56, 80, 50]), cursor: null });
  const page = await before(t, here, 'Lê Văn Tám', FINDINGS);
  await atField(page, summary.code);
  await sees(page, 'ô 7 thiếu 1');
  await sees(page, 'Phiếu tổng hợp: 56');
  await picture(page, 'verify-total');
  await press(page, 'Enter');
  await atField(page, 'Lý do');
  await type(page, 'tổ trưởng cộng nhầm');
  await press(page, 'Enter');
  await sees(page, 'Đã chấp nhận ô 7 lệch.');
  assert.deepEqual((await here.call('get_verification', {})).totals, []);
});

test('two papers with one code stand side by side, and a person says what they are', async (t) => {
  const here = await bureau(t, { keyed: 1 });
  const [{ code }] = here.regular;
  await signIn(here, 'Thu Hằng');
  const second = await here.call('key_copy', { code });
  await here.call('set_boxes', { code: second, boxes: entries(GOOD), cursor: null });
  const page = await before(t, here, 'Lê Văn Tám', FINDINGS);
  await atField(page, second);
  await sees(page, `Tờ thứ hai mang mã ${code}`);
  await picture(page, 'verify-copy');
  await press(page, 'Enter');
  await atField(page, 'Lý do');
  await type(page, 'bản chụp nộp thêm');
  await press(page, 'Enter');
  await sees(page, `Đã ghi: tờ ${second} là bản thứ hai, không tính.`);
  await sees(page, 'Đã xếp là trùng');
  assert.deepEqual((await here.call('list_duplicates', { undecided_only: true })).pairs, []);
});

test('from what does not agree one goes to the sheet, or asks about it', async (t) => {
  const here = await bureau(t, { keyed: 1 });
  const [{ code }] = here.regular;
  await signIn(here, 'Thu Hằng');
  const second = await here.call('key_copy', { code });
  await here.call('set_boxes', { code: second, boxes: entries(GOOD), cursor: null });
  const page = await before(t, here, 'Quốc Bảo', FINDINGS);
  await atField(page, second);
  await tabTo(page, 'Hỏi tổ trưởng');
  await press(page, 'Enter');
  await page.waitForURL(`**/${VERIFY}/${encodeURIComponent(`queries:new-${second}`)}`);
  await page.goBack();
  await tabTo(page, `Mở phiếu ${second}`);
  await press(page, 'Enter');
  await page.waitForURL(`**/#/nhap-phieu/${second}`);
});

for (const dark of [false, true]) {
  test(`every state is accessible and fits, ${dark ? 'dark' : 'light'}`, async (t) => {
    const here = await bureau(t, { keyed: 6, plan: { kind: 'aimed', ceiling: 5 }, values: (i) => GOOD.map((n, k) => (k < 2 ? n + i : n)) });
    await signIn(here, 'Quốc Bảo');
    const [{ code }] = here.regular;
    await here.call('set_second_boxes', { code, boxes: entries(GOOD.map((n, i) => (i === 6 ? 40 : n))), cursor: null });
    await here.call('set_second_boxes', { code, boxes: [{ no: '7', value: '40' }], cursor: null });
    const fits = async (page, what) => {
      await settled(page);
      await accessible(page, what);
      await picture(page, `verify-${what}-${dark ? 'dark' : 'light'}`);
      // The usual screen, and the same at 125 %.
      for (const [width, height] of [[1093, 614], [1366, 768]]) {
        await page.setViewportSize({ width, height });
        await settled(page);
        const sideways = () => [...document.querySelectorAll('html, main, main *')].filter((n) => n.scrollWidth > n.clientWidth + 1 && getComputedStyle(n).overflowX !== 'visible' && n.clientWidth > 1);
        const found = await page.evaluate(`(${sideways})().filter((n) => !n.matches('input, .sr-only')).map((n) => n.className || n.tagName)`);
        assert.deepEqual(found, [], `${what} scrolls sideways at ${width}`);
      }
    };
    const leader = await before(t, here, 'Lê Văn Tám', VERIFY, { dark });
    await fits(leader, 'list');
    await tabTo(leader, 'Cách tính');
    await press(leader, 'Enter');
    await fits(leader, 'estimate');
    await press(leader, 'F2');
    await leader.getByRole('dialog').waitFor();
    await fits(leader, 'plan');
    const findings = await before(t, here, 'Lê Văn Tám', FINDINGS, { dark });
    await fits(findings, 'findings');
    const page = await before(t, here, 'Quốc Bảo', VERIFY, { dark });
    await press(page, 'Enter');
    await atField(page, '1 ');
    await numpad(page, 99);
    await press(page, 'Enter');
    await sees(page, 'nhìn lại, gõ lại');
    await fits(page, 'sheet');
  });
}
