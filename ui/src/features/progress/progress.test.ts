import { describe, expect, it } from 'vitest';
import type { AreaId, SavedFile } from '../../api/client';
import type { Host } from '../../host/host';
import { PAPER } from '../../kit/chartlook';
import { areaProgress, cell, DAYS, figure, figureSheet, progress, target } from '../../testing/progress';
import { overview } from '../../testing/rows';
import { gate, refusal, Scripted } from '../../testing/scripted';
import { Behind, type Asked } from '../behind.svelte';
import { Course } from './course.svelte';
import { eveningsOf, reasonsOf, stagesOf, trendOf } from './drawn';
import { Heat, shadeOf } from './heat.svelte';
import { heatPicture } from './heatpicture';
import { partOf } from './part';
import { Saving } from './saving.svelte';

const stroke = (key: string, more: object = {}) => ({ key, ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, ...more });
const HEAT: Asked = { figure: { of: 'meaning', meaning: 'installed_tonight' }, area: 1 as AreaId, on: DAYS[0] };

describe('the campaign’s figures', () => {
  it('are read again when something they are made of changes, and only then', async () => {
    const client = new Scripted({ get_progress: () => progress(), get_overview: () => overview });
    const course = new Course(client);
    const deaf = course.listen();
    client.changed('person');
    client.changed('tally');
    client.changed('area_base');
    expect(client.requests('get_progress')).toEqual([{ to: null }, { to: null }, { to: null }]);
    deaf();
    client.changed('tally');
    expect(client.requests('get_progress')).toHaveLength(3);
  });

  it('a late answer about another day is not shown', async () => {
    const slow = gate();
    const client = new Scripted({
      get_progress: async ({ to }) => {
        if (to === null) await slow.passed;
        return progress({ as_of: to ?? 'late' });
      },
    });
    const course = new Course(client);
    const first = course.load();
    await course.at(DAYS[1]);
    slow.open();
    await first;
    expect([course.progress?.as_of, course.loading]).toEqual([DAYS[1], false]);
  });

  it('a refusal is told in words, and what was there stays', async () => {
    let fails = false;
    const course = new Course(
      new Scripted({
        get_progress: () => {
          if (fails) throw refusal('no_office_open');
          return progress();
        },
      }),
    );
    await course.load();
    fails = true;
    await course.load();
    expect(course.error).not.toBe('');
    expect(course.progress).not.toBeNull();
    expect(course.nothingKeyed).toBe(false);
  });

  it('nothing keyed is told from nothing installed', async () => {
    const blank = progress();
    blank.heat = { ...blank.heat, most: null, areas: [areaProgress(1, 'A', [], { stages: [null, null] })] };
    const course = new Course(new Scripted({ get_progress: () => blank }));
    await course.load();
    expect(course.nothingKeyed).toBe(true);
    blank.heat.areas = [areaProgress(1, 'A', [], { stages: [0, null] })];
    expect(course.nothingKeyed).toBe(false);
  });
});

describe('the heat table', () => {
  const heat = () => {
    const given = progress();
    return new Heat(() => given);
  };
  const go = (table: Heat, ...keys: string[]) => {
    for (const key of keys) expect(table.key(stroke(key), 10)).toBe(true);
    return [table.row, table.column];
  };

  it('goes across from evening to evening and on to the rates, and never past the ends', () => {
    const table = heat();
    expect(go(table, 'ArrowDown', 'ArrowRight')).toEqual([1, 2]);
    expect(go(table, 'ArrowRight')).toEqual([1, 3]);
    expect(go(table, 'ArrowRight')).toEqual([1, 5]);
    expect(go(table, 'ArrowRight')).toEqual([1, 5]);
    expect(go(table, 'Home')).toEqual([1, 0]);
    expect(go(table, 'ArrowLeft')).toEqual([1, 0]);
    expect(go(table, 'End')).toEqual([1, 5]);
  });

  it('goes down to the nearest evening of the next area, and remembers where it came along', () => {
    const table = heat();
    expect(go(table, 'ArrowRight')).toEqual([0, 1]);
    expect(go(table, 'ArrowDown')).toEqual([1, 2]);
    expect(go(table, 'ArrowDown')).toEqual([2, 4]);
    expect(go(table, 'ArrowUp', 'ArrowUp')).toEqual([0, 1]);
    expect(go(table, 'End', 'ArrowDown')).toEqual([1, 5]);
    expect(go(table, 'Home', 'PageDown')).toEqual([3, 0]);
  });

  it('keys of others are left to them', () => {
    const table = heat();
    for (const key of ['a', 'Tab', 'Enter']) expect(table.key(stroke(key), 10)).toBe(false);
    expect(table.key(stroke('ArrowDown', { altKey: true }), 10)).toBe(false);
    expect(table.key(stroke('ArrowDown', { isComposing: true }), 10)).toBe(false);
  });

  it('behind each place is what it is made of', () => {
    const table = heat();
    const all = { of: 'meaning', meaning: 'installed_tonight' };
    expect(table.doorAt(0, 1)).toEqual({ to: 'figure', asked: { figure: all, area: 1, on: DAYS[0] } });
    expect(table.doorAt(0, 0)).toEqual({ to: 'figure', asked: { figure: all, area: 1, on: null } });
    expect(table.doorAt(0, 5)).toEqual({ to: 'figure', asked: { figure: { of: 'numerator', target: 1 }, area: 1, on: null } });
    expect(table.doorAt(1, 3)).toEqual({ to: 'figure', asked: { figure: { of: 'sheets', which: 'expected' }, area: 2, on: DAYS[2] } });
    expect(table.doorAt(2, 4)).toEqual({ to: 'visit', visit: 7 });
    expect(table.doorAt(3, 2)).toEqual({ to: 'figure', asked: { figure: all, area: null, on: DAYS[1] } });
    expect(table.doorAt(0, 2)).toBeNull();
  });

  it('an area that is gone takes the cursor to a place there is', () => {
    const given = progress();
    given.heat = { ...given.heat, areas: [areaProgress(1, 'Cầu Đơ 1', [cell(DAYS[0], 'complete', 25)])] };
    const table = new Heat(() => given);
    table.put(2, 4);
    table.settle();
    expect([table.row, table.column]).toEqual([1, 2]);
  });

  it('shades go from the lightest to the darkest', () => {
    expect([0, 1, 50, 99, 100].map((n) => shadeOf(n, 100))).toEqual([1, 1, 3, 5, 5]);
    expect(shadeOf(0, 0)).toBe(1);
  });
});

describe('what is behind a figure', () => {
  it('comes page by page, and the question is asked of the day on screen', async () => {
    const client = new Scripted({
      get_figure: ({ after }) => figure([figureSheet(after + 1), figureSheet(after + 2)], 3),
    });
    const behind = new Behind(client, () => DAYS[2]);
    await behind.open(HEAT);
    expect([behind.sheets.length, behind.hasMore]).toEqual([2, true]);
    await behind.more();
    expect(behind.sheets.map((s) => s.n)).toEqual([1, 2, 3, 4]);
    expect(behind.hasMore).toBe(false);
    await behind.more();
    expect(client.requests('get_figure').map(({ after, to }) => [after, to])).toEqual([
      [0, DAYS[2]],
      [2, DAYS[2]],
    ]);
    await behind.open({ ...HEAT, to: DAYS[0] });
    expect(client.requests('get_figure').at(-1)?.to).toBe(DAYS[0]);
  });

  it('an answer that comes after it was closed opens nothing', async () => {
    const slow = gate();
    const behind = new Behind(
      new Scripted({
        get_figure: async () => {
          await slow.passed;
          return figure([figureSheet(1)], 1);
        },
      }),
      () => null,
    );
    const opening = behind.open(HEAT);
    behind.close();
    slow.open();
    await opening;
    expect([behind.asked, behind.view, behind.busy]).toEqual([null, null, false]);
  });
});

describe('charts', () => {
  const point = (on: string, numerator: number | null, needed: number) => ({
    on,
    numerator,
    percent: numerator === null ? null : numerator / 2,
    needed,
    needed_percent: needed / 2,
  });
  const valuesOf = (option: object) => (option as { series: { data: unknown[] }[] }).series.map((s) => s.data);

  it('days without figures are gaps, in picture and table', () => {
    const drawn = trendOf(target({ trend: [point(DAYS[0], 20, 25), point(DAYS[1], null, 50)] }), DAYS[0]);
    expect(valuesOf(drawn.draw(PAPER))).toEqual([
      [10, null],
      [12.5, 25],
    ]);
    expect(drawn.rows.map((r) => [r.name, ...r.cells])).toEqual([
      ['09/11/2024', '20', '10\u00a0%', '25', '12,5\u00a0%'],
      ['10/11/2024', '–', '–', '50', '25\u00a0%'],
    ]);
    expect(drawn.rows[0]?.asked?.to).toBe(DAYS[0]);
    expect(drawn.rows[1]?.asked).toBeNull();
    expect(drawn.description).toContain('đạt 10\u00a0%, đường cần đạt hôm đó 12,5\u00a0%');
  });

  it('without a base the trend counts people', () => {
    const rate = { numerator: 20, denominator: null, percent: null, over_100: false, among_met: true };
    const drawn = trendOf(target({ rate, trend: [{ on: DAYS[0], numerator: 20, percent: null, needed: null, needed_percent: null }] }), DAYS[0]);
    expect(valuesOf(drawn.draw(PAPER))).toEqual([[20], [null]]);
  });

  it('what evenings to come must bring is told for each, of the areas that the rate covers', () => {
    const need = { goal: 100, more: 60, visits_left: 2, per_visit: 30, pace: 20, visits_with_figures: 2, factor: 1.5 };
    const given = progress({ targets: [target({ need })] });
    const rate = { numerator: null, denominator: 80, percent: null, over_100: false, among_met: false };
    const ahead = [cell(DAYS[3], 'ahead', null)];
    given.heat.areas = [1, 2].map((id) => areaProgress(id, `Hà Trì ${String(id)}`, ahead, { rates: [rate] }));
    given.heat.areas.push(areaProgress(3, 'Hà Trì 3', ahead, { rates: [{ ...rate, denominator: null }] }));
    expect(eveningsOf(given).rows.map((r) => r.cells[2])).toEqual(['–', '–', '–', '60']);
    given.targets = [target({ need, by: DAYS[2] })];
    expect(eveningsOf(given).rows.map((r) => r.cells[2])).toEqual(['–', '–', '–', '–']);
  });

  it('evenings, stages and reasons open what they are made of', () => {
    const given = progress({
      stages: [
        { stage: 'informed', name: 'Biết', words: 'đã gặp', meanings: ['people_met'], count: 80, of_met: 100, of_previous: null },
        { stage: 'activated', name: 'Kích hoạt', words: 'đã kích hoạt', meanings: ['activated'], count: null, of_met: null, of_previous: null },
      ],
      reasons: [
        { meaning: 'unwilling', words: 'chưa muốn cài', count: 3, share: 60 },
        { meaning: 'lacks_identity', words: 'chưa có định danh', count: 1, share: null },
      ],
    });
    expect(eveningsOf(given).rows.map((r) => r.asked?.on ?? null)).toEqual([DAYS[0], DAYS[1], null, null]);
    expect(eveningsOf(given).rows.map((r) => r.cells)).toEqual([
      ['1', '25', '–'],
      ['2', '15', '–'],
      ['3', 'chưa báo cáo', '–'],
      ['4', 'chưa báo cáo', '–'],
    ]);
    expect(stagesOf(given).rows.map((r) => r.asked?.figure ?? null)).toEqual([{ of: 'stage', stage: 'informed' }, null]);
    expect(reasonsOf(given).rows.map((r) => r.cells)).toEqual([['3', '60\u00a0%'], ['1', '–']]);
  });
});

it('the heat table as a picture says without colour what a cell is', () => {
  const given = progress();
  const { draw, height } = heatPicture(given, 'ở chân');
  const option = draw(PAPER) as { series: { data: number[][] }[]; yAxis: { data: unknown[] }; xAxis: { data: string[] } };
  expect(option.xAxis.data).toEqual(['9', '10', '11', '12', '', 'I.2']);
  expect(option.yAxis.data).toHaveLength(4);
  // Four cells, a rate for each area, and the ward's two sums and rate.
  expect(option.series[0]?.data).toHaveLength(4 + 3 + 3);
  expect(height).toBeGreaterThan(4 * 20);
  given.heat.areas.push(...given.heat.areas);
  expect(heatPicture(given, '').height).toBe((height ?? 0) + 3 * 22);
});

it('a picture that was not saved is told in words, and one that was can be opened', async () => {
  const file: SavedFile = { path: '/giay-to/a.svg', file_name: 'a.svg', mime: '', size: 1 };
  let full = true;
  const opened: string[] = [];
  const host = {
    can: { pick: false, reveal: false },
    savePicture: async () => {
      if (full) throw refusal('disk_full', { file: 'a.svg' });
      return file;
    },
    open: async (_: unknown, { path }: { path: string }) => void opened.push(path),
  } as unknown as Host;
  const saving = new Saving(host);
  await saving.save('a', new Uint8Array());
  expect(saving.error).not.toBe('');
  await saving.open();
  expect([saving.file, opened]).toEqual([null, []]);
  full = false;
  await saving.save('a', new Uint8Array());
  await saving.open();
  expect([saving.error, saving.file, opened]).toEqual(['', file, ['/giay-to/a.svg']]);
});

it('parts have addresses', () => {
  expect(partOf('xu-huong')).toBe('trend');
  expect(partOf('khong-co')).toBeNull();
  expect(partOf(null)).toBeNull();
});
