/** A table of shaded cells as a picture: for a file, not for the screen, where a table is a table. */

import type { EChartsCoreOption } from 'echarts/core';
import type { ChartLook } from './chartlook';

export interface Cell {
  row: number;
  column: number;
  text: string;
  /** How dark, from 0 to 1, light words from three quarters on; `null`: words alone, without a cell. */
  shade: number | null;
  /** Lines across, a frame around: told apart without colour. */
  hatched?: boolean;
  framed?: boolean;
}

export interface Cells {
  columns: readonly string[];
  rows: readonly string[];
  cells: readonly Cell[];
}

/** Height of a row in a picture, and what stands around the rows. */
const ROW = 22;
const AROUND = 30;

/** Pixels that a picture of so many rows needs. */
export function cellsHeight(rows: number, look: ChartLook): number {
  return rows * ROW + AROUND + look.above + look.below;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Slanted lines that end at the box. */
function hatching({ x, y, width, height }: Box): string {
  const lines = [];
  for (let at = -height + 4; at < width; at += 6) {
    const [from, to] = [Math.max(0, at), Math.min(width, at + height)];
    lines.push(`M${String(x + from)} ${String(y + height - (from - at))}L${String(x + to)} ${String(y + height - (to - at))}`);
  }
  return lines.join('');
}

function drawn(cell: Cell, box: Box, look: ChartLook): object {
  const dark = cell.shade !== null && cell.shade > 0.75;
  const opacity = cell.hatched || cell.framed ? 0 : (cell.shade ?? 0);
  return {
    type: 'group',
    children: [
      { type: 'rect', shape: { ...box, r: 3 }, style: { fill: look.tones.good, opacity } },
      ...(cell.framed ? [{ type: 'rect', shape: { ...box, r: 3 }, style: { fill: 'none', stroke: look.tones.quiet, lineWidth: 1 } }] : []),
      ...(cell.hatched ? [{ type: 'path', shape: { pathData: hatching(box) }, style: { fill: 'none', stroke: look.tones.need, lineWidth: 1.5 } }] : []),
      {
        type: 'text',
        style: {
          text: cell.text,
          x: box.x + box.width / 2,
          y: box.y + box.height / 2,
          align: 'center',
          verticalAlign: 'middle',
          fill: dark ? look.paper : look.ink,
          fontFamily: look.font,
          fontSize: look.px * (cell.shade === null ? 0.74 : 0.8),
          fontWeight: cell.shade === null ? 600 : 400,
        },
      },
    ],
  };
}

interface Api {
  coord(at: number[]): number[];
  size(of: number[]): number[];
}

export function cellsOption({ columns, rows, cells }: Cells, look: ChartLook): EChartsCoreOption {
  const words = { fontFamily: look.font, fontSize: look.px * 0.8 };
  const plain = { axisLine: { show: false }, axisTick: { show: false } };
  return {
    animation: false,
    grid: { left: 24, right: 24, top: look.above + AROUND, bottom: look.below, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { type: 'category', position: 'top', data: [...columns], axisLabel: { ...words, color: look.mute, interval: 0 }, ...plain },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((name, at) => ({ value: String(at), name })),
      axisLabel: { ...words, color: look.ink, interval: 0, formatter: (at: string) => rows[Number(at)] ?? '' },
      splitLine: { show: true, lineStyle: { color: look.line, width: 0.5 } },
      ...plain,
    },
    series: [
      {
        type: 'custom',
        data: cells.map(({ row, column }) => [column, row]),
        renderItem: ({ dataIndex }: { dataIndex: number }, api: Api) => {
          const cell = cells[dataIndex];
          if (!cell) return null;
          const [x = 0, y = 0] = api.coord([cell.column, cell.row]);
          const [width = 0, height = 0] = api.size([1, 1]);
          return drawn(cell, { x: x - width / 2 + 1, y: y - height / 2 + 1.5, width: width - 2, height: height - 3 }, look);
        },
      },
    ],
  };
}
