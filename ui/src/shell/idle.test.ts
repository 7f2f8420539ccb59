import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchIdle, type Watched } from './idle';

const MINUTE = 60_000;
let stop: () => void;
let limit: number | null;
let told: number;
let locked: number;

beforeEach(() => {
  vi.useFakeTimers();
  [limit, told, locked] = [10 * MINUTE, 0, 0];
  const watched: Watched = {
    get limit() {
      return limit;
    },
    stir: () => void told++,
    lock: () => {
      locked++;
      // What the office answers: there is nothing to wait for while it is locked.
      limit = null;
    },
  };
  stop = watchIdle(watched);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

const key = () => dispatchEvent(new KeyboardEvent('keydown', { key: '5' }));

it('locks once, a little before the office would refuse', () => {
  vi.advanceTimersByTime(10 * MINUTE - 2500);
  expect(locked).toBe(0);
  vi.advanceTimersByTime(1000);
  expect(locked).toBe(1);
  vi.advanceTimersByTime(60 * MINUTE);
  expect(locked).toBe(1);
});

it('a key puts it off, and the office is told now and then, the last one too', () => {
  for (let seconds = 0; seconds < 60; seconds++) {
    key();
    vi.advanceTimersByTime(1000);
  }
  expect(told).toBeGreaterThan(8);
  expect(told).toBeLessThan(14);
  const before = told;
  key();
  vi.advanceTimersByTime(6000);
  expect(told).toBe(before + 1);
  vi.advanceTimersByTime(10 * MINUTE - 9000);
  expect(locked).toBe(0);
  vi.advanceTimersByTime(2000);
  expect(locked).toBe(1);
  expect(told).toBe(before + 1);
});

it('a computer that slept wakes locked, whatever key wakes it', () => {
  vi.setSystemTime(Date.now() + 11 * MINUTE);
  key();
  vi.advanceTimersByTime(500);
  expect(locked).toBe(1);
});

it('never locks who has no PIN, and begins anew after a lock', () => {
  limit = null;
  vi.advanceTimersByTime(600 * MINUTE);
  expect(locked).toBe(0);
  key();
  limit = 10 * MINUTE;
  vi.advanceTimersByTime(9 * MINUTE);
  expect(locked).toBe(0);
});
