import { beforeEach, describe, expect, it } from 'vitest';
import type { Failure, SheetView } from '../../api/client';
import { gate, noAnswer, refusal, Scripted } from '../../testing/scripted';
import { Keying, outcome, rowTone, sides } from './keying.svelte';

const LABELS = ['Số hộ đến', 'Số hộ gặp được', 'Số hộ vắng'];

/** An office of two sheets with three boxes each, whose check is 2 + 3 = 1. */
class Office {
  readonly values = new Map<string, (number | null)[]>([
    ['482-1937', [null, null, null]],
    ['517-2046', [7, null, null]],
  ]);
  accepted: string | null = null;
  /** Whether the last box is a control total. */
  controlled = false;
  refuse: (() => never) | null = null;
  hold: Promise<void> = Promise.resolve();

  readonly client = new Scripted({
    open_sheet: ({ code }) => this.view(this.#find(code)),
    set_boxes: async ({ code, boxes }) => {
      await this.hold;
      this.refuse?.();
      const values = this.values.get(code) ?? [];
      for (const { no, value } of boxes) values[Number(no) - 1] = value === '' ? null : Number(value);
      return this.view(code);
    },
    accept_sheet: ({ code, reason }) => {
      if (reason === '') throw refusal('reason_needed');
      this.accepted = reason;
      return this.view(code);
    },
  });

  #find(code: string): string {
    const found = [...this.values.keys()].find((c) => c.replace('-', '') === code.slice(0, 7) || c === code);
    if (!found) throw refusal('code_check_digit_likely', { typed: code, likely: '482-1937' });
    return found;
  }

  view(code: string): SheetView {
    const values = this.values.get(code) ?? [];
    const [a, b, c] = values;
    const broken = values.every((v) => v !== null) && Number(b) + Number(c) !== a;
    const failure: Failure = {
      severity: 'hard',
      words: 'gặp được + vắng phải bằng số hộ đến',
      rule: 'ô 2 + ô 3 = ô 1',
      left: `${String(b)} + ${String(c)} = ${String(Number(b) + Number(c))}`,
      right: String(a),
      boxes: ['2', '3', '1'],
    };
    const complete = values.every((v) => v !== null) && (!broken || this.accepted !== null);
    return {
      code,
      kind: 'regular',
      area_label: 'Hà Trì 2',
      on: '2024-11-16',
      weekday: 'thứ Bảy',
      team_name: 'Tổ 3',
      n: 2,
      of: 5,
      form_version: 1,
      state: complete ? 'keyed' : 'returned',
      state_word: '',
      called_off: null,
      accepted_because: this.accepted,
      boxes: values.map((value, i) => ({
        no: String(i + 1),
        label: LABELS[i] ?? '',
        help: null,
        group: 'households',
        group_word: 'Hộ gia đình',
        control: this.controlled && i === values.length - 1,
        value,
      })),
      missing: values.flatMap((v, i) => (v === null ? [String(i + 1)] : [])),
      failures: broken ? [failure] : [],
    };
  }

  get writes() {
    return this.client.requests('set_boxes').map((r) => r.boxes.map((b) => `${b.no}=${b.value}`).join(' '));
  }
}

let office: Office;
let remembered: string | null;
let keying: Keying;

beforeEach(() => {
  office = new Office();
  remembered = null;
  keying = new Keying(office.client, { get: () => remembered, set: (code) => (remembered = code) });
});

/** Types into the box where the cursor is, then presses a key there. */
async function key(at: number, typed: string, intent: Parameters<Keying['press']>[0] = 'next'): Promise<void> {
  keying.at = at;
  if (typed !== '') keying.type(at, typed);
  keying.press(intent, at);
  const { stop } = keying.cursor;
  keying.at = stop;
  await keying.settled();
}

const typed = () => keying.boxes.map((b) => b.typed);

describe('opening', () => {
  it('a code opens its sheet at the first blank box and is remembered', async () => {
    keying.typeCode('517-2046');
    await keying.openTyped();
    expect(keying.view?.code).toBe('517-2046');
    expect(keying.cursor.stop).toBe(1);
    expect(keying.code).toBe('');
    expect(remembered).toBe('517-2046');
  });

  it('a wrong code is told in words, with the likely sheet, and the cursor stays', async () => {
    await keying.open('4821936');
    expect(keying.codeError).toContain('482-1937');
    expect(keying.likely).toBe('482-1937');
    expect(keying.cursor.stop).toBe('code');
    keying.typeCode('4');
    expect([keying.codeError, keying.likely]).toEqual(['', null]);
  });

  it('after a power cut the same sheet lies on the table', async () => {
    remembered = '517-2046';
    await keying.resume();
    expect(keying.view?.code).toBe('517-2046');
    expect(keying.cursor.stop).toBe(1);
  });

  it('a remembered sheet that is gone is forgotten without a word', async () => {
    remembered = '000-0000';
    await keying.resume();
    expect([keying.view, keying.codeError, remembered]).toEqual([null, '', null]);
  });

  it('seven digits typed into a box are a scan: the box keeps its number and the sheet opens', async () => {
    await keying.open('4821937');
    await key(0, '32');
    keying.type(0, '5172046');
    keying.press('next', 0);
    await new Promise((go) => setTimeout(go, 0));
    expect(keying.view?.code).toBe('517-2046');
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
    expect(keying.boxes.map((b) => b.state)).toEqual(['saved', 'saved', 'saved']);
    expect(keying.cursor.stop).toBe('code');
    expect(outcome(keying)?.tone).toBe('good');
    expect(keying.recent.map((r) => r.code)).toEqual(['482-1937']);
  });

  it('a box left as it was writes nothing, and blank is not zero', async () => {
    await key(0, '');
    await key(1, '0');
    expect(office.writes).toEqual(['2=0']);
    expect(office.values.get('482-1937')).toEqual([null, 0, null]);
    expect(keying.missing).toEqual(['1', '3']);
  });

  it('the point is zero, the star fills what is blank from here in one write', async () => {
    await key(0, '', 'zero');
    expect(typed()).toEqual(['0', '', '']);
    expect(keying.cursor.stop).toBe(1);
    await key(1, '', 'zero_rest');
    expect(office.writes).toEqual(['1=0', '2=0 3=0']);
    expect(keying.cursor.stop).toBe('code');
  });

  it('a number typed in this box goes along when the star is pressed', async () => {
    keying.type(0, '4');
    await key(0, '', 'zero_rest');
    expect(office.values.get('482-1937')).toEqual([4, 0, 0]);
  });

  it('a control total is neither missed nor filled with zero', async () => {
    office.controlled = true;
    await keying.open('482-1937');
    await key(0, '', 'zero_rest');
    await keying.settled();
    expect(office.writes.at(-1)).toBe('1=0 2=0');
    expect(keying.missing).toEqual([]);
    await key(2, '', 'next');
    await keying.settled();
    expect(office.writes).toHaveLength(1);
    await key(2, '5', 'next');
    await keying.settled();
    expect(office.writes.at(-1)).toBe('3=5');
  });

  it('what is typed while the disk is slow is not overwritten by its answer', async () => {
    const slow = gate();
    office.hold = slow.passed;
    keying.type(0, '32');
    keying.press('next', 0);
    keying.press('back', 1);
    keying.type(0, '33');
    slow.open();
    await keying.settled();
    expect(typed()[0]).toBe('33');
    expect(keying.boxes[0]?.state).toBe('typing');
    await keying.leave(0);
    expect(office.values.get('482-1937')?.[0]).toBe(33);
  });

  it('boxes go to disk in the order they were left', async () => {
    const slow = gate();
    office.hold = slow.passed;
    for (const [at, value] of [[0, '1'], [1, '2'], [2, '3']] as const) {
      keying.type(at, value);
      keying.press('next', at);
    }
    expect(keying.saving).toBe(true);
    slow.open();
    await keying.settled();
    expect(office.writes).toEqual(['1=1', '2=2', '3=3']);
    expect(keying.saving).toBe(false);
  });

  it('a write that failed keeps the number, says why, and goes again when the box is left again', async () => {
    office.refuse = () => {
      throw refusal('disk_full');
    };
    await key(0, '32');
    expect(keying.boxes[0]?.state).toBe('failed');
    expect(typed()[0]).toBe('32');
    office.refuse = null;
    await key(0, '');
    expect(keying.boxes[0]?.state).toBe('saved');
    expect(office.values.get('482-1937')?.[0]).toBe(32);
  });

  it('no other sheet is opened over a number that is not on disk', async () => {
    office.refuse = () => {
      throw noAnswer();
    };
    await key(0, '32');
    expect(await keying.open('5172046')).toBe(false);
    expect(keying.view?.code).toBe('482-1937');
    expect(keying.codeError).toContain('1');
    expect(keying.cursor.stop).toBe(0);
    const box = keying.boxes[0];
    if (box) keying.restore(box);
    office.refuse = null;
    expect(await keying.open('5172046')).toBe(true);
  });

  it('a box typed but not left is saved before another sheet opens', async () => {
    keying.type(0, '32');
    await keying.open('5172046');
    expect(office.values.get('482-1937')?.[0]).toBe(32);
  });

  it('Escape brings back what was on disk', async () => {
    await key(0, '32');
    keying.type(0, '99');
    keying.press('restore', 0);
    expect(typed()[0]).toBe('32');
    await keying.leave(0);
    expect(office.writes).toEqual(['1=32']);
  });

  it('only digits are typed, and only counts are pasted', () => {
    keying.type(0, '1a2');
    expect(typed()[0]).toBe('12');
    keying.paste(0, '1.234');
    expect(typed()[0]).toBe('1234');
    keying.paste(0, '12,5');
    expect(typed()[0]).toBe('1234');
    expect(keying.boxes[0]?.error).toContain('12,5');
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
    keying.at = 1;
    await keying.undo();
    expect(keying.view?.code).toBe('482-1937');
    expect(office.values.get('482-1937')).toEqual([32, null, null]);
    expect(keying.cursor.stop).toBe(1);
    await keying.undo();
    expect(office.values.get('482-1937')).toEqual([null, null, null]);
    await keying.undo();
    expect(office.values.get('482-1937')).toEqual([null, null, null]);
  });

  it('first takes back what is typed and not yet left', async () => {
    await keying.open('4821937');
    await key(0, '32');
    keying.at = 0;
    keying.type(0, '99');
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
    expect(keying.hard).toHaveLength(1);
    expect(keying.suspects('2')).toBe('hard');
    expect(outcome(keying)?.tone).toBe('wrong');
    expect(keying.mayAccept).toBe(true);
  });

  it('is accepted with a reason only', async () => {
    expect(await keying.accept('')).toBe(false);
    expect(keying.acceptError).not.toBe('');
    expect(await keying.accept('tổ trưởng xác nhận')).toBe(true);
    expect(keying.accepted).toBe(true);
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
