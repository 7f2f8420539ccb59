/** Plain charts from plain numbers. Unknown is `null` and leaves a gap, never a zero. */

import type { EChartsCoreOption } from 'echarts/core';
import type { ChartLook, Tone } from './chartlook';

type Value = number | null;

/** Bars or a line over the same categories. */
export interface Series {
  name: string;
  kind: 'bar' | 'line';
  values: readonly Value[];
  tone: Tone;
  /** A dashed line, a hatched bar: told from its neighbour without colour. */
  broken?: boolean;
  /** The value at every bar, or at the last point of a line. */
  labelled?: boolean;
}

export interface Columns {
  categories: readonly string[];
  series: readonly Series[];
  format: (value: number) => string;
  /** The axis goes at least so far. */
  reach?: number;
  /** A level across. */
  mark?: { value: number; name: string };
}

export interface Rows {
  rows: readonly { name: string; value: Value; label: string; broken?: boolean }[];
  tone: Tone;
  /** The axis ends here; else at the largest value. */
  reach?: number;
}

/** The end of an axis: two digits are enough to read it by. */
function roundUp(value: number): number {
  if (value <= 0) return 1;
  const step = 10 ** Math.floor(Math.log10(value)) / 2;
  return Math.ceil(value / step) * step;
}

/** In the legend as in the picture: a line, a dashed line, a bar. */
function iconOf({ kind, broken }: Series): string {
  if (kind === 'bar') return 'rect';
  return broken ? 'path://M0 4H8V6H0Z M12 4H20V6H12Z' : 'path://M0 4H20V6H0Z';
}

/** Lines across a bar, in the colour of the paper. */
function hatch(look: ChartLook) {
  return { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: -Math.PI / 4, color: look.paper };
}

function type(look: ChartLook, color = look.mute) {
  return { color, fontFamily: look.font, fontSize: look.px * 0.86 };
}

function frame(look: ChartLook): EChartsCoreOption {
  return {
    animation: false,
    textStyle: { fontFamily: look.font, fontSize: look.px * 0.86, color: look.ink },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      backgroundColor: look.paper,
      borderColor: look.line,
      textStyle: type(look, look.ink),
      axisPointer: { type: 'line', lineStyle: { color: look.mute } },
    },
  };
}

/** A line whose last value would be written beyond the picture. */
function endsAtTheEdge({ kind, labelled, values }: Series): boolean {
  return kind === 'line' && labelled === true && values.slice(Math.floor(values.length * 0.9)).some((value) => value !== null);
}

/** Upright bars and lines over time. */
export function columnsOption({ categories, series, format, reach, mark }: Columns, look: ChartLook): EChartsCoreOption {
  const told = { valueFormatter: (value: unknown) => (typeof value === 'number' ? format(value) : '–') };
  const base = frame(look);
  return {
    ...base,
    tooltip: { ...(base['tooltip'] as object), ...told },
    legend: {
      show: series.length > 1,
      top: look.above,
      left: look.above > 0 ? 24 : 0,
      itemWidth: look.px * 1.8,
      itemHeight: look.px * 0.7,
      data: series.map((one) => ({ name: one.name, icon: iconOf(one) })),
      textStyle: type(look, look.ink),
      selectedMode: false,
    },
    grid: {
      left: look.above > 0 ? 24 : 0,
      right: (look.above > 0 ? 24 : 0) + look.px * (series.some(endsAtTheEdge) ? 3.8 : 1.2),
      top: look.above + look.px * (series.length > 1 ? 2.4 : 1.4),
      bottom: look.below + 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: {
      type: 'category',
      data: [...categories],
      axisLine: { lineStyle: { color: look.mute } },
      axisTick: { show: false },
      axisLabel: { ...type(look), hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: reach === undefined ? null : (extent: { max: number }) => roundUp(Math.max(extent.max, reach)),
      splitNumber: 4,
      axisLabel: { ...type(look), formatter: format },
      splitLine: { lineStyle: { color: look.line } },
    },
    series: series.map((one, at) => ({
      name: one.name,
      type: one.kind,
      data: [...one.values],
      connectNulls: one.kind === 'line' && one.broken === true,
      barMaxWidth: look.px * 2.2,
      // Bars of a day that has one of them only; two would hide one another.
      barGap: '-100%',
      itemStyle: { color: look.tones[one.tone], decal: one.kind === 'bar' && one.broken ? hatch(look) : null },
      lineStyle: { color: look.tones[one.tone], width: one.broken ? 2 : 2.5, type: one.broken ? [6, 5] : 'solid' },
      symbol: one.broken ? 'none' : 'circle',
      symbolSize: look.px * 0.5,
      label: {
        show: one.labelled === true && one.kind === 'bar',
        position: 'top',
        formatter: ({ value }: { value: unknown }) => (typeof value === 'number' ? format(value) : ''),
        ...type(look, look.ink),
        // Over a taller bar beside it.
        textBorderColor: look.paper,
        textBorderWidth: 3,
      },
      endLabel: {
        show: one.labelled === true && one.kind === 'line',
        formatter: ({ value }: { value: unknown }) => (typeof value === 'number' ? format(value) : ''),
        ...type(look, look.ink),
        fontWeight: 600,
      },
      labelLayout: { hideOverlap: true },
      markLine:
        mark === undefined || at > 0
          ? undefined
          : {
              silent: true,
              symbol: 'none',
              lineStyle: { color: look.ink, width: 1.5, type: 'solid' },
              label: {
                position: one.kind === 'bar' ? 'insideEndTop' : 'insideStartTop',
                formatter: mark.name,
                ...type(look, look.ink),
                textBorderColor: look.paper,
                textBorderWidth: 3,
              },
              data: [{ yAxis: mark.value }],
            },
    })),
  };
}

/** Level bars, each with its name before it and its words behind. */
export function rowsOption({ rows, tone, reach }: Rows, look: ChartLook): EChartsCoreOption {
  return {
    ...frame(look),
    tooltip: { show: false },
    grid: {
      left: look.above > 0 ? 24 : 0,
      right: look.px * 8.5,
      top: look.above + 4,
      bottom: look.below + 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: { type: 'value', min: 0, max: reach ?? null, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((row) => row.name),
      axisLine: { lineStyle: { color: look.mute } },
      axisTick: { show: false },
      axisLabel: { ...type(look, look.ink), fontSize: look.px * 0.93, width: look.px * 17, overflow: 'break' },
    },
    series: [
      {
        type: 'bar',
        data: rows.map((row) => ({
          // A bar of no length still carries its words.
          value: row.value ?? 0,
          itemStyle: { color: look.tones[tone], decal: row.broken ? hatch(look) : null },
        })),
        barMaxWidth: look.px * 1.9,
        showBackground: false,
        label: {
          show: true,
          position: 'right',
          formatter: ({ dataIndex }: { dataIndex: number }) => rows[dataIndex]?.label ?? '',
          ...type(look, look.ink),
          fontSize: look.px * 0.93,
        },
      },
    ],
  };
}
