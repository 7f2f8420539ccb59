import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Api, DeskState } from '../api/client';
import { overview } from '../testing/rows';
import { Scripted } from '../testing/scripted';
import { Session } from './session.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function signedIn() {
  const client = new Scripted({ get_overview: () => overview });
  const session = new Session(client as unknown as Api);
  session.desk = { who: {} } as DeskState;
  return { client, session, reads: () => client.requests('get_overview').length };
}

it('boxes keyed one after another are counted once, when the hand rests', () => {
  const { client, reads } = signedIn();
  for (let box = 0; box < 20; box++) {
    client.changed('tally');
    vi.advanceTimersByTime(400);
  }
  expect(reads()).toBe(0);
  vi.advanceTimersByTime(1500);
  expect(reads()).toBe(1);
});

it('a sheet that takes a step is counted at once, and nobody signed in is asked about', () => {
  const { client, session, reads } = signedIn();
  client.changed('sheet');
  expect(reads()).toBe(1);
  session.desk = { who: null } as DeskState;
  client.changed('tally');
  vi.advanceTimersByTime(5000);
  expect(reads()).toBe(1);
});

it('what is read again by itself holds nobody up, what somebody asked for does', async () => {
  const { client, session } = signedIn();
  const answers: (() => void)[] = [];
  const api = Object.assign(client as unknown as Api, { desk: () => new Promise<DeskState>((go) => answers.push(() => go({ who: null } as DeskState))) });
  expect(api).toBe(client);
  const [asked, unasked] = [session.signOut(), session.reload()];
  answers[1]?.();
  await unasked;
  expect(session.busy).toBe(true);
  answers[0]?.();
  await asked;
  expect(session.busy).toBe(false);
  const again = session.reload();
  expect(session.busy).toBe(false);
  answers[2]?.();
  await again;
});
