import { beforeEach, expect, it } from 'vitest';
import { isPutAway, putAway } from './putaway';

beforeEach(() => localStorage.clear());

it('the steps are put away for one file and not for another', () => {
  putAway('/a.db');
  expect([isPutAway('/a.db'), isPutAway('/b.db')]).toEqual([true, false]);
});

it('of many files the latest are remembered, each once', () => {
  for (let n = 0; n < 25; n++) putAway(`/${String(n)}.db`);
  putAway('/24.db');
  expect([isPutAway('/4.db'), isPutAway('/5.db'), isPutAway('/24.db')]).toEqual([false, true, true]);
});

it.each(['', '{', 'null', '7', '[7, null]'])('what stands there otherwise (%s) puts nothing away and is written over', (text) => {
  localStorage.setItem('first-steps-away', text);
  expect(isPutAway('/a.db')).toBe(false);
  putAway('/a.db');
  expect(isPutAway('/a.db')).toBe(true);
});
