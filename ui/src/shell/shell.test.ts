import { describe, expect, it } from 'vitest';
import type { Hit } from '../api/client';
import { gate, noAnswer, Scripted } from '../testing/scripted';
import { Finder } from './palette.svelte';
import { hrefOf, parseHash, SCREENS } from './route.svelte';

const hit = (title: string): Hit => ({ kind: 'area', title, detail: '', target: '1' });

describe('finding', () => {
  it('screens are found without marks, before what the office has', async () => {
    const finder = new Finder(new Scripted({ search: () => [hit('Lịch Đợi')] }), SCREENS);
    await finder.type('lich');
    expect(finder.found.map((f) => f.title)).toEqual(['Lịch', 'Lịch Đợi']);
    finder.move(-1);
    expect(finder.at).toBe(1);
    finder.move(1);
    expect(finder.at).toBe(0);
  });

  it('a late answer to an earlier question is not shown', async () => {
    const slow = gate();
    const finder = new Finder(
      new Scripted({
        search: async ({ query }) => {
          if (query === 'a') await slow.passed;
          return [hit(query)];
        },
      }),
      [],
    );
    const first = finder.type('a');
    await finder.type('ab');
    slow.open();
    await first;
    expect(finder.found.map((f) => f.title)).toEqual(['ab']);
  });

  it('a dead wire is told in words, screens stay', async () => {
    const finder = new Finder(
      new Scripted({
        search: () => {
          throw noAnswer();
        },
      }),
      SCREENS,
    );
    await finder.type('bao cao');
    expect(finder.error).not.toBe('');
    expect(finder.found.map((f) => f.screen)).toEqual(['report']);
  });
});

describe('addresses', () => {
  it('read back what they say', () => {
    for (const screen of SCREENS) expect(parseHash(hrefOf(screen, '482-1937'))).toEqual({ screen, target: '482-1937' });
    expect(parseHash('')).toEqual({ screen: null, target: null });
    expect(parseHash('#/khong-co')).toEqual({ screen: null, target: null });
  });
});
