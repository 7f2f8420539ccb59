import { describe, expect, it } from 'vitest';
import { nextRow, placeAfter, rowBefore, wayOf, type Field } from './cells';
import type { KeyStroke } from './grammar';

const key = (key: string, more: Partial<KeyStroke> = {}): KeyStroke => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
});

/** Five rows of three columns; row 1 is locked, row 3 was printed without the last column. */
const field: Field = {
  rows: 5,
  columns: 3,
  page: 2,
  has: ({ row, column }) => row !== 1 && !(row === 3 && column === 2),
};
const after = (row: number, column: number, way: Parameters<typeof placeAfter>[1]) => {
  const place = placeAfter({ row, column }, way, field);
  return [place.row, place.column];
};

describe('a grid by its keys', () => {
  it('arrows and pages keep the column, pass what is closed and stop at the ends', () => {
    expect(after(0, 1, 'down')).toEqual([2, 1]);
    expect(after(2, 1, 'up')).toEqual([0, 1]);
    expect(after(2, 2, 'down')).toEqual([4, 2]);
    expect(after(4, 2, 'down')).toEqual([4, 2]);
    expect(after(0, 0, 'up')).toEqual([0, 0]);
    expect(after(0, 0, 'page_down')).toEqual([2, 0]);
    expect(after(4, 2, 'page_up')).toEqual([2, 2]);
    expect(after(3, 0, 'page_down')).toEqual([4, 0]);
  });

  it('Home and End go along the row, with Ctrl through the grid', () => {
    expect(after(3, 0, 'row_end')).toEqual([3, 1]);
    expect(after(3, 1, 'row_start')).toEqual([3, 0]);
    expect(after(2, 1, 'last')).toEqual([4, 2]);
    expect(after(2, 1, 'first')).toEqual([0, 0]);
  });

  it('a row left at its end leads to the next one that may be keyed', () => {
    expect(nextRow(0, field)).toEqual({ row: 2, column: 0 });
    expect(nextRow(4, field)).toBeNull();
    expect(rowBefore(4, field)).toEqual({ row: 3, column: 1 });
    expect(rowBefore(2, field)).toEqual({ row: 0, column: 2 });
    expect(rowBefore(0, field)).toBeNull();
  });

  it('only keys that differ from those of a sheet are its own, and none inside a number', () => {
    expect(wayOf(key('ArrowDown'), false)).toBe('down');
    expect(wayOf(key('Home', { ctrlKey: true }), false)).toBe('first');
    for (const k of ['Enter', 'Tab', 'ArrowLeft', '5', '+']) expect(wayOf(key(k), false)).toBeNull();
    expect(wayOf(key('Home'), true)).toBeNull();
    expect(wayOf(key('ArrowDown', { shiftKey: true }), false)).toBeNull();
  });
});
