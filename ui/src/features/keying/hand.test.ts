import { beforeEach, describe, expect, it } from 'vitest';
import type { Candidate } from '../../api/client';
import type { KeyStroke } from '../../keyboard/grammar';
import { gate } from '../../testing/scripted';
import { Sheets } from '../../testing/sheets';
import { Keying } from './keying.svelte';

let office: Sheets;
let keying: Keying;
/** Time of the last key. */
let now: number;

const HAND = 120;
const SCANNER = 6;

beforeEach(async () => {
  office = new Sheets();
  office.widths = [2, 2, 2];
  keying = new Keying(office.client);
  now = 10_000;
  await keying.open('4821937');
});

const stroke = (key: string, more: Partial<KeyStroke> = {}): KeyStroke => ({
  key,
  timeStamp: now,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
});

/** Keys as a field hears them: what no rule takes goes into the field where the cursor is. */
async function keys(all: readonly string[], gap = HAND): Promise<void> {
  for (const key of all) {
    now += gap;
    const { stop } = keying.table.cursor;
    keying.table.at = stop;
    if (stop === 'code') {
      if (keying.opening.keep(key, now)) continue;
      if (/^\d$/.test(key)) {
        void keying.typeCode(keying.opening.code + key, { typed: true, atEnd: true, when: now });
      } else if (key === 'Enter') void keying.enter();
      continue;
    }
    if (keying.hand.key(stop, stroke(key))) continue;
    const box = keying.table.boxes[stop];
    if (!box) continue;
    const selected = !box.dirty && !box.editing;
    const typed = /^\d$/.test(key);
    const text = key === 'Backspace' ? box.typed.slice(0, -1) : selected ? key : box.typed + key;
    if (typed || key === 'Backspace') keying.hand.type(stop, text, { typed, atEnd: true, when: now });
  }
  for (let i = 0; i < 4; i++) await keying.writing.settled();
  await new Promise((go) => setTimeout(go, 0));
  await keying.writing.settled();
}

const typed = () => keying.table.boxes.map((b) => b.typed);
const stop = () => keying.table.cursor.stop;

describe('a full box is left by itself', () => {
  it('from box to box to the next code, each on disk, without an Enter', async () => {
    await keys([...'322705']);
    expect(office.writes).toEqual(['1=32', '2=27', '3=5']);
    expect(stop()).toBe('code');
  });

  it('a number of one digit waits for Enter', async () => {
    await keys([...'9']);
    expect(stop()).toBe(0);
    await keys(['Enter']);
    expect(stop()).toBe(1);
  });

  it('an Enter out of habit goes no further; one that is meant does', async () => {
    await keys([...'32', 'Enter', ...'27']);
    expect(typed()).toEqual(['32', '27', '']);
    await keys(['Enter', 'Enter']);
    expect(stop()).toBe('code');
  });

  it('Backspace goes back for a third digit, and from then on every number of the sheet waits for Enter', async () => {
    await keys([...'11']);
    expect(stop()).toBe(1);
    await keys(['Backspace', '2']);
    expect(stop()).toBe(0);
    expect(typed()[0]).toBe('112');
    await keys(['Enter', ...'27']);
    expect(stop()).toBe(1);
    await keys([...'4', 'Enter']);
    expect(typed()).toEqual(['112', '274', '']);
    expect(office.values.get('482-1937')).toEqual([112, 274, null]);
  });

  it('a digit typed too far is taken out first', async () => {
    await keys([...'112', 'Backspace']);
    expect([stop(), typed()]).toEqual([1, ['11', '', '']]);
    await keys(['Backspace', '2', 'Enter']);
    expect(typed()).toEqual(['112', '', '']);
  });

  it('Backspace at the next code goes back into the last box', async () => {
    await keys([...'322711']);
    expect(stop()).toBe('code');
    expect(keying.hand.rejoin('code')).toBe(true);
    await keys(['2', 'Enter']);
    expect(typed()[2]).toBe('112');
  });

  it('nothing moves while a number is edited', async () => {
    await keys([...'3', 'Enter']);
    await keys(['-', 'F2', '2']);
    expect([stop(), typed()[0]]).toEqual([0, '32']);
  });

  it('every key in a box is counted and goes with it', async () => {
    await keys([...'32', '9', 'Backspace', '5', 'Enter']);
    const sent = office.client.requests('set_boxes').flatMap((r) => r.boxes.map((b) => `${b.no}: ${String(b.keys)}`));
    expect(sent).toEqual(['1: 2', '2: 4']);
  });
});

describe('a scanner', () => {
  const QR = `5172046${'0'.repeat(43)}`;

  it('opens its sheet wherever the cursor is, with and without an Enter at its end', async () => {
    for (const end of [[], ['Enter']]) {
      await keying.open('4821937');
      keying.table.go(1);
      now += 2000;
      await keys([...QR, ...end], SCANNER);
      expect(keying.table.view?.code).toBe('517-2046');
      expect(stop()).toBe(1);
      expect(office.writes).toEqual([]);
    }
  });

  it('opens it from the code field too, and its Enter moves no cursor', async () => {
    for (const end of [[], ['Enter']]) {
      keying.table.go('code');
      await keys([...QR, ...end], SCANNER);
      expect(keying.table.view?.code).toBe('517-2046');
      expect(stop()).toBe(1);
    }
    expect(office.client.requests('open_sheet').map((r) => r.code.length)).toEqual([7, 50, 50]);
  });

  it('digits as quick as its own stay in the box until the next key tells them from a hand', async () => {
    await keys([...'32'], SCANNER);
    expect(stop()).toBe(0);
    await keys(['2']);
    expect([stop(), typed()]).toEqual([1, ['32', '2', '']]);
    await keys(['7']);
    expect(office.writes).toEqual(['1=32', '2=27']);
  });

  it('so do those in the last box, and the digit after them begins the next code', async () => {
    await keys([...'3227']);
    await keys([...'15'], SCANNER);
    expect(stop()).toBe(2);
    await keys(['4']);
    expect([stop(), keying.opening.code]).toEqual(['code', '4']);
  });
});

describe('a code by hand', () => {
  it('opens with its seventh digit; an Enter out of habit moves nothing', async () => {
    keying.table.go('code');
    await keys([...'5172046']);
    expect(keying.table.view?.code).toBe('517-2046');
    await keys(['Enter']);
    expect(stop()).toBe(1);
  });

  it('what is typed ahead of the sheet goes into its boxes', async () => {
    const slow = gate();
    keying.table.go('code');
    office.holdOpen = slow.passed;
    const all = keys([...'5172046', ...'31', ...'4']);
    slow.open();
    await all;
    expect(typed()).toEqual(['7', '31', '4']);
  });

  it('scanned while another sheet is taken up again, it is opened behind that one', async () => {
    office.values.set('482-1937', [32, 27, 5]);
    const slow = gate();
    office.holdOpen = slow.passed;
    keying.table.go('code');
    const taking = keying.open('4821937');
    const all = keys([...'5172046', 'Enter'], SCANNER);
    slow.open();
    await Promise.all([taking, all]);
    await new Promise((go) => setTimeout(go, 0));
    expect(keying.table.view?.code).toBe('517-2046');
  });

  it('refused, it is told in words at once, and nothing typed behind it goes anywhere', async () => {
    keying.table.go('code');
    await keys([...'4821936']);
    expect(keying.opening.likely).toBe('482-1937');
    expect(typed()).toEqual(['', '', '']);
  });
});

describe('where the slip may be', () => {
  const candidate = (no: string, from: number, to: number): Candidate => ({
    slip: { kind: 'other' },
    changes: [{ no, from, to }],
    weight: 400_000,
    left: 0,
    soft: 0,
  });

  beforeEach(async () => {
    office.rescues = [candidate('3', 9, 5), candidate('2', 27, 23)];
    await keys([...'3227', '9', 'Enter']);
  });

  it('the cursor goes to the likeliest box, and nothing is changed', () => {
    expect(stop()).toBe(2);
    expect(typed()).toEqual(['32', '27', '9']);
    expect(office.writes).toHaveLength(3);
  });

  it('one key goes on to the next and round', async () => {
    await keys(['/']);
    expect(stop()).toBe(1);
    await keys(['/']);
    expect(stop()).toBe(2);
  });

  it('Enter leaves the sheet as it is', async () => {
    now += 2000;
    await keys(['Enter']);
    expect(stop()).toBe('code');
    expect(typed()).toEqual(['32', '27', '9']);
  });

  it('the right number repairs it, and the next sheet is asked for', async () => {
    now += 2000;
    await keys(['5', 'Enter']);
    expect(office.values.get('482-1937')).toEqual([32, 27, 5]);
    expect(stop()).toBe('code');
    expect(keying.table.hard).toEqual([]);
  });

  it('a sheet opened so is taken up there', async () => {
    await keying.open('5172046');
    await keying.open('4821937');
    expect(stop()).toBe(2);
  });
});

it('the office is told where the cursor is, also when no box is written', async () => {
  await keys([...'9', 'Enter', 'Enter']);
  expect(office.cursor).toEqual({ code: '482-1937', box: '3', keying: 1 });
  const sent = office.client.requests('set_boxes').map((r) => [r.boxes.length, r.cursor]);
  expect(sent).toEqual([
    [0, '1'],
    [1, '2'],
    [0, '3'],
  ]);
});

it('what is unlikely is accepted by one key, in the words of the office', async () => {
  office.flags = [{ flag: '[2] > 30', failure: office.failure(), accepted: null }];
  await keying.open('4821937');
  expect(keying.table.suspects('2')).toBe('soft');
  expect(await keying.accepting.flags()).toBe(true);
  expect(office.client.requests('accept_flag')).toEqual([{ code: '482-1937', flag: '[2] > 30', reason: null }]);
  expect(keying.table.soft).toEqual([]);
});
