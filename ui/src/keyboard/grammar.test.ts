import { describe, expect, it } from 'vitest';
import {
  blanksFrom,
  digitsOf,
  intentOf,
  isScan,
  resumeAt,
  stopAfter,
  stopBefore,
  tidied,
  type BoxAt,
  type KeyStroke,
} from './grammar';

const key = (key: string, more: Partial<KeyStroke> = {}): KeyStroke => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
});
const EMPTY: BoxAt = { empty: true, editing: false };
const FULL: BoxAt = { empty: false, editing: false };

describe('what a key means in a box', () => {
  it('Enter of both kinds, Tab and the numpad signs move and never submit', () => {
    for (const k of [key('Enter'), key('Enter', { code: 'NumpadEnter' }), key('Tab'), key('ArrowDown'), key('+')]) {
      expect(intentOf(k, FULL)).toBe('next');
    }
    for (const k of [key('Enter', { shiftKey: true }), key('Tab', { shiftKey: true }), key('ArrowUp'), key('-')]) {
      expect(intentOf(k, FULL)).toBe('back');
    }
  });

  it('Shift Tab before the first box leaves the sheet, any other key back stays in it', () => {
    const first = { ...FULL, first: true };
    expect(intentOf(key('Tab', { shiftKey: true }), first)).toBe('leave');
    expect(intentOf(key('Tab'), first)).toBe('next');
    for (const k of [key('Enter', { shiftKey: true }), key('ArrowUp'), key('-')]) expect(intentOf(k, first)).toBe('back');
  });

  it('digits are typed, letters are refused, named keys are left to others', () => {
    for (const d of '0123456789') expect(intentOf(key(d), EMPTY)).toBe('type');
    for (const c of ['a', 'đ', 'w', ' ', '/', '=']) expect(intentOf(key(c), EMPTY)).toBe('refuse');
    for (const k of ['F5', 'F8', 'PageDown', 'Shift', 'Control']) expect(intentOf(key(k), EMPTY)).toBe('leave');
    for (const k of ['Backspace', 'Delete', 'Home', 'End']) expect(intentOf(key(k), FULL)).toBe('type');
  });

  it('the point, also the comma of a Vietnamese numpad, is zero in an empty box only', () => {
    for (const k of ['.', ',']) {
      expect(intentOf(key(k), EMPTY)).toBe('zero');
      expect(intentOf(key(k), FULL)).toBe('refuse');
    }
  });

  it('the star fills, F2 edits, Escape restores, Ctrl+Z steps back, Ctrl+S does no harm', () => {
    expect(intentOf(key('*'), FULL)).toBe('zero_rest');
    expect(intentOf(key('F2'), FULL)).toBe('edit');
    expect(intentOf(key('Escape'), FULL)).toBe('restore');
    expect(intentOf(key('z', { ctrlKey: true }), FULL)).toBe('undo');
    expect(intentOf(key('Z', { metaKey: true }), FULL)).toBe('undo');
    expect(intentOf(key('s', { ctrlKey: true }), FULL)).toBe('save');
    expect(intentOf(key('v', { ctrlKey: true }), FULL)).toBe('type');
    expect(intentOf(key('k', { ctrlKey: true }), FULL)).toBe('leave');
    expect(intentOf(key('5', { altKey: true }), FULL)).toBe('leave');
  });

  it('arrows move between boxes, and inside the number while it is edited', () => {
    expect(intentOf(key('ArrowLeft'), FULL)).toBe('back');
    expect(intentOf(key('ArrowRight'), FULL)).toBe('next');
    expect(intentOf(key('ArrowLeft'), { empty: false, editing: true })).toBe('type');
  });

  it('Backspace in the box the cursor came to by itself goes back into the one just left', () => {
    expect(intentOf(key('Backspace'), { ...EMPTY, leftBox: true })).toBe('rejoin');
    expect(intentOf(key('Backspace'), EMPTY)).toBe('type');
  });

  it('an Enter that belongs to the digit which moved the cursor moves it no further', () => {
    const arrived = { ...EMPTY, arrived: 1000 };
    expect(intentOf(key('Enter', { timeStamp: 1200 }), arrived)).toBe('echo');
    expect(intentOf(key('Enter', { timeStamp: 1900 }), arrived)).toBe('next');
    expect(intentOf(key('Enter', { timeStamp: 1200, shiftKey: true }), arrived)).toBe('back');
    expect(intentOf(key('Tab', { timeStamp: 1200 }), arrived)).toBe('next');
    expect(intentOf(key('Enter', { timeStamp: 1200 }), EMPTY)).toBe('next');
  });

  it('the stroke walks through boxes in doubt, and is nothing elsewhere', () => {
    expect(intentOf(key('/'), { ...FULL, doubted: true })).toBe('candidate');
    expect(intentOf(key('/'), FULL)).toBe('refuse');
  });

  it('nothing acts while an input method composes', () => {
    expect(intentOf(key('Enter', { isComposing: true }), FULL)).toBe('type');
    expect(intentOf(key('Enter', { keyCode: 229 }), FULL)).toBe('type');
    expect(intentOf(key('Process'), FULL)).toBe('type');
  });
});

describe('where the cursor goes', () => {
  it('from box to box, then to the code of the next sheet', () => {
    expect([0, 7, 8].map((at) => stopAfter(at, 9))).toEqual([1, 8, 'code']);
    expect([8, 1, 0].map(stopBefore)).toEqual([7, 0, 0]);
  });

  it('a sheet is taken up at its first blank box', () => {
    expect(resumeAt(['1', '0', null, '4', null])).toBe(2);
    expect(resumeAt(['1', '0'])).toBe(0);
  });

  it('zero goes into blank boxes from here on, never over a number nor backwards', () => {
    expect(blanksFrom(['', '2', '', '0', '', ''], 2)).toEqual([2, 4, 5]);
    expect(blanksFrom(['1', '2'], 0)).toEqual([]);
  });
});

describe('what digits are', () => {
  it('seven digits or a QR are a sheet, no count', () => {
    expect(isScan('4821937')).toBe(true);
    expect(isScan('4'.repeat(50))).toBe(true);
    for (const text of ['', '99999', '123456', '48219370', '482193a']) expect(isScan(text)).toBe(false);
  });

  it('hyphens and spaces of a code do not count', () => {
    expect(digitsOf(' 482-1937\n')).toBe('4821937');
  });

  it('leading zeros are slips', () => {
    expect(['007', '00', '0', '', '10'].map(tidied)).toEqual(['7', '0', '0', '', '10']);
  });
});
