import { beforeEach, describe, expect, it } from 'vitest';
import { gate, noAnswer, refusal } from '../../testing/scripted';
import { Sheets } from '../../testing/sheets';
import { Keying } from './keying.svelte';
import { outcome, rowTone, sides } from './outcome';

let office: Sheets;
let keying: Keying;

beforeEach(() => {
  office = new Sheets();
  keying = new Keying(office.client);
});

/** Types into the box where the cursor is, then presses a key there. */
async function key(at: number, typed: string, intent: Parameters<Keying['hand']['press']>[0] = 'next'): Promise<void> {
  keying.table.at = at;
  if (typed !== '') keying.hand.type(at, typed);
  keying.hand.press(intent, at);
  const { stop } = keying.table.cursor;
  keying.table.at = stop;
  await keying.writing.settled();
}

const typed = () => keying.table.boxes.map((b) => b.typed);

describe('opening', () => {
  it('a code opens its sheet at the first blank box, and the office remembers it', async () => {
    await keying.typeCode('517-2046');
    await keying.enter();
    expect(keying.table.view?.code).toBe('517-2046');
    expect(keying.table.cursor.stop).toBe(1);
    expect(keying.opening.code).toBe('');
    await keying.writing.settled();
    expect(office.cursor).toEqual({ code: '517-2046', box: '2', keying: 1 });
  });

  it('a wrong code is told in words, with the likely sheet, and the cursor stays', async () => {
    await keying.open('4821936');
    expect(keying.opening.error).toContain('482-1937');
    expect(keying.opening.likely).toBe('482-1937');
    expect(keying.table.cursor.stop).toBe('code');
    await keying.typeCode('4');
    expect([keying.opening.error, keying.opening.likely]).toEqual(['', null]);
  });

  it('after a power cut the same sheet lies on the table, at the same box', async () => {
    office.cursor = { code: '517-2046', box: '3', keying: 1 };
    await keying.resume();
    expect(keying.table.view?.code).toBe('517-2046');
    expect(keying.table.cursor.stop).toBe(2);
  });

  it('a sheet that is gone is forgotten without a word, and one keyed a second time is not taken up here', async () => {
    office.cursor = { code: '000-0000', box: null, keying: 1 };
    await keying.resume();
    expect([keying.table.view, keying.opening.error, keying.opening.code]).toEqual([null, '', '']);
    office.cursor = { code: '517-2046', box: '3', keying: 2 };
    await keying.resume();
    expect(keying.table.view).toBeNull();
  });

  it('a sheet that is done waits at the code: nothing is keyed over it', async () => {
    office.values.set('517-2046', [7, 5, 2]);
    await keying.open('5172046');
    expect(keying.table.cursor.stop).toBe('code');
  });

  it('seven digits typed into a box are a scan: the box keeps its number and the sheet opens', async () => {
    await keying.open('4821937');
    await key(0, '32');
    keying.hand.type(0, '5172046');
    keying.hand.press('next', 0);
    await new Promise((go) => setTimeout(go, 0));
    expect(keying.table.view?.code).toBe('517-2046');
    expect(office.values.get('482-1937')).toEqual([32, null, null]);
  });
});

describe('keying', () => {
  beforeEach(() => keying.open('4821937'));

  it('each box goes to disk when it is left, one request a box', async () => {
    await key(0, '32');
    await key(1, '27');
    await key(2, '5');
    expect(office.writes).toEqual(['1=32', '2=27', '3=5']);
    expect(keying.table.boxes.map((b) => b.state)).toEqual(['saved', 'saved', 'saved']);
    expect(keying.table.cursor.stop).toBe('code');
    expect(outcome(keying)?.tone).toBe('good');
    expect(keying.recent.map((r) => r.code)).toEqual(['482-1937']);
  });

  it('a box left as it was writes nothing, and blank is not zero', async () => {
    await key(0, '');
    await key(1, '0');
    expect(office.writes).toEqual(['2=0']);
    expect(office.values.get('482-1937')).toEqual([null, 0, null]);
    expect(keying.table.missing).toEqual(['1', '3']);
  });

  it('the point is zero, the star fills what is blank from here in one write', async () => {
    await key(0, '', 'zero');
    expect(typed()).toEqual(['0', '', '']);
    expect(keying.table.cursor.stop).toBe(1);
    await key(1, '', 'zero_rest');
    expect(office.writes).toEqual(['1=0', '2=0 3=0']);
    expect(keying.table.cursor.stop).toBe('code');
  });

  it('a number typed in this box goes along when the star is pressed', async () => {
    keying.hand.type(0, '4');
    await key(0, '', 'zero_rest');
    expect(office.values.get('482-1937')).toEqual([4, 0, 0]);
  });

  it('a control total is neither missed nor filled with zero', async () => {
    office.controlled = true;
    await keying.open('482-1937');
    await key(0, '', 'zero_rest');
    await keying.writing.settled();
    expect(office.writes.at(-1)).toBe('1=0 2=0');
    expect(keying.table.missing).toEqual([]);
    await key(2, '', 'next');
    await keying.writing.settled();
    expect(office.writes).toHaveLength(1);
    await key(2, '5', 'next');
    await keying.writing.settled();
    expect(office.writes.at(-1)).toBe('3=5');
  });

  it('what is typed while the disk is slow is not overwritten by its answer', async () => {
    const slow = gate();
    office.hold = slow.passed;
    keying.hand.type(0, '32');
    keying.hand.press('next', 0);
    keying.hand.press('back', 1);
    keying.hand.type(0, '33');
    slow.open();
    await keying.writing.settled();
    expect(typed()[0]).toBe('33');
    expect(keying.table.boxes[0]?.state).toBe('typing');
    await keying.writing.leave(0);
    expect(office.values.get('482-1937')?.[0]).toBe(33);
  });

  it('boxes go to disk in the order they were left', async () => {
    const slow = gate();
    office.hold = slow.passed;
    for (const [at, value] of [[0, '1'], [1, '2'], [2, '3']] as const) {
      keying.hand.type(at, value);
      keying.hand.press('next', at);
    }
    expect(keying.writing.busy).toBe(true);
    slow.open();
    await keying.writing.settled();
    expect(office.writes).toEqual(['1=1', '2=2', '3=3']);
    expect(keying.writing.busy).toBe(false);
  });

  it('a write that failed keeps the number, says why, and goes again when the box is left again', async () => {
    office.refuse = () => {
      throw refusal('disk_full');
    };
    await key(0, '32');
    expect(keying.table.boxes[0]?.state).toBe('failed');
    expect(typed()[0]).toBe('32');
    office.refuse = null;
    await key(0, '');
    expect(keying.table.boxes[0]?.state).toBe('saved');
    expect(office.values.get('482-1937')?.[0]).toBe(32);
  });

  it('no other sheet is opened over a number that is not on disk', async () => {
    office.refuse = () => {
      throw noAnswer();
    };
    await key(0, '32');
    expect(await keying.open('5172046')).toBe(false);
    expect(keying.table.view?.code).toBe('482-1937');
    expect(keying.opening.error).toContain('1');
    expect(keying.table.cursor.stop).toBe(0);
    keying.table.boxes[0]?.restore();
    office.refuse = null;
    expect(await keying.open('5172046')).toBe(true);
  });

  it('a box typed but not left is saved before another sheet opens', async () => {
    keying.hand.type(0, '32');
    await keying.open('5172046');
    expect(office.values.get('482-1937')?.[0]).toBe(32);
  });

  it('Escape brings back what was on disk', async () => {
    await key(0, '32');
    keying.hand.type(0, '99');
    keying.hand.press('restore', 0);
    expect(typed()[0]).toBe('32');
    await keying.writing.leave(0);
    expect(office.writes).toEqual(['1=32']);
  });

  it('only digits are typed, and only counts are pasted', () => {
    keying.hand.type(0, '1a2');
    expect(typed()[0]).toBe('12');
    keying.hand.paste(0, '1.234');
    expect(typed()[0]).toBe('1234');
    keying.hand.paste(0, '12,5');
    expect(typed()[0]).toBe('1234');
    expect(keying.table.boxes[0]?.error).toContain('12,5');
  });
});

describe('stepping back', () => {
  it('goes through the session, box by box and over sheets, and itself leaves no step', async () => {
    await keying.open('4821937');
    await key(0, '32');
    await key(1, '27');
    await keying.open('5172046');
    await key(1, '3');
    await keying.undo();
    expect(office.values.get('517-2046')).toEqual([7, null, null]);
    keying.table.at = 1;
    await keying.undo();
    expect(keying.table.view?.code).toBe('482-1937');
    expect(office.values.get('482-1937')).toEqual([32, null, null]);
    expect(keying.table.cursor.stop).toBe(1);
    await keying.undo();
    expect(office.values.get('482-1937')).toEqual([null, null, null]);
    await keying.undo();
    expect(office.values.get('482-1937')).toEqual([null, null, null]);
  });

  it('first takes back what is typed and not yet left', async () => {
    await keying.open('4821937');
    await key(0, '32');
    keying.table.at = 0;
    keying.hand.type(0, '99');
    await keying.undo();
    expect(typed()[0]).toBe('32');
    expect(office.values.get('482-1937')?.[0]).toBe(32);
  });

  it('takes back a fill as one step', async () => {
    await keying.open('4821937');
    await key(0, '', 'zero_rest');
    await keying.undo();
    expect(office.values.get('482-1937')).toEqual([null, null, null]);
  });
});

describe('a sheet that cannot be so', () => {
  beforeEach(async () => {
    await keying.open('4821937');
    await key(0, '32');
    await key(1, '27');
    await key(2, '9');
  });

  it('shows its arithmetic and the boxes it speaks of', () => {
    expect(keying.table.hard).toHaveLength(1);
    expect(keying.table.suspects('2')).toBe('hard');
    expect(outcome(keying)?.tone).toBe('wrong');
    expect(keying.table.mayAccept).toBe(true);
  });

  it('is accepted with a reason only', async () => {
    expect(await keying.accepting.sheet('')).toBe(false);
    expect(keying.accepting.error).not.toBe('');
    expect(await keying.accepting.sheet('tổ trưởng xác nhận')).toBe(true);
    expect(keying.table.accepted).toBe(true);
    expect(outcome(keying)?.tone).toBe('good');
  });
});

it('a rule has two sides, beside which its sums are shown', () => {
  expect(sides('ô 6 + ô 7 ≤ ô 5')).toEqual({ left: 'ô 6 + ô 7', right: 'ô 5' });
  expect(sides('ô 2 = 0 thì ô 4 = 0')).toEqual({ left: 'ô 4', right: '0' });
  expect(sides('không rõ')).toBeNull();
});

it('a sheet in a list wears the sign of its state', () => {
  const row = {
    code: '',
    kind: 'regular' as const,
    area: null,
    area_label: '',
    on: null,
    team_name: null,
    n: 1,
    of: 5,
    state_word: '',
    expected: true,
    filled: 0,
    missing: [],
    impossible: false,
  };
  expect(rowTone({ ...row, state: 'printed' })).toBe('none');
  expect(rowTone({ ...row, state: 'returned' })).toBe('wait');
  expect(rowTone({ ...row, state: 'returned', impossible: true })).toBe('wrong');
  expect(rowTone({ ...row, state: 'keyed', impossible: true })).toBe('good');
});
