/** Rules of the house that no compiler keeps. */

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';

const SRC = join(import.meta.dirname);

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : [path];
  });
}

const all = files(SRC)
  .map((path) => ({ path: relative(SRC, path), text: readFileSync(path, 'utf8') }))
  .filter(({ path }) => /\.(ts|svelte)$/.test(path) && !path.endsWith('.test.ts') && !path.startsWith('api/generated'));

/** Letters that only Vietnamese has among the languages we write in. */
const VIETNAMESE = /[ăâđêôơưĂÂĐÊÔƠƯ\u00c0-\u00c3\u00c8-\u00ca\u00cc\u00cd\u00d2-\u00d5\u00d9\u00da\u00dd\u00e0-\u00e3\u00e8-\u00ea\u00ec\u00ed\u00f2-\u00f5\u00f9\u00fa\u00fd\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/;

it('finds what it looks at', () => {
  expect(all.length).toBeGreaterThan(60);
});

it('Vietnamese stands in src/text alone', () => {
  const found = all.flatMap(({ path, text }) =>
    // Offices for tests speak as offices do; they are in no other file (below).
    path.startsWith('text/') || path.startsWith('testing/')
      ? []
      : text
          // What a comment quotes is for us, not for the screen.
          .replace(/\/\*[\s\S]*?\*\//g, '')
          .replace(/<!--[\s\S]*?-->/g, '')
          .split('\n')
          .filter((line) => VIETNAMESE.test(line.replace(/\/\/.*$/, '')))
          .map((line) => `${path}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});

it('every text is composed', () => {
  expect(all.filter(({ text }) => text.normalize('NFC') !== text).map(({ path }) => path)).toEqual([]);
});

it('only the host knows Tauri, and nobody keeps state in a module of the kit but looks and toasts', () => {
  const tauri = all.filter(({ path, text }) => !path.startsWith('host/') && /@tauri-apps|__TAURI/.test(text));
  expect(tauri.map(({ path }) => path)).toEqual([]);
});

it('nothing is fetched from elsewhere, and nothing is inserted as HTML', () => {
  const bad = all.filter(({ text }) => /https?:\/\/(?!www\.w3\.org)|\{@html|innerHTML|\beval\(/.test(text));
  expect(bad.map(({ path }) => path)).toEqual([]);
});

it('what is only for tests is in no other file', () => {
  const bad = all.filter(({ path, text }) => !path.startsWith('testing/') && text.includes('/testing/'));
  expect(bad.map(({ path }) => path)).toEqual([]);
});
