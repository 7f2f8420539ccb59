// The release program as a person starts it: from its start to the first key taken on the keying screen, and what it
// holds in memory when nobody touches it. `cargo xtask bench --program`. It prints, it judges nothing.
//
// The key is a real one: xdotool presses F5 from the moment the window is there until the page is, then once a digit and
// Tab. A digit that comes before the half keyed sheet is on the table is lost, so the program is started anew with the
// digit at another moment, until the first is found that is in the entries file on disk, where a box counts as taken.

import { execFile } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { cpus } from 'node:os';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { atEnd, cli, kill, programs } from '../browser/support/programs.mjs';
import { twin } from '../browser/support/twin.mjs';
import { again, family, place } from './support/window.mjs';

const run = promisify(execFile);
const TIMES = Number(process.env.TUNG_NGO_TIMES ?? 5);
const IDLE_SECONDS = Number(process.env.TUNG_NGO_IDLE ?? 30);
/** Between two keys, in milliseconds. */
const REPEAT = 8;
/** Between two presses of F5, in milliseconds: a hand, not a flood that the program answers one by one. */
const AGAIN = 60;
/** How long after the page F5 is still pressed, in milliseconds. */
const LISTENS = 300;
/** Between two moments that are tried, in milliseconds. */
const STEP = 100;
/** How long a pressed key is waited for until it counts as lost, in milliseconds. */
const PATIENCE = 2500;

/** Nine boxes that agree with each other, different from sheet to sheet. */
function sound(n) {
  const [met, absent] = [10 + (n % 17), n % 7];
  const people = 2 * met + (n % 5);
  const smartphone = people - (n % 9);
  const before = n % 6;
  const tonight = smartphone - before - (n % 4);
  const account = before + tonight - (n % 3);
  return [met + absent, met, absent, people, smartphone, before, tonight, account, account - (n % 2)];
}

/** All sheets but the last keyed; the cursor on the second box of that one. Answers its code. */
async function keyed(call) {
  const sheets = (await call('get_status', {})).sheets.map((s) => s.code);
  const code = sheets.pop();
  const head = `Mã phiếu;${sound(0).map((_, n) => `Ô ${n + 1}`).join(';')}`;
  for (let from = 0; from < sheets.length; from += 15_000) {
    const rows = sheets.slice(from, from + 15_000).map((sheet, n) => `${sheet};${sound(from + n).join(';')}`);
    await call('import_tallies', { table: { from: 'text', text: [head, ...rows, ''].join('\n') }, dry_run: false });
  }
  await call('set_boxes', { code, boxes: [{ no: '1', value: '32' }], cursor: '2' });
  return { code, sheets: sheets.length + 1 };
}

/** The sample's 72 evenings, with a set this large for each. */
async function tenThousand(call, path) {
  await call('desk', { do: 'create', path, beginning: { from: 'sample', name: 'minh-hoa' } });
  await call('number_sheets', { evening: null, count: 99, spare: 41 });
  return keyed(call);
}

/** A merged ward for a year: 200 areas, an evening each, four teams in each evening. */
async function hundredThousand(call, path) {
  const blank = { from: 'blank', ward: 'phường Đo', starts_on: '2031-01-02', ends_on: '2031-10-28' };
  await call('desk', { do: 'create', path, beginning: blank });
  const text = `Địa bàn\n${Array.from({ length: 200 }, (_, n) => `Khu ${n + 1}\n`).join('')}`;
  await call('import_areas', { table: { from: 'text', text }, dry_run: false });
  const teams = [];
  for (const n of [1, 2, 3, 4]) teams.push(await call('add_team', { name: `Tổ ${n}` }));
  const first = Date.UTC(2031, 0, 2);
  for (const [n, area] of (await call('list_areas', {})).entries()) {
    const on = new Date(first + n * 86_400_000).toISOString().slice(0, 10);
    await call('add_visit', { area: area.id, on, teams });
  }
  await call('number_sheets', { evening: null, count: 99, spare: 27 });
  return keyed(call);
}

/** The file as it is left by the program, closed and sealed. */
async function file(t, make) {
  const { home, call, stop } = await twin(t, { now: '2024-11-30T20:00:00+07:00' });
  const path = join(home, 'văn phòng.db');
  const about = await make(call, path);
  await call('desk', { do: 'close' });
  await stop();
  return { path, ...about };
}

/** Waits for the window, and answers how the X server's keyboard presses keys into it. */
async function keyboard(env, child) {
  const find = async () => (await run('xdotool', ['search', '--onlyvisible', '--name', 'Từng Ngõ'], { env })).stdout.trim().split('\n')[0];
  let id = '';
  while (!id) {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}`);
    id = await find().catch(() => '');
  }
  const seen = performance.now();
  await run('xdotool', ['windowfocus', id], { env });
  return { seen, press: (...keys) => run('xdotool', ['key', '--delay', String(REPEAT), ...keys], { env }) };
}

/** What the log says the program did, in milliseconds after its start by our clock. */
async function steps(home, begunAt) {
  const names = { started: 'log', 'the office file is open': 'file', 'the page is loaded': 'page' };
  const logs = join(home, 'logs');
  const text = (await Promise.all((await readdir(logs)).map((name) => readFile(join(logs, name), 'utf8')))).join('');
  const found = {};
  for (const line of text.split('\n')) {
    const at = Date.parse(line.split(' ')[0]) - begunAt;
    const step = Object.keys(names).find((words) => line.includes(`: ${words}`));
    if (step && at >= -5) found[names[step]] ??= at;
  }
  return found;
}

/** F5 as soon as there is a page; one digit and Tab once `wait` has passed since the start. When it was taken, or null. */
async function keyAfter(t, { path }, wait) {
  const here = await place(t);
  const entries = `${path}.entries`;
  const before = statSync(entries).size;
  const begunAt = Date.now();
  const begun = performance.now();
  const { child, ended } = again(here, path);
  const { seen, press } = await keyboard(here.env, child);
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  // Until there is a page, and a little longer: its program begins to listen a moment after it.
  for (let until = wait; performance.now() - begun < Math.min(until, wait); ) {
    const { page } = await steps(here.home, begunAt).catch(() => ({}));
    if (page !== undefined && until === wait) until = performance.now() - begun + LISTENS;
    await press('F5');
    await pause(AGAIN);
  }
  await pause(Math.max(0, begun + wait - performance.now()));
  await press('KP_7', 'Tab');
  const pressed = performance.now();
  // Beside what was keyed the file has a line for each deed, and for where the cursor went.
  const isTaken = () => statSync(entries).size > before && readFileSync(entries).subarray(before).includes('"sheets":');
  while (!isTaken() && performance.now() < pressed + PATIENCE) await new Promise((resolve) => setTimeout(resolve, 1));
  const taken = isTaken() ? performance.now() - begun : null;
  child.kill('SIGTERM');
  await ended;
  // Ended, not closed: the next start is to find it as a day's end leaves it.
  await cli('backup', path);
  return taken === null ? null : { taken, pressed: pressed - begun, window: seen - begun, ...(await steps(here.home, begunAt)) };
}

/** The earliest moment at which a digit is taken: tried later and later from `guess` on, then halved down to a step. */
async function firstKey(t, office, guess) {
  let [lost, wait] = [0, guess];
  let first = await keyAfter(t, office, wait);
  while (first === null) {
    if (wait > 60_000) throw new Error('no key was taken within a minute');
    [lost, wait] = [wait, wait * 1.5];
    first = await keyAfter(t, office, wait);
  }
  while (wait - lost > STEP) {
    const between = (lost + wait) / 2;
    const earlier = await keyAfter(t, office, between);
    if (earlier === null) lost = between;
    else [first, wait] = [earlier, between];
  }
  return first;
}

/** Proportional set size of the program and all it has started, in megabytes, by name. */
async function memory(pid) {
  const all = {};
  for (const one of await family(pid)) {
    const rollup = await readFile(`/proc/${one}/smaps_rollup`, 'utf8').catch(() => '');
    const kilobytes = Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0);
    const name = (await readFile(`/proc/${one}/comm`, 'utf8').catch(() => '')).trim();
    all[name] = (all[name] ?? 0) + (kilobytes * 1024) / 1e6;
  }
  return all;
}

function told(what, target, times, unit = 'ms') {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  console.log(`${what.padEnd(60)} ${middle.toFixed(0).padStart(6)} ${unit}   (${sorted[0].toFixed(0)}–${sorted.at(-1).toFixed(0)})   target ${target}`);
}

async function start(t, target, make) {
  const office = await file(t, make);
  const runs = [];
  // The day's end: what the twin left is folded in and checked, as a person's first start does.
  await keyAfter(t, office, 1000);
  for (let n = 0; n < TIMES; n++) runs.push(await firstKey(t, office, runs.at(-1)?.pressed ?? 1000));
  const what = `${office.sheets.toLocaleString('en')} sheets`;
  told(`start to first key taken, ${what}`, target, runs.map((r) => r.taken));
  for (const step of ['log', 'file', 'window', 'page']) told(`  of it until: ${step}`, '–', runs.map((r) => r[step] ?? NaN));

  const here = await place(t);
  const { child } = again(here, office.path);
  atEnd(t, () => kill(child));
  await new Promise((resolve) => setTimeout(resolve, IDLE_SECONDS * 1000));
  const held = await memory(child.pid);
  const parts = Object.entries(held).map(([part, mb]) => `${part} ${mb.toFixed(0)}`).join(', ');
  console.log(`idle after ${IDLE_SECONDS} s, ${what}: ${Object.values(held).reduce((a, b) => a + b, 0).toFixed(0)} MB   target 250 MB   (${parts})`);
}

test('the program is started and touched', { timeout: 60 * 60_000 }, async (t) => {
  const [cpu] = cpus();
  console.log(`machine: ${cpu.model}, ${cpus().length} cores, ${process.platform}; Xvfb without a window manager, no graphics card`);
  for (const path of [programs.desktop, programs.cli, process.env.TUNG_NGO_DEB].filter(Boolean)) {
    if (existsSync(path)) console.log(`${basename(path).padEnd(60)} ${(statSync(path).size / 1e6).toFixed(1)} MB   target ${path.endsWith('.deb') ? '–' : '30 MB'}`);
  }
  await t.test('10,000', (each) => start(each, '1500 ms', tenThousand));
  await t.test('100,000', (each) => start(each, '2500 ms', hundredThousand));
});
