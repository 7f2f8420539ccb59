import { beforeEach, describe, expect, it } from 'vitest';
import { BlindOffice } from '../../testing/blind';
import { gate, noAnswer } from '../../testing/scripted';
import { Blind } from './blind.svelte';
import { BlindHand } from './blindhand';

let office: BlindOffice;
let blind: Blind;
let hand: BlindHand;
let clock: number;

beforeEach(() => {
  office = new BlindOffice();
  blind = new Blind(office.client);
  hand = new BlindHand(blind);
  clock = 1000;
});

/** Lets everything that was begun come to its end. */
async function done(): Promise<void> {
  await new Promise((go) => setTimeout(go, 0));
  await new Promise((go) => setTimeout(go, 0));
}

/** Presses keys where the cursor is, a hand's time apart. */
async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    clock += 500;
    const { stop } = blind.cursor;
    if (stop === 'code') throw new Error(`no box for ${key}`);
    const stroke = { key, timeStamp: clock, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };
    const used = hand.key(stop, stroke);
    const box = blind.boxes[stop];
    if (!used && /^\d$/.test(key) && box) hand.type(stop, box.typed + key, { typed: true, atEnd: true, when: clock });
    if (key === 'Enter' || key === '*') await done();
  }
}

describe('opening', () => {
  it('shows no value, and begins at the first box', async () => {
    await blind.open('4821937');
    expect(blind.sheet?.sheet.code).toBe('482-1937');
    expect(blind.boxes.map((b) => [b.typed, b.kept])).toEqual(Array(4).fill(['', null]));
    expect(blind.cursor.stop).toBe(0);
  });

  it('where only single boxes are asked for, the cursor goes to these alone', async () => {
    office.asked = ['3'];
    await blind.open('4821937');
    expect(blind.cursor.stop).toBe(2);
    await press('7', 'Enter');
    expect(office.writes).toEqual(['3=7']);
    expect(blind.came?.words).toContain('các ô cần nhập lại đã khớp');
  });

  it('the own sheet is refused in words, and the cursor stays at the code', async () => {
    await blind.open('5172046');
    expect(blind.error).toContain('nhập phiếu 5172046 lần đầu');
    expect([blind.opened, blind.cursor.stop]).toEqual([null, 'code']);
  });

  it('is taken up where it was left, but not a first keying', async () => {
    office.cursor = { code: '482-1937', box: '2', keying: 2 };
    await blind.resume();
    expect(blind.cursor.stop).toBe(1);
    const other = new Blind(office.client);
    office.cursor = { code: '482-1937', box: '2', keying: 1 };
    await other.resume();
    expect(other.opened).toBeNull();
  });

  it('what is typed while a sheet is on its way is keyed into it', async () => {
    const held = gate();
    office.holdOpen = held.passed;
    const opening = hand.open('4821937', 100);
    blind.field.keep('Enter', 150);
    blind.field.keep('4', 700);
    blind.field.keep('1', 900);
    held.open();
    await opening;
    expect(blind.cursor.stop).toBe(0);
    expect(blind.boxes[0]?.typed).toBe('41');
  });
});

describe('an Enter after a code', () => {
  it('belongs to the code once, and the next one passes the first box', async () => {
    const held = gate();
    office.holdOpen = held.passed;
    const opening = hand.open('4821937', 1000);
    blind.field.keep('Enter', 1100);
    held.open();
    await opening;
    expect(blind.cursor.stop).toBe(0);
    const enter = { key: 'Enter', timeStamp: 1300, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };
    hand.key(0, enter);
    expect(blind.cursor.stop).toBe(1);
  });
});

describe('keying', () => {
  it('boxes that agree are settled one by one, each on disk when it is left', async () => {
    await blind.open('4821937');
    await press('4', '1', 'Enter', '.');
    await done();
    expect(office.writes).toEqual(['1=41', '2=0']);
    expect(blind.boxes.map((b) => b.state)).toEqual(['agrees', 'agrees', 'todo', 'todo']);
    expect(blind.cursor.stop).toBe(2);
  });

  it('a box that differs is asked for again after the others, and nothing tells the first value', async () => {
    await blind.open('4821937');
    await press('1', '4', 'Enter', '0', 'Enter', '7', 'Enter', '1', 'Enter');
    expect(blind.boxes[0]?.state).toBe('again');
    expect(blind.boxes[0]?.kept).toBeNull();
    expect(blind.cursor.stop).toBe(0);
    await press('4', '1', 'Enter');
    expect(blind.boxes[0]?.state).toBe('agrees');
  });

  it('what differs again waits for a third person, and the sheet is left', async () => {
    office.rounds.pop();
    await blind.open('4821937');
    await press('1', '4', 'Enter', '0', 'Enter', '7', 'Enter', '1', '4', 'Enter');
    expect(blind.came).toMatchObject({ tone: 'wait' });
    expect(blind.came?.words).toContain('ô 1 chờ người thứ ba');
    expect([blind.opened, blind.cursor.stop]).toEqual([null, 'code']);
  });

  it('an empty box is passed once, then asked about, and only a second Enter says it is blank', async () => {
    await blind.open('4821937');
    await press('4', '1', 'Enter', '0', 'Enter', '7', 'Enter', 'Enter');
    expect(office.writes).toEqual(['1=41', '2=0', '3=7']);
    expect(blind.cursor.stop).toBe(3);
    await press('Enter');
    expect(blind.boxes[3]?.doubted).toBe(true);
    expect(office.writes).toHaveLength(3);
    await press('Enter');
    expect(office.writes.at(-1)).toBe('4=');
    expect(blind.came?.words).toContain('đối soát xong');
  });

  it('one key fills the rest with zero, but not the control total', async () => {
    await blind.open('4821937');
    await press('4', '1', 'Enter', '*');
    expect(office.writes).toEqual(['1=41', '2=0 3=0']);
  });

  it('Ctrl+Z takes nothing back that is on disk, and says so', async () => {
    await blind.open('4821937');
    await press('4', '1', 'Enter');
    hand.press('undo', 1);
    expect(blind.hint).toContain('không trả lại được');
    expect(office.writes).toEqual(['1=41']);
  });

  it('Esc empties the box first, then puts the sheet aside', async () => {
    await blind.open('4821937');
    await press('4', '1', 'Enter', '9', 'Escape');
    expect(blind.boxes[1]?.typed).toBe('');
    await press('Escape');
    await done();
    expect([blind.opened, office.writes]).toEqual([null, ['1=41']]);
    expect(blind.came?.words).toContain('còn 3 ô');
    expect(office.cursor?.box).toBeNull();
  });

  it('a refused box keeps its number and the reason, and no other sheet is opened over it', async () => {
    await blind.open('4821937');
    office.refuse = () => {
      throw noAnswer();
    };
    await press('4', '1', 'Enter');
    expect(blind.boxes[0]).toMatchObject({ state: 'failed', typed: '41' });
    expect(await blind.open('4821937')).toBe(false);
    expect(blind.cursor.stop).toBe(0);
    office.refuse = null;
    await press('Enter');
    expect(office.writes.at(-1)).toBe('1=41');
    expect(blind.boxes[0]?.state).toBe('agrees');
  });
});

describe('boxes that are left by themselves', () => {
  beforeEach(() => {
    office.widths = [2, 2, 2, null];
  });

  it('a full box is left, and sent with the next key', async () => {
    await blind.open('4821937');
    await press('4', '1');
    expect(blind.cursor.stop).toBe(1);
    expect(office.writes).toEqual([]);
    await press('0');
    await done();
    expect(office.writes).toEqual(['1=41']);
  });

  it('Backspace goes back for one digit more before anything is said', async () => {
    office.rounds[0] = { first: 132 };
    await blind.open('4821937');
    await press('1', '3', 'Backspace');
    expect(blind.cursor.stop).toBe(0);
    expect(office.writes).toEqual([]);
    await press('2', 'Enter');
    expect(office.writes).toEqual(['1=132']);
  });

  it('an Enter of the same movement does not pass the next box', async () => {
    await blind.open('4821937');
    await press('4', '1');
    const echo = { key: 'Enter', timeStamp: clock + 100, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };
    expect(hand.key(1, echo)).toBe(true);
    expect([blind.cursor.stop, office.writes]).toEqual([1, []]);
    await press('Enter');
    expect([blind.cursor.stop, office.writes]).toEqual([2, ['1=41']]);
  });

  it('the last box of the sheet is sent at once', async () => {
    office.rounds.pop();
    await blind.open('4821937');
    await press('4', '1', '0', 'Enter', '0', '7');
    await done();
    expect(office.writes).toEqual(['1=41', '2=0', '3=7']);
    expect(blind.came?.tone).toBe('good');
  });
});

describe('scanning', () => {
  it('a sheet scanned into a box opens, and what was typed before is kept', async () => {
    await blind.open('4821937');
    await press('4', '1', 'Enter');
    hand.type(1, '4821937');
    hand.press('next', 1);
    await done();
    expect(office.client.requests('open_second')).toHaveLength(2);
    expect(blind.boxes[0]?.state).toBe('agrees');
  });
});
