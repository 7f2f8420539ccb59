import { describe, expect, it } from 'vitest';
import { afterDigit, isCrowded, isFresh, opensAtOnce, type Typed } from './advance';
import { isBurst, isEcho, isOfBurst, paced, STILL } from './pace';

const pace = (...times: number[]) => times.reduce(paced, STILL);
/** Two digits by hand. */
const HAND = pace(1000, 1120);
const SCANNER = pace(1000, 1008);
const full: Typed = { digits: '32', width: 2, fresh: true, editing: false, crowded: false, pace: HAND };

describe('the cursor moves on by itself', () => {
  it('with the digit that fills the box, and not before', () => {
    expect(afterDigit(full)).toBe('advance');
    expect(afterDigit({ ...full, digits: '3', pace: pace(1000) })).toBe('stay');
    expect(afterDigit({ ...full, digits: '321' })).toBe('stay');
    expect(afterDigit({ ...full, digits: '321', width: 3, pace: pace(0, 90, 200) })).toBe('advance');
  });

  it('never where the form says no width, while a number is edited, or after the number was changed', () => {
    for (const not of [{ width: null }, { editing: true }, { fresh: false }]) {
      expect(afterDigit({ ...full, ...not })).toBe('stay');
    }
  });

  it('nor once an earlier box of the sheet is wider than the paper', () => {
    expect(afterDigit({ ...full, crowded: true })).toBe('stay');
    const sheet = ['112', '27', '', ''].map((typed) => ({ typed, width: 2 }));
    expect([0, 1, 3].map((at) => isCrowded(sheet, at))).toEqual([false, true, true]);
    expect(isCrowded([{ typed: '112', width: null }, { typed: '', width: 2 }], 1)).toBe(false);
  });

  it('waits for the next key where a scanner may be typing, also after a lone digit', () => {
    expect(afterDigit({ ...full, pace: SCANNER })).toBe('wait');
    expect(afterDigit({ ...full, digits: '3', width: 1, pace: pace(1000) })).toBe('wait');
  });
});

describe('a number typed now', () => {
  const change = { before: '', after: '3', typed: true, atEnd: true };

  it('begins in an empty or selected box and grows at its end', () => {
    expect(isFresh(false, change)).toBe(true);
    expect(isFresh(false, { ...change, before: '27' })).toBe(true);
    expect(isFresh(true, { ...change, before: '3', after: '32' })).toBe(true);
  });

  it('is none when it is mended, pasted or typed into', () => {
    expect(isFresh(false, { ...change, before: '3', after: '32' })).toBe(false);
    expect(isFresh(true, { ...change, before: '3', after: '32', typed: false })).toBe(false);
    expect(isFresh(true, { ...change, before: '3', after: '13', atEnd: false })).toBe(false);
    expect(isFresh(false, { ...change, before: '3', after: '', typed: false })).toBe(true);
  });
});

describe('a scanner is told by its pace', () => {
  it('all of it is quick, a hand pauses at least once', () => {
    expect(isBurst(pace(0, 8, 24, 31, 47))).toBe(true);
    expect(isBurst(pace(0, 8, 24, 140, 150))).toBe(false);
    expect(isBurst(STILL)).toBe(true);
    expect([1058, 1180].map((when) => isOfBurst(SCANNER, when))).toEqual([true, false]);
    expect(isOfBurst(STILL, 5)).toBe(false);
  });

  it('a code by hand opens at its seventh digit, a scan when it is whole', () => {
    expect(opensAtOnce('482193', HAND)).toBe(false);
    expect(opensAtOnce('4821937', HAND)).toBe(true);
    expect(opensAtOnce('4821937', SCANNER)).toBe(false);
    expect(opensAtOnce('4'.repeat(49), SCANNER)).toBe(false);
    expect(opensAtOnce('4'.repeat(50), SCANNER)).toBe(true);
  });

  it('an Enter of the same movement is its echo', () => {
    expect([1010, 1300, 1600].map((when) => isEcho(1000, when))).toEqual([true, true, false]);
    expect(isEcho(1000, undefined)).toBe(false);
  });
});
