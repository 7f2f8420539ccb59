import { afterEach, beforeEach, expect, it, vi as clock } from 'vitest';
import { Unanswered } from './unanswered.svelte';

beforeEach(() => void clock.useFakeTimers());
afterEach(() => void clock.useRealTimers());

it('a screen says that it waits only after a moment, and until the last answer', async () => {
  const unanswered = new Unanswered();
  let answer: (value: number) => void = () => undefined;
  let refuse: (error: Error) => void = () => undefined;
  const one = unanswered.watch(new Promise<number>((done) => (answer = done)));
  const other = unanswered.watch(new Promise<number>((_, fail) => (refuse = fail)));
  await unanswered.watch(Promise.resolve());
  clock.advanceTimersByTime(500);
  expect(unanswered.long).toBe(false);
  clock.advanceTimersByTime(500);
  expect(unanswered.long).toBe(true);
  answer(5);
  expect(await one).toBe(5);
  expect(unanswered.long).toBe(true);
  refuse(new Error('refused'));
  await expect(other).rejects.toThrow('refused');
  expect(unanswered.long).toBe(false);
});
