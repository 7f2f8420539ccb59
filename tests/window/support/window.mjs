// The built program in a window of its own, on a screen nobody sees.

import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { address, atEnd, cli, environment, folder, kill, out, programs } from '../../browser/support/programs.mjs';
import { drive, until } from './webdriver.mjs';

/** A screen as large as the office's usual one; it goes when the test ends. */
async function screen(t) {
  const { child, first } = address('/usr/bin/Xvfb', ['-displayfd', '1', '-screen', '0', '1366x768x24', '-nolisten', 'tcp'], { env: environment() });
  atEnd(t, () => kill(child));
  return `:${await first}`;
}

/** A session bus, by which a second start finds the first. */
async function bus(t) {
  const { child, first } = address('/usr/bin/dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address=1'], { env: environment() });
  atEnd(t, () => kill(child));
  return first;
}

/** Where a test's program lives: screen, folder, and with a bus if other starts are to find it. */
export async function place(t, { withBus = false } = {}) {
  const home = await folder(t);
  const env = environment({
    DISPLAY: await screen(t),
    GDK_BACKEND: 'x11',
    // There is no accessibility bus and no desktop here; GTK would wait for them.
    NO_AT_BRIDGE: '1',
    GTK_USE_PORTAL: '0',
    DBUS_SESSION_BUS_ADDRESS: withBus ? await bus(t) : 'disabled:',
    LANG: 'C.UTF-8',
    TUNG_NGO_HOME: home,
  });
  delete env.WAYLAND_DISPLAY;
  return { home, env };
}

/** Opens the window; with the driver it can be asked and typed into. */
export async function start(t, { env }, ...args) {
  const window = await drive(programs.desktop, programs.webdriver, { args, env });
  atEnd(t, async () => {
    await window.close().catch(() => undefined);
    await kill(window.driver);
  });
  return window;
}

/** Whether a process runs; one that has ended may stay in the list until somebody asks for its end. */
function runs(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat[stat.lastIndexOf(')') + 2] !== 'Z';
  } catch {
    return false;
  }
}

/** Opens a program that lies elsewhere, as one that was installed; `end` ends it and waits until it has let go of its files. */
export async function open(t, program, env, ...args) {
  const window = await drive(program, programs.webdriver, { args, env });
  const end = async () => {
    const pids = await family(window.driver.pid);
    await window.close().catch(() => undefined);
    await kill(window.driver);
    for (const pid of pids.filter(runs)) process.kill(pid, 'SIGKILL');
    await until(() => !pids.some(runs), 'the end of the program');
  };
  atEnd(t, end);
  return { window, end };
}

/** An office file made from a sample, with numbered sheets; their codes. */
export async function office(home, name = 'văn phòng.db', sample = 'ha-cau-2024') {
  const file = join(home, name);
  await cli('new', file, '--sample', sample);
  await cli('sheets', file, '-o', join(home, 'phiếu.pdf'));
  const { sheets } = JSON.parse(await cli('status', file, '--json'));
  return { file, codes: sheets.filter((s) => s.date !== null).map((s) => s.code) };
}

/** Starts the program without a driver; resolves with its exit code. */
export function again({ env }, ...args) {
  const child = spawn(programs.desktop, args, { env, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
  return { child, ended };
}

/** Process ids of a process and all it has started. */
export async function family(pid) {
  const parents = new Map();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    // The name in brackets may hold spaces.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    parents.set(Number(name), parent);
  }
  const all = [pid];
  for (const one of all) for (const [child, parent] of parents) if (parent === one) all.push(child);
  return all;
}

/** The program's own process, which the driver has started. */
export async function processOf(window) {
  for (const pid of await family(window.driver.pid)) {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (line.split('\0')[0] === programs.desktop) return pid;
  }
  throw new Error('the program does not run');
}

/** A picture for a person to look at; not compared. */
export async function picture(window, name) {
  await mkdir(join(out, 'window'), { recursive: true });
  await writeFile(join(out, 'window', `${name}.png`), await window.screenshot());
}
