import type { HeatCell, Progress } from '../../api/client';
import { cellsHeight, cellsOption, type Cell } from '../../kit/chartcells';
import { PAPER } from '../../kit/chartlook';
import type { Picture } from '../../kit/charts';
import { count, percent } from '../../text/format';
import { vi } from '../../text/vi';
import { shadeOf } from './heat.svelte';

const t = vi.progress;
/** How dark each shade is on paper; words on the last one are light. */
const DARK = [0.14, 0.28, 0.43, 0.6, 0.92];

/** The heat table as a picture for a file. */
export function heatPicture({ heat, targets }: Progress, foot: string): Picture {
  const { areas, days } = heat;
  const at = new Map(days.map((day, i) => [day.on, i]));
  const rate = (row: number, i: number, value: number | null): Cell => ({
    row,
    // A rate is wider than a day.
    column: days.length + 2 * i + 1,
    text: value === null ? '–' : percent(value),
    shade: null,
  });
  const cells = areas.flatMap((area, row) => [
    ...area.cells.map((cell) => drawnCell(cell, row, at.get(cell.on) ?? 0, heat.most ?? 0)),
    ...targets.map((_, i) => rate(row, i, area.rates[i]?.percent ?? null)),
  ]);
  const ward = [
    ...days.flatMap((day, i): Cell[] => (day.count === null ? [] : [{ row: areas.length, column: i, text: count(day.count), shade: null }])),
    ...targets.map((target, i) => rate(areas.length, i, target.rate.percent)),
  ];
  const given = {
    columns: [...days.map((day) => t.day(day.on)), ...targets.flatMap((target) => ['', t.rateOf(target)])],
    rows: [...areas.map((area) => area.name), t.total],
    cells: [...cells, ...ward],
  };
  return {
    title: t.heat,
    sub: t.heatPictureSub(heat.words),
    foot,
    height: cellsHeight(given.rows.length, PAPER),
    draw: (look) => cellsOption(given, look),
  };
}

function drawnCell(cell: HeatCell, row: number, column: number, most: number): Cell {
  const text = cell.count !== null ? count(cell.count) : cell.state === 'cancelled' ? '×' : cell.state === 'partly' ? '–' : '';
  const shade = cell.count === null ? 0 : (DARK[shadeOf(cell.count, most) - 1] ?? 0);
  const hatched = cell.count === null && (cell.state === 'no_sheets' || cell.state === 'partly');
  return { row, column, text: cell.state === 'partly' && cell.count !== null ? `${text}*` : text, shade, hatched, framed: cell.count === null && !hatched };
}
