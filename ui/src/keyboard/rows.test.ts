import { describe, expect, it } from 'vitest';
import { rowAfter, stepOf } from './rows';

describe('keys that go through a list', () => {
  it('arrows go by one everywhere', () => {
    expect(['ArrowDown', 'ArrowUp'].map((key) => stepOf(key))).toEqual([1, -1]);
    expect(['ArrowDown', 'ArrowUp'].map((key) => stepOf(key, 12))).toEqual([1, -1]);
  });

  it('pages and ends are keys only of a list that has pages', () => {
    const keys = ['PageDown', 'PageUp', 'Home', 'End'];
    expect(keys.map((key) => stepOf(key))).toEqual([0, 0, 0, 0]);
    expect(keys.map((key) => stepOf(key, 12))).toEqual([12, -12, -Infinity, Infinity]);
  });

  it('any other key goes nowhere', () => {
    expect(['ArrowLeft', 'ArrowRight', 'Enter', 'a', ' '].map((key) => stepOf(key, 12))).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('the row a step leads to', () => {
  const rows = ['a', 'b', 'c', 'd'];
  const from = (here: string, step: number) => rowAfter(rows, (row) => row === here, step);

  it('is the next or the previous one', () => {
    expect(from('b', 1)).toBe('c');
    expect(from('b', -1)).toBe('a');
  });

  it('stays within the list', () => {
    expect([from('d', 1), from('a', -1), from('c', 12), from('c', -12)]).toEqual(['d', 'a', 'd', 'a']);
    expect([from('b', Infinity), from('c', -Infinity)]).toEqual(['d', 'a']);
  });

  it('from nowhere is the first, or the last if asked so', () => {
    expect(from('gone', 1)).toBe('a');
    expect(from('gone', -1)).toBe('a');
    expect(rowAfter(rows, () => false, -1, 'last')).toBe('d');
  });

  it('of an empty list is none', () => {
    expect(rowAfter([], () => true, 1)).toBeUndefined();
    expect(rowAfter([], () => true, -1, 'last')).toBeUndefined();
  });
});
