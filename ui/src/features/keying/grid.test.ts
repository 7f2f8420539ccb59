import { beforeEach, describe, expect, it } from 'vitest';
import type { EveningGrid, GridRow } from '../../api/client';
import { gate, Scripted } from '../../testing/scripted';
import { Sheets } from '../../testing/sheets';
import { Grid } from './grid.svelte';
import { Keying } from './keying.svelte';

const COLUMNS = ['1', '2', '3'].map((no) => ({
  no,
  label: `ô ${no}`,
  group: 'households' as const,
  group_word: 'Hộ gia đình',
  control: false,
  width: 2,
}));

let office: Sheets;
let grid: Grid;
let keying: Keying;

/** The evening's sheets as the office lists them: the second is locked. */
function evening(): EveningGrid {
  const row = (code: string, n: number, open = true): GridRow => {
    const values = Object.fromEntries((office.values.get(code) ?? []).flatMap((v, i) => (v === null ? [] : [[String(i + 1), v]])));
    const missing = COLUMNS.map((c) => c.no).filter((no) => !(no in values));
    return {
      code,
      kind: 'regular',
      area: null,
      area_label: 'Hà Trì 2',
      team_name: null,
      n,
      of: 3,
      form_version: 1,
      state: open ? 'returned' : 'locked',
      state_word: '',
      open,
      values,
      missing,
      impossible: [],
      unlikely: [],
      accepted_because: null,
    };
  };
  const forms = [{ version: 1, boxes: COLUMNS }];
  return { on: '2024-11-16', weekday: 'thứ Bảy', forms, rows: [row('482-1937', 1), row('111-1111', 2, false), row('517-2046', 3)] };
}

beforeEach(async () => {
  office = new Sheets();
  office.widths = [2, 2, 2];
  office.values.set('111-1111', [1, 1, 0]);
  const client = new Scripted({ ...office.client.script, get_evening_grid: evening });
  keying = new Keying(client);
  grid = new Grid(client, keying);
  await grid.load('2024-11-16');
});

const at = () => [grid.row?.code, grid.at];
const row = (i: number) => {
  const found = grid.rows[i];
  if (!found) throw new Error(`no row ${String(i)}`);
  return found;
};
let now = 10_000;
/** Digits by hand in the cell where the cursor is. */
async function hand(digits: string): Promise<void> {
  for (const digit of digits) {
    now += 120;
    const { row, at } = grid;
    const box = row?.boxes[at];
    row?.hand.type(at, box?.dirty ? box.typed + digit : digit, { typed: true, atEnd: true, when: now });
    await Promise.all(grid.rows.map((r) => r.writing.settled()));
  }
}

describe('an evening as a grid', () => {
  it('begins at the first blank cell that may be keyed', () => {
    expect(at()).toEqual(['482-1937', 0]);
  });

  it('goes along the sheet, then to the next one that may be keyed, each cell on disk', async () => {
    await hand('322705');
    expect(office.values.get('482-1937')).toEqual([32, 27, 5]);
    expect(at()).toEqual(['517-2046', 0]);
  });

  it('goes through the column, past what is locked', () => {
    grid.move(row(0), 0, 'down');
    expect(at()).toEqual(['517-2046', 0]);
    grid.move(row(2), 0, 'row_end');
    expect(at()).toEqual(['517-2046', 2]);
    expect(grid.moveBack(row(2), 2)).toBe(false);
    expect(grid.moveBack(row(2), 0)).toBe(true);
    expect(at()).toEqual(['482-1937', 2]);
  });

  it('calls back to the cell where the slip may be, unless the next sheet is begun', async () => {
    office.rescues = [{ slip: { kind: 'other' }, changes: [{ no: '3', from: 9, to: 5 }], weight: 1, left: 0, soft: 0 }];
    await hand('322709');
    expect(at()).toEqual(['482-1937', 2]);
    expect(row(0).suspects('1')).toBe('hard');
    row(0).hand.press('next', 2);
    expect(at()).toEqual(['517-2046', 0]);
  });

  it('steps back over the sheets of the evening, and takes other sheets up as sheets', async () => {
    await hand('3227');
    await grid.undo(row(0));
    expect(office.values.get('482-1937')).toEqual([32, null, null]);
    expect(at()).toEqual(['482-1937', 1]);
    keying.steps.push({ code: '111-1111', boxes: [{ no: '1', value: '2' }] });
    grid.rows = grid.rows.filter((r) => r.code !== '111-1111');
    let left = false;
    grid.onLeave = () => (left = true);
    await grid.undo(row(0));
    expect(left).toBe(true);
    expect(keying.table.view?.code).toBe('111-1111');
    expect(office.values.get('111-1111')).toEqual([2, 1, 0]);
  });

  it('writes in the order cells are left, whatever sheet they are of', async () => {
    const slow = gate();
    office.hold = slow.passed;
    for (const [i, at] of [[0, 2], [2, 1]] as const) {
      row(i).hand.type(at, '5');
      row(i).hand.press('next', at);
    }
    slow.open();
    await keying.writing.settled();
    await grid.undo(row(2));
    expect(office.values.get('517-2046')).toEqual([7, null, null]);
    expect(office.values.get('482-1937')).toEqual([null, null, 5]);
  });

  it('a last cell that is left keeps the cursor', async () => {
    row(2).go(2);
    await hand('05');
    expect(at()).toEqual(['517-2046', 2]);
    expect(office.values.get('517-2046')).toEqual([7, null, 5]);
  });
});
