import { describe, expect, it } from 'vitest';
import type { ScreenName } from '../features/screen';
import { gate } from '../testing/scripted';
import { Screens, type Screen } from './coming.svelte';
import { SCREENS } from './route.svelte';
import type { SCREEN_FILES } from './screens';

const drawn = (() => ({})) as unknown as Screen;

/** Files that tell when they are asked for. */
function files(asked: ScreenName[], file: (name: ScreenName) => Promise<void> = () => Promise.resolve()) {
  const of = (name: ScreenName) => async () => {
    asked.push(name);
    await file(name);
    return { default: drawn };
  };
  return Object.fromEntries(SCREENS.map((name) => [name, of(name)])) as unknown as typeof SCREEN_FILES;
}

describe('screens on their way', () => {
  it('are not here before they came, and fetched once however often they are asked for', async () => {
    const asked: ScreenName[] = [];
    const slow = gate();
    const screens = new Screens(files(asked, () => slow.passed));
    const two = Promise.all([screens.bring('keying'), screens.bring('keying')]);
    expect(screens.of('keying')).toBeNull();
    slow.open();
    await two;
    await screens.bring('keying');
    expect(screens.of('keying')).toBe(drawn);
    expect(asked).toEqual(['keying']);
  });

  it('come one after another when nothing else is to do', async () => {
    const asked: ScreenName[] = [];
    const screens = new Screens(files(asked));
    let rests = 0;
    await screens.bringAll(['keying', ...SCREENS], async () => void rests++);
    expect(new Set(asked)).toEqual(new Set(SCREENS));
    expect(asked.length).toBe(SCREENS.length);
    expect(asked[0]).toBe('keying');
    expect(rests).toBe(SCREENS.length + 1);
  });

  it('may fail, which is told and may be tried again; the others come nevertheless', async () => {
    let broken = true;
    const screens = new Screens(
      files([], async (name) => {
        if (broken && name === 'plan') throw new Error('the file is gone');
      }),
    );
    await screens.bringAll(SCREENS, async () => {});
    expect(screens.hasFailed('plan')).toBe(true);
    expect(screens.of('plan')).toBeNull();
    expect(screens.of('settings')).toBe(drawn);
    broken = false;
    await screens.bring('plan');
    expect(screens.hasFailed('plan')).toBe(false);
    expect(screens.of('plan')).toBe(drawn);
  });
});
