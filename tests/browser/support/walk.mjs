// Every screen, part and dialog as everybody has to be able to use it: axe in light, dark and large type, what a screen
// reader is told, the keyboard alone, 200 % on a small screen. One walk through a share of them; each test reads its part.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './browser.mjs';
import { axeFaults, escapeFaults, keyboardFaults, look, LOOKS, nameFaults, stillFaults, outlineFaults, zoomFaults } from './everybody.mjs';
import { SCENES, show } from './everywhere.mjs';
import { offices } from './offices.mjs';

/** `AXE_ONLY=Lịch node --test axe-*.test.mjs` walks through a few. */
const ONLY = new RegExp(process.env.AXE_ONLY ?? '');

/** One window on each office: what was opened there before is still in its memory. */
async function walk(scenes, walking, rows) {
  console.log(['scene', ...Object.keys(LOOKS)].join(' | '));
  const here = offices(walking);
  // A page speaks to its own office alone.
  const pages = new Map();
  for (const scene of scenes) {
    const row = { name: scene.name, axe: {}, names: [], keys: [], zoom: [], motion: [], outline: [] };
    rows.push(row);
    try {
      const at = await here(scene.office);
      if (!pages.has(scene.office)) pages.set(scene.office, await open(walking, at.url));
      const page = pages.get(scene.office);
      await show(page, at, scene);
      for (const [name, how] of Object.entries(LOOKS)) {
        await look(page, how);
        row.axe[name] = await axeFaults(page);
      }
      await look(page, LOOKS.light);
      row.names = await nameFaults(page);
      row.motion = await stillFaults(page);
      row.keys = await keyboardFaults(page, scene);
      row.outline = await outlineFaults(page);
      row.zoom = await zoomFaults(page);
      if (scene.dialog && !scene.locked) row.keys.push(...(await escapeFaults(page)));
    } catch (error) {
      row.lost = String(error.message ?? error).split('\n')[0];
    }
    console.log([row.name, ...Object.keys(LOOKS).map((name) => row.axe[name]?.length ?? '–')].join(' | '));
  }
}

/** The tests of a share of the scenes, counted from 1: as many files walk as there are shares, none for too long. */
export function walkThrough(share, shares) {
  const chosen = SCENES.filter((s) => ONLY.test(s.name));
  const scenes = chosen.slice(Math.floor((chosen.length * (share - 1)) / shares), Math.floor((chosen.length * share) / shares));
  const rows = [];
  const endings = [];
  /** What the programs of the walk hang on, as if it were one test. */
  const walking = { after: (work) => endings.push(work) };
  const faults = (of) => rows.flatMap((row) => of(row).map((fault) => `${row.name}: ${fault}`));

  before(() => walk(scenes, walking, rows));

  after(async () => {
    const sums = Object.keys(LOOKS).map((l) => rows.reduce((n, row) => n + (row.axe[l]?.length ?? 0), 0));
    console.log([`${rows.length} scenes`, ...sums].join(' | '));
    for (const ending of endings.reverse()) await ending();
  });

  test('every scene is come to by keys', () => {
    assert.equal(rows.length, scenes.length);
    assert.deepEqual(faults((row) => (row.lost ? [row.lost] : [])), []);
  });

  for (const name of Object.keys(LOOKS)) {
    test(`axe finds nothing to complain of: ${name}`, () => assert.deepEqual(faults((row) => row.axe[name] ?? []), []));
  }

  test('whatever a screen reader reads has a name, and it is Vietnamese', () => assert.deepEqual(faults((row) => row.names), []));

  test('Tab comes to everything, from top to bottom, and is seen where it is; Escape gives the cursor back', () => assert.deepEqual(faults((row) => row.keys), []));

  test('at 200 % on a small screen nothing is cut off, covered or out of reach', () => assert.deepEqual(faults((row) => row.zoom), []));

  test('nothing moves for whoever wants no movement', () => assert.deepEqual(faults((row) => row.motion), []));

  test("with the system's own colours the cursor is still seen", () => assert.deepEqual(faults((row) => row.outline), []));
}
