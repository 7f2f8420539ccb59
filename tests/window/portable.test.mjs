// Program and data on one stick: everything is written beside the program, and found again when the stick is elsewhere.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFile, link, mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { atEnd, cli, kill, programs } from '../browser/support/programs.mjs';
import { open, picture, place } from './support/window.mjs';
import { until } from './support/webdriver.mjs';

/** A stick with the program and its marker, and a computer whose user has an empty home. */
async function stick(t) {
  const { home, env } = await place(t);
  const [user, program] = [join(home, 'user'), join(home, 'E', 'Từng Ngõ')];
  await mkdir(user);
  await mkdir(program, { recursive: true });
  const own = join(program, 'tung-ngo-desktop');
  await link(programs.desktop, own).catch(() => copyFile(programs.desktop, own));
  await writeFile(join(program, 'portable.txt'), '');
  const ours = { ...env, HOME: user };
  for (const name of ['TUNG_NGO_HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME', 'XDG_DOCUMENTS_DIR']) delete ours[name];
  return { home, user, program, env: ours };
}

test('a portable copy writes beside itself alone, and opens what was open last wherever the stick is', async (t) => {
  const { home, user, program, env } = await stick(t);
  const data = join(program, 'Dữ liệu Từng Ngõ');
  const file = join(data, 'Văn phòng', 'phường Hà Cầu.db');
  await mkdir(join(data, 'Văn phòng'), { recursive: true });
  await cli('new', file, '--sample', 'ha-cau-2024');
  const { window, end } = await open(t, join(program, 'tung-ngo-desktop'), env, file);
  await window.sees('UBND phường Hà Cầu');
  await end();

  for (const part of ['settings', 'logs', 'web']) assert.ok((await readdir(join(data, part))).length > 0, part);
  // GTK and graphics drivers keep caches of their own; nothing bears our name.
  const left = await readdir(user, { recursive: true });
  assert.deepEqual(left.filter((name) => /tung|ngõ/i.test(name.normalize('NFC'))), []);

  // Tomorrow the computer calls the stick something else.
  await rename(join(home, 'E'), join(home, 'F'));
  const again = await open(t, join(home, 'F', 'Từng Ngõ', 'tung-ngo-desktop'), env);
  await again.window.sees('UBND phường Hà Cầu');
  await picture(again.window, 'portable');
});

test('a stick that takes no files is said in words', async (t) => {
  const { program, env } = await stick(t);
  // Not even root writes into a folder where a file stands.
  await writeFile(join(program, 'Dữ liệu Từng Ngõ'), '');
  const child = spawn(join(program, 'tung-ngo-desktop'), [], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  atEnd(t, () => kill(child));
  let said = '';
  child.stderr.on('data', (bytes) => (said += bytes));
  await until(() => said.includes('không ghi được vào'), 'the words', child);
  assert.ok(said.includes(join(program, 'Dữ liệu Từng Ngõ')) && said.includes('khóa ghi'), said);
});
