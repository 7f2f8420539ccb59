import { expect, it } from 'vitest';
import file from '../../../../assets/licences/third-party.txt?raw';
import { found, licencesOf, textOf } from './licences';

// The very file that is shipped: what `cargo xtask licences` writes is what the window reads.
const shipped = licencesOf(file);

it('every component of the shipped list has the words of its licence', () => {
  expect(shipped.components.length).toBeGreaterThan(100);
  for (const component of shipped.components) {
    expect(component.texts.length, component.name).toBeGreaterThan(0);
    for (const n of component.texts) expect(shipped.texts.get(n)?.length ?? 0, `${component.name} [${String(n)}]`).toBeGreaterThan(100);
  }
});

it('no line of the list is passed over', () => {
  const lines = file.slice(0, file.indexOf('-'.repeat(80))).split('\n').filter((line) => line.includes(' – ') && line.endsWith(']'));
  expect(shipped.components.length).toBe(lines.length);
});

it('is looked through by name and by licence', () => {
  const names = found(shipped.components, 'be vietnam').map((c) => c.name);
  expect(names).toContain('Be Vietnam Pro');
  expect(found(shipped.components, 'ofl').every((c) => c.licence.includes('OFL'))).toBe(true);
  expect(found(shipped.components, 'không có đâu')).toEqual([]);
  const font = shipped.components.find((c) => c.name === 'Be Vietnam Pro');
  expect(font && textOf(shipped, font)).toContain('SIL OPEN FONT LICENSE');
});

it('a name with spaces, several texts, and a text with rules of its own', () => {
  const rule = '-'.repeat(80);
  const read = licencesOf(`head\n\nRust standard library 1.95.0 – MIT OR Apache-2.0 [5, 12]\n\n${rule}\n[5]\n\nfirst\n${'-'.repeat(59)}\nits rule\n\n${rule}\n[12]\n\nsecond\n`);
  expect(read.components).toEqual([{ name: 'Rust standard library', version: '1.95.0', licence: 'MIT OR Apache-2.0', texts: [5, 12] }]);
  expect(read.components.map((c) => textOf(read, c))).toEqual([`first\n${'-'.repeat(59)}\nits rule\n\nsecond`]);
});
