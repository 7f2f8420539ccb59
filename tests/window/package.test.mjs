// The package as somebody gets it: put into an empty root, the program starts from there and the system knows its file;
// put over an older one and removed, it leaves what the office has made.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { environment, folder } from '../browser/support/programs.mjs';
import { open, picture, place } from './support/window.mjs';

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
  await emptyList(root);
  await dpkg(root, '--install', DEB);
  assert.equal((await known(root)).split(' ', 3).join(' '), 'install ok installed');
  return root;
}

/** Debian's list of packages, without any. */
async function emptyList(root) {
  const data = join(root, 'var/lib/dpkg');
  for (const part of ['info', 'updates', 'triggers']) await mkdir(join(data, part), { recursive: true });
  await writeFile(join(data, 'status'), '');
}

/** The root holds nothing else: neither the libraries the package asks for, nor a shell for its script. */
function dpkg(root, ...words) {
  return run('dpkg', [`--root=${root}`, '--force-depends', '--force-script-chrootless', ...words], { env: environment({ LC_ALL: 'C' }) });
}

/** What Debian's list says of the package: its state and version. */
async function known(root) {
  const list = ['--show', '--showformat=${Status} ${Version}', 'tung-ngo'];
  return (await run('dpkg-query', [`--admindir=${join(root, 'var/lib/dpkg')}`, ...list])).stdout;
}

/** The same package, said to be of another version. */
async function versioned(t, version) {
  const parts = join(await folder(t), 'parts');
  await run('dpkg-deb', ['--raw-extract', DEB, parts]);
  const control = join(parts, 'DEBIAN/control');
  const text = await readFile(control, 'utf8');
  const [, own] = /^Version: (.+)$/m.exec(text);
  await writeFile(control, text.replace(/^Version: .+$/m, `Version: ${version}`));
  const made = `${parts}.deb`;
  await run('dpkg-deb', ['-Znone', '--build', parts, made]);
  await rm(parts, { recursive: true });
  return { made, own };
}

/** The window of the installed program. */
const opened = (t, root, env, ...args) => open(t, join(root, 'usr/bin/tung-ngo-desktop'), env, ...args);

test('installed into an empty root, both programs start from there', { skip: !DEB && 'cargo xtask test window makes the package' }, async (t) => {
  const root = await installed(t);
  const here = await place(t);
  const file = join(here.home, 'văn phòng.db');
  await run(join(root, 'usr/bin/tung-ngo'), ['new', file, '--sample', 'ha-cau-2024'], { env: environment() });

  const { window } = await opened(t, root, here.env, file);
  await window.sees('UBND phường Hà Cầu');
  assert.match(await window.title(), /Từng Ngõ$/);
  await picture(window, 'installed');
});

const UPGRADE = !DEB ? 'cargo xtask test window makes the package' : process.getuid() !== 0 && 'only root puts one package over another';

test('put over an older one it keeps file and settings, an older one is refused, removed it leaves both', { skip: UPGRADE }, async (t) => {
  const { made: older, own } = await versioned(t, '0.0.1');
  const root = await folder(t);
  await emptyList(root);
  await dpkg(root, '--install', older);
  assert.equal(await known(root), 'install ok installed 0.0.1');
  const here = await place(t);
  const file = join(here.home, 'văn phòng.db');
  await run(join(root, 'usr/bin/tung-ngo'), ['new', file, '--sample', 'ha-cau-2024'], { env: environment() });
  const before = await opened(t, root, here.env, file);
  await before.window.sees('UBND phường Hà Cầu');
  await before.end();

  await dpkg(root, '--install', DEB);
  assert.equal(await known(root), `install ok installed ${own}`);
  // Which file was open last is among the settings.
  const after = await opened(t, root, here.env);
  await after.window.sees('UBND phường Hà Cầu');
  await after.end();

  await assert.rejects(dpkg(root, '--install', older), /Bản cũ \(0\.0\.1\) không được cài đè lên bản mới/);
  assert.equal(await known(root), `install ok installed ${own}`);
  await run(join(root, 'usr/bin/tung-ngo'), ['status', file], { env: environment() });
  // Whoever gets round that with a file of a later version is told by the program itself.
  const later = join(here.home, 'bản sau.db');
  await copyFile(file, later);
  await run('sqlite3', [later, 'PRAGMA user_version = 99']);
  const refused = await opened(t, root, here.env, later);
  await refused.window.sees('“bản sau.db” do phiên bản Từng Ngõ mới hơn tạo ra');
  await picture(refused.window, 'newer-file');
  await refused.end();

  await dpkg(root, '--purge', 'tung-ngo');
  await assert.rejects(readFile(join(root, 'usr/bin/tung-ngo')), { code: 'ENOENT' });
  assert.ok((await readFile(file)).length > 0);
  assert.match(await readFile(join(here.home, 'settings/recent.json'), 'utf8'), /văn phòng\.db/);
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
