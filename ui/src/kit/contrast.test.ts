/** Every colour that says something stands out from every ground it is put on, in light and in dark. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Color from 'colorjs.io';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'theme.css'), 'utf8');

/** The tokens of one block of the file that are colours. */
function tokens(selector: string): Record<string, string> {
  const from = css.indexOf(`${selector} {`);
  const block = css.slice(from, css.indexOf('\n}', from));
  const found = [...block.matchAll(/--([\w-]+): (#[0-9a-f]{3,8}|rgb\([^)]*\));/g)];
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, value]));
}

const LIGHT = tokens(':root');
const DARK = { ...LIGHT, ...tokens(":root[data-theme='dark']") };

const PLAIN = ['bg', 'paper', 'sunken'];
/** What is read, and the grounds it is read on. WCAG 2.2, 1.4.3: at least 4.5 to 1. */
const READ: Record<string, readonly string[]> = {
  ink: [...PLAIN, 'jade-soft', 'amber-soft', 'amber-paper', 'red-soft', 'red-paper', 'blue-soft', 'track'],
  mute: [...PLAIN, 'jade-soft', 'amber-paper', 'red-paper'],
  jade: [...PLAIN, 'jade-soft'],
  amber: [...PLAIN, 'amber-soft', 'amber-paper'],
  red: [...PLAIN, 'red-soft', 'red-paper'],
  'on-jade': ['jade', 'jade-press'],
  paper: ['ink'],
  'side-ink': ['side', 'side-on'],
  'side-mute': ['side'],
  'side-strong': ['side', 'side-on'],
};
/** What is only seen: rings, frames of fields, bars. 1.4.11: at least 3 to 1. */
const SEEN: Record<string, readonly string[]> = {
  focus: [...PLAIN, 'jade-soft', 'amber-paper', 'red-paper'],
  'field-line': PLAIN,
  jade: ['track'],
  'amber-strong': ['paper', 'track'],
  red: ['track'],
};
/** Lines and shades that say nothing by themselves. */
const QUIET = ['line', 'line-soft', 'jade-line', 'amber-line', 'red-line', 'side-line', 'focus-ring', 'shade'];

const contrast = (a: string, b: string) => new Color(a).contrast(new Color(b), 'WCAG21');

it('no colour is left out', () => {
  const named = new Set([READ, SEEN].flatMap((table) => Object.entries(table).flatMap(([colour, grounds]) => [colour, ...grounds])));
  expect(Object.keys(LIGHT).length).toBeGreaterThan(25);
  expect(Object.keys(LIGHT).filter((name) => !named.has(name) && !QUIET.includes(name))).toEqual([]);
});

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
])('%s', (_, colours) => {
  it.each([
    ['is read', READ, 4.5],
    ['is seen', SEEN, 3],
  ] as const)('what %s stands out', (_what, table, least) => {
    const faint = Object.entries(table).flatMap(([colour, grounds]) =>
      grounds.flatMap((ground) => {
        const ratio = contrast(colours[colour] ?? '', colours[ground] ?? '');
        return ratio < least ? [`${colour} on ${ground}: ${ratio.toFixed(2)}`] : [];
      }),
    );
    expect(faint).toEqual([]);
  });
});
