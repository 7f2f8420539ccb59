/** From figures to what charts and their tables show. */

import type { Progress, TargetProgress } from '../../api/client';
import { columnsOption, rowsOption } from '../../kit/chartdraw';
import type { Draw } from '../../kit/charts';
import { count, dm, dmy, percent } from '../../text/format';
import { vi } from '../../text/vi';
import type { Asked } from '../behind.svelte';

const t = vi.progress;
type Value = number | null;

/** A chart, and the same figures in words. */
export interface Drawn {
  draw: Draw;
  description: string;
  /** Why there is nothing to draw. */
  empty: string;
  columns: readonly string[];
  rows: { name: string; cells: string[]; asked: Asked | null }[];
}

const shown = (n: Value, words: (n: number) => string): string => (n === null ? '–' : words(n));

/** A target from day to day, against the line it has to follow. */
export function trendOf(target: TargetProgress, asOf: string): Drawn {
  const { trend } = target;
  const inPercent = target.rate.denominator !== null;
  const now = trend.find((p) => p.on === asOf);
  const words = (n: Value, of: Value) => (inPercent ? shown(of, percent) : shown(n, count));
  return {
    draw: (look) =>
      columnsOption(
        {
          categories: trend.map((p) => dm(p.on)),
          series: [
            { name: t.trendDone, kind: 'line', tone: 'good', labelled: true, values: trend.map((p) => (inPercent ? p.percent : p.numerator)) },
            { name: t.trendNeeded, kind: 'line', tone: 'need', broken: true, values: trend.map((p) => (inPercent ? p.needed_percent : p.needed)) },
          ],
          format: inPercent ? percent : count,
          ...(inPercent ? { reach: target.goal, mark: { value: target.goal, name: t.trendGoal(target) } } : {}),
        },
        look,
      ),
    description: t.trendWords(target, asOf, words(now?.numerator ?? null, now?.percent ?? null), words(now?.needed ?? null, now?.needed_percent ?? null)),
    empty: trend.some((p) => p.numerator !== null || p.needed !== null) ? '' : t.noTrend,
    columns: t.trendColumns,
    rows: trend.map((p) => ({
      name: dmy(p.on),
      cells: [shown(p.numerator, count), shown(p.percent, percent), shown(p.needed, count), shown(p.needed_percent, percent)],
      asked: p.numerator === null ? null : { figure: { of: 'numerator', target: target.id }, area: null, on: null, to: p.on },
    })),
  };
}

/** What each evening brought, and what those to come must bring together for the target that counts the same. */
export function eveningsOf({ heat, targets }: Progress): Drawn {
  const days = heat.days.filter((day) => day.evening !== null || day.count !== null);
  const reported = days.flatMap((day) => (day.count === null ? [] : [day.count]));
  const which = targets.findIndex((target) => target.counts === 'installed');
  const target = targets[which];
  const each = target?.need?.per_visit ?? null;
  /** Visits to come of the areas that the rate covers. */
  const ahead = (on: string) =>
    target === undefined || on > target.by
      ? 0
      : heat.areas.filter((a) => (a.rates[which]?.denominator ?? null) !== null && a.cells.some((c) => c.on === on && c.state === 'ahead')).length;
  const needed = days.map((day) => {
    const visits = ahead(day.on);
    return each === null || each === 0 || visits === 0 ? null : each * visits;
  });
  return {
    draw: (look) =>
      columnsOption(
        {
          categories: days.map((day) => dm(day.on)),
          series: [
            { name: heat.words, kind: 'bar', tone: 'good', labelled: true, values: days.map((day) => day.count) },
            ...(needed.some((n) => n !== null) ? [{ name: t.eveningsNeeded, kind: 'bar', tone: 'need', broken: true, labelled: true, values: needed } as const] : []),
          ],
          format: count,
        },
        look,
      ),
    description: t.eveningsWords(heat.words, reported.length, reported.length === 0 ? '–' : count(Math.max(...reported)), each === null ? null : count(each)),
    empty: reported.length === 0 ? t.noTrend : '',
    columns: t.eveningsColumns,
    rows: days.map((day, i) => ({
      name: dmy(day.on),
      cells: [shown(day.evening, String), t.countOr(day.count), shown(needed[i] ?? null, count)],
      asked: day.count === null ? null : { figure: { of: 'meaning', meaning: heat.meaning }, area: null, on: day.on },
    })),
  };
}

/** People from stage to stage. */
export function stagesOf({ stages }: Progress): Drawn {
  return {
    draw: (look) =>
      rowsOption({ tone: 'good', rows: stages.map((s) => ({ name: s.name, value: s.count, label: t.stageLabel(s.count, s.of_met) })) }, look),
    description: t.stagesWords(stages.map((s) => `${s.name} ${t.stageLabel(s.count, s.of_met)}`).join('; ')),
    empty: stages.some((s) => s.count !== null) ? '' : t.noTrend,
    columns: t.stagesColumns,
    rows: stages.map((s) => ({
      name: `${s.name}: ${s.words}`,
      cells: [t.countOr(s.count), t.share(s.of_met), t.share(s.of_previous)],
      asked: s.count === null ? null : { figure: { of: 'stage', stage: s.stage }, area: null, on: null },
    })),
  };
}

/** Why people have not installed; what is no part of them is hatched. */
export function reasonsOf({ reasons }: Progress): Drawn {
  return {
    draw: (look) =>
      rowsOption(
        { tone: 'need', rows: reasons.map((r) => ({ name: r.words, value: r.count, label: t.stageLabel(r.count, r.share), broken: r.share === null })) },
        look,
      ),
    description: t.reasonsWords(reasons.map((r) => `${r.words} ${t.stageLabel(r.count, r.share)}`).join('; ')),
    empty: reasons.some((r) => r.count !== null) ? '' : t.noTrend,
    columns: t.reasonsColumns,
    rows: reasons.map((r) => ({
      name: r.words,
      cells: [t.countOr(r.count), t.share(r.share)],
      asked: r.count === null ? null : { figure: { of: 'meaning', meaning: r.meaning }, area: null, on: null },
    })),
  };
}
