import { describe, expect, it } from 'vitest';
import type { Hit } from '../api/client';
import { gate, noAnswer, Scripted } from '../testing/scripted';
import { overview } from '../testing/rows';
import { Finder } from './palette.svelte';
import { hrefOf, parseHash, PLACES, SCREENS, WITHIN } from './route.svelte';
import { waitingOf } from './waiting';

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

  it('a part of a screen is found by its name, and so are screens the side bar does not show', async () => {
    const finder = new Finder(new Scripted({ search: () => [] }), SCREENS, PLACES);
    await finder.type('nhan phieu');
    expect(finder.found.map((f) => [f.title, f.screen, f.target])).toEqual([
      ['Nhận phiếu', 'radar', 'nhan'],
      ['Biên nhận phiếu', 'radar', 'bien-nhan'],
    ]);
    await finder.type('nhip');
    expect(finder.found.map((f) => f.screen)).toEqual(['measures']);
    await finder.type('chua ve');
    expect(finder.found.map((f) => f.screen)).toEqual(['radar']);
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

describe('side bar', () => {
  it('counts what waits, and says what it counts', () => {
    const waits = { ...overview, returned: 20, keyed: 9, late: 3, disputed: 1, queries_due: 1 };
    const read = SCREENS.flatMap((screen) => {
      const waiting = waitingOf(waits, screen);
      return waiting ? [[screen, waiting.n, waiting.words]] : [];
    });
    expect(read).toEqual([
      ['today', 4, '4 việc gấp về phiếu'],
      ['keying', 11, '11 phiếu chờ'],
      ['verify', 2, '2 chỗ chờ'],
    ]);
    for (const screen of SCREENS) expect(waitingOf(overview, screen)).toBeNull();
    expect(waitingOf(null, 'today')).toBeNull();
  });

  it('keeps the order of the product; what stands within a screen is not in it', () => {
    expect(SCREENS.filter((s) => WITHIN[s] === undefined)).toEqual([
      'today', 'plan', 'areas', 'schedule', 'teams', 'keying', 'verify', 'progress', 'papers', 'report', 'backup', 'journal', 'settings',
    ]);
  });
});
