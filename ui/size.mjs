/**
 * `npm run size`: what the window loads before its first screen takes a key, as it would be sent, file by file; ends
 * with 1 if that is more than it may be. Built anew from the sources, into memory.
 */
import { Buffer } from 'node:buffer';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/** Bytes, compressed; fonts apart, which are compressed in themselves. */
const MOST = 250_000;

/** Files that are fetched at once though nothing imports them statically: the door to the program, the first screen. */
const AT_ONCE = ['src/host/tauri.ts', 'src/features/today/TodayScreen.svelte'];

const { output } = await build({ logLevel: 'silent', build: { write: false } });
const files = new Map(output.map((file) => [file.fileName, file]));
const sources = (chunk) => Object.keys(chunk.modules);
const chunks = output.filter(({ type }) => type === 'chunk');

/** A chunk, what it imports and the styles of all of them. */
function reach(name, into) {
  const chunk = files.get(name);
  if (!chunk || into.has(name)) return;
  into.add(name);
  for (const other of chunk.imports ?? []) reach(other, into);
  for (const style of chunk.viteMetadata?.importedCss ?? []) into.add(style);
}

const bytesOf = (name) => {
  const file = files.get(name);
  return Buffer.from(file.type === 'chunk' ? file.code : file.source);
};

const first = new Set(['index.html']);
for (const chunk of chunks.filter(({ isEntry }) => isEntry)) reach(chunk.fileName, first);
for (const source of AT_ONCE) {
  const chunk = chunks.find((c) => sources(c).some((id) => id.endsWith(`/${source}`)));
  if (!chunk) throw new Error(`${source} is in no chunk: has it another name now?`);
  reach(chunk.fileName, first);
}
const fonts = [...files.keys()].filter((name) => /\.woff2?$/.test(name));

const say = (line = '') => process.stdout.write(`${line}\n`);
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const row = (name, raw, sent) => say(`${name.padEnd(56)} ${raw.padStart(11)} ${sent.padStart(11)}`);
const weighed = (names) =>
  names.map((name) => ({ name, raw: bytesOf(name).length, sent: gzipSync(bytesOf(name), { level: 9 }).length })).sort((a, b) => b.sent - a.sent);
const sum = (rows) => rows.reduce((total, { sent }) => total + sent, 0);
function table(title, rows) {
  say();
  row(title, 'bytes', 'gzip');
  for (const { name, raw, sent } of rows) row(`  ${name.replace('assets/', '')}`, kB(raw), kB(sent));
  row('  together', '', kB(sum(rows)));
}

const before = weighed([...first]);
const faces = weighed(fonts);
const later = weighed([...files.keys()].filter((name) => !first.has(name) && !fonts.includes(name)));
table('later, when it is gone to or nothing else is to do', later);
table('fonts, each when a letter of it is shown', faces);
table('before the first screen takes a key', before);
const sent = sum(before);
say(`\nfirst load: ${kB(sent)} of ${kB(MOST)}, with the fonts ${kB(sent + sum(faces))}`);
if (sent > MOST) {
  say('That is too much: what only some screens need has to come with them.');
  process.exitCode = 1;
}
