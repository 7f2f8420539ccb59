// The package as somebody gets it: put into an empty root, the program starts from there and the system knows its file.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { atEnd, environment, folder, kill, programs } from '../browser/support/programs.mjs';
import { picture, place } from './support/window.mjs';
import { drive } from './support/webdriver.mjs';

const run = promisify(execFile);
const DEB = process.env.TUNG_NGO_DEB;
const KIND = 'application/vnd.tungngo.office+sqlite3';

/** Debian's own installer on a root of its own; without root's rights the files alone. */
async function installed(t) {
  const root = await folder(t);
  if (process.getuid() !== 0) {
    await run('dpkg-deb', ['--extract', DEB, root]);
    return root;
  }
  const data = join(root, 'var/lib/dpkg');
  for (const part of ['info', 'updates', 'triggers']) await mkdir(join(data, part), { recursive: true });
  await writeFile(join(data, 'status'), '');
  // The root holds nothing else, so the libraries it asks for are not in it.
  await run('dpkg', [`--root=${root}`, '--force-depends', '--install', DEB]);
  const { stdout } = await run('dpkg-query', [`--admindir=${data}`, '--show', '--showformat=${Status}', 'tung-ngo']);
  assert.equal(stdout, 'install ok installed');
  return root;
}

test('installed into an empty root, both programs start from there', { skip: !DEB && 'cargo xtask test window makes the package' }, async (t) => {
  const root = await installed(t);
  const here = await place(t);
  const file = join(here.home, 'văn phòng.db');
  await run(join(root, 'usr/bin/tung-ngo'), ['new', file, '--sample', 'ha-cau-2024'], { env: environment() });

  const window = await drive(join(root, 'usr/bin/tung-ngo-desktop'), programs.webdriver, { args: [file], env: here.env });
  atEnd(t, async () => {
    await window.close().catch(() => undefined);
    await kill(window.driver);
  });
  await window.sees('UBND phường Hà Cầu');
  assert.equal(await window.title(), 'Từng Ngõ');
  await picture(window, 'installed');
});

test('the system knows the office file by what it holds, and the program by its name', { skip: !DEB && 'cargo xtask test window makes the package' }, async (t) => {
  const root = await installed(t);
  const share = join(root, 'usr/share');
  const entry = await readFile(join(share, 'applications/tung-ngo.desktop'), 'utf8');
  const line = (key) => entry.split('\n').find((l) => l.startsWith(`${key}=`))?.slice(key.length + 1);
  assert.equal(line('Name'), 'Từng Ngõ');
  assert.match(line('Comment[vi]'), /đến từng ngõ/);
  assert.deepEqual(line('MimeType').split(';'), [KIND, '']);
  await readFile(join(root, 'usr/bin', line('Exec').split(' ')[0]));
  await readFile(join(share, 'icons/hicolor/128x128/apps', `${line('Icon')}.png`));

  await mkdir(join(share, 'mime/packages'), { recursive: true });
  await run('cp', ['/usr/share/mime/packages/freedesktop.org.xml', join(share, 'mime/packages')]);
  await run('update-mime-database', [join(share, 'mime')]);
  const home = await folder(t);
  const [ours, others] = [join(home, 'nhà.db'), join(home, 'khác.db')];
  await run(join(root, 'usr/bin/tung-ngo'), ['new', ours], { env: environment() });
  const bytes = await readFile(ours);
  // The same file as another program's: SQLite's, but without our mark.
  bytes.fill(0, 68, 72);
  await writeFile(others, bytes);
  const kind = async (path) => {
    const env = environment({ XDG_DATA_DIRS: share, XDG_DATA_HOME: home, LANG: 'C.UTF-8' });
    const { stdout } = await run('gio', ['info', '--attributes=standard::content-type', path], { env });
    return /standard::content-type: (\S+)/.exec(stdout)?.[1];
  };
  assert.equal(await kind(ours), KIND);
  assert.equal(await kind(others), 'application/vnd.sqlite3');
});

test('the package says what it needs, and brings every licence', { skip: !DEB && 'cargo xtask test window makes the package' }, async (t) => {
  const root = await installed(t);
  const { stdout: needs } = await run('dpkg-deb', ['--field', DEB, 'Depends']);
  for (const name of ['libwebkit2gtk-4.1-0', 'libgtk-3-0', 'libc6 (>= ']) assert.ok(needs.includes(name), name);
  const { stdout: words } = await run('dpkg-deb', ['--field', DEB, 'Description']);
  assert.match(words, /^Từng Ngõ: /);
  const papers = join(root, 'usr/share/doc/tung-ngo');
  assert.match(await readFile(join(papers, 'copyright'), 'utf8'), /giay-phep\.txt/);
  const licences = await readFile(join(papers, 'giay-phep.txt'), 'utf8');
  for (const part of ['tauri ', 'libsqlite3-sys ', 'svelte ', 'Liberation Serif ']) assert.ok(licences.includes(`\n${part}`), part);
});
