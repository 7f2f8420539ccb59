// Our programs, started as anybody would start them, and the office files they work on.

import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
export const out = join(root, 'tests', 'out');

const target = process.env.TARGET_DIR ?? process.env.CARGO_TARGET_DIR ?? join(root, 'target');
const built = (name) => join(target, 'debug', name);

/** `cargo xtask test` says where they are; anybody else finds them where cargo puts them. */
export const programs = {
  cli: process.env.TUNG_NGO_CLI ?? built('tung-ngo'),
  devserver: process.env.TUNG_NGO_DEVSERVER ?? built('devserver'),
  desktop: process.env.TUNG_NGO_DESKTOP ?? built('tung-ngo-desktop'),
  chromium: process.env.TUNG_NGO_CHROMIUM ?? '/usr/bin/chromium',
  webdriver: process.env.TUNG_NGO_WEBDRIVER ?? '/usr/bin/WebKitWebDriver',
};

/** Where the built UI is. */
export const ui = process.env.TUNG_NGO_UI ?? join(root, 'ui', 'dist');

/** What a person has set must not change what a test sees. */
export const environment = (more = {}) => {
  const kept = { ...process.env, TZ: 'Asia/Ho_Chi_Minh', ...more };
  for (const name of ['TUNG_NGO_PIN', 'TUNG_NGO_HOME'].filter((n) => !(n in more))) delete kept[name];
  return kept;
};

const endings = new WeakMap();

/** Does something when the test ends: what came last goes first, as page, program, folder. */
export function atEnd(t, work) {
  if (!endings.has(t)) {
    const all = [];
    endings.set(t, all);
    t.after(async () => {
      const failures = [];
      for (const ending of all.reverse()) await Promise.resolve().then(ending).catch((error) => failures.push(error));
      if (failures.length > 0) throw failures[0];
    });
  }
  endings.get(t).push(work);
}

/** A folder that goes when the test ends. */
export async function folder(t) {
  const path = await mkdtemp(join(tmpdir(), 'tung-ngo-'));
  atEnd(t, () => rm(path, { recursive: true, force: true, maxRetries: 5 }));
  return path;
}

/** The command line program: what it printed. Fails with its own words. */
export function cli(...words) {
  return new Promise((resolve, reject) => {
    execFile(programs.cli, words, { env: environment(), maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`tung-ngo ${words.join(' ')}: ${stderr || error.message}`));
      else resolve(stdout);
    });
  });
}

/** The office file as another program reads it, while ours has it open. */
export async function status(file) {
  return JSON.parse(await cli('status', file, '--json'));
}

/** Values of one sheet by printed box number, as they are on disk. */
export async function boxesOnDisk(file, code) {
  return sheetOf(await status(file), code).boxes;
}

export function sheetOf(state, code) {
  const sheet = state.sheets.find((s) => s.code === code);
  if (!sheet) throw new Error(`no sheet ${code} in the file`);
  return sheet;
}

/** Starts a program and waits until it says its address on standard output. */
export function address(command, args, options) {
  if (!existsSync(command)) throw new Error(`${command} is not built`);
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'], ...options });
  let said = '';
  child.stderr.on('data', (bytes) => (said += bytes));
  const first = new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${command} ended with ${code}: ${said}`)));
  });
  return { child, first, said: () => said };
}

/** Ends a program at once, as a power cut would, and waits until it is gone. */
export async function kill(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}
