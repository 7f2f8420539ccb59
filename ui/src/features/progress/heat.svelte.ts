import type { HeatCell, Progress } from '../../api/client';
import { isComposing } from '../../keyboard/ime';
import { wayOf } from '../../keyboard/cells';
import type { KeyStroke } from '../../keyboard/grammar';
import type { Asked } from '../behind.svelte';

/** Shades of a cell; beyond the last but one the words in it are light. */
export const SHADES = 5;

/** How dark a cell is, from 1: its share of the largest. */
export function shadeOf(count: number, most: number): number {
  return most === 0 ? 1 : Math.min(SHADES, 1 + Math.floor((count / most) * SHADES));
}

/** What stands behind a place of the table: sheets, an evening still ahead, or nothing. */
export type Door = { to: 'figure'; asked: Asked } | { to: 'visit'; visit: number } | null;

/** How a key leads through the table. */
type Step = 'left' | 'right' | ReturnType<typeof wayOf>;

/**
 * The cursor in the heat table. A row has its name, the cells of its evenings and its rates; between them is nothing
 * to stop at. The last row is the ward's.
 */
export class Heat {
  row = $state(0);
  column = $state(0);

  readonly #given: () => Progress;
  /** The column the cursor came along; rows without a cell there do not change it. */
  #along = 0;
  /** Columns of the days, by date. */
  readonly #at = $derived.by(() => new Map(this.#given().heat.days.map((day, i) => [day.on, i + 1])));
  /** Which columns of a row there are, in their order. */
  readonly #places = $derived.by(() => {
    const { heat, targets } = this.#given();
    const rates = targets.map((_, i) => 1 + heat.days.length + i);
    const rows = heat.areas.map((area) => [0, ...area.cells.map((cell) => this.columnOf(cell)), ...rates]);
    const ward = heat.days.flatMap((day, i) => (day.count === null ? [] : [i + 1]));
    return [...rows, [0, ...ward, ...rates]];
  });

  constructor(given: () => Progress) {
    this.#given = given;
  }

  columnOf(cell: HeatCell): number {
    return this.#at.get(cell.on) ?? 0;
  }

  get rows(): number {
    return this.#places.length;
  }

  isHere(row: number, column: number): boolean {
    return this.row === row && this.column === column;
  }

  /** Somebody put the cursor there; newer figures may have taken the place away. */
  put(row: number, column: number): void {
    this.row = row;
    this.column = column;
    this.#along = column;
  }

  /** After newer figures: a place that there still is. */
  settle(): void {
    this.row = Math.min(this.row, this.rows - 1);
    this.column = this.#nearest(this.row, this.column);
  }

  /** Whether the key led anywhere. */
  key(stroke: KeyStroke, page: number): boolean {
    const step = stepOf(stroke);
    if (step === null) return false;
    const here = this.#places[this.row] ?? [0];
    const at = here.indexOf(this.column);
    switch (step) {
      case 'left':
      case 'right':
        return this.#across(here[Math.min(here.length - 1, Math.max(0, at + (step === 'left' ? -1 : 1)))]);
      case 'row_start':
        return this.#across(here[0]);
      case 'row_end':
        return this.#across(here.at(-1));
      case 'up':
        return this.#down(this.row - 1);
      case 'down':
        return this.#down(this.row + 1);
      case 'page_up':
        return this.#down(this.row - page);
      case 'page_down':
        return this.#down(this.row + page);
      case 'first':
        return this.#down(0);
      case 'last':
        return this.#down(this.rows - 1);
    }
  }

  #across(column: number | undefined): boolean {
    this.column = column ?? 0;
    this.#along = this.column;
    return true;
  }

  #down(row: number): boolean {
    this.row = Math.min(this.rows - 1, Math.max(0, row));
    this.column = this.#nearest(this.row, this.#along);
    return true;
  }

  /** Names lead to names and rates to rates; evenings to the nearest evening. */
  #nearest(row: number, column: number): number {
    const { days } = this.#given().heat;
    const here = this.#places[row] ?? [0];
    if (column === 0 || column > days.length) return here.includes(column) ? column : 0;
    const evenings = here.filter((c) => c > 0 && c <= days.length);
    return evenings.reduce((best, c) => (best === 0 || Math.abs(c - column) < Math.abs(best - column) ? c : best), 0);
  }

  /** What is behind the place the cursor is at. */
  get door(): Door {
    return this.doorAt(this.row, this.column);
  }

  doorAt(row: number, column: number): Door {
    const { heat, targets } = this.#given();
    const area = heat.areas[row];
    const of = area?.id ?? null;
    const all = { of: 'meaning', meaning: heat.meaning } as const;
    const figure = (figure: Asked['figure'], on: string | null = null): Door => ({ to: 'figure', asked: { figure, area: of, on } });
    if (column === 0) return figure(all);
    const target = targets[column - 1 - heat.days.length];
    if (target) return figure({ of: 'numerator', target: target.id });
    const day = heat.days[column - 1];
    if (!day) return null;
    if (!area) return figure(all, day.on);
    const cell = area.cells.find((c) => c.on === day.on);
    if (!cell) return null;
    if (cell.count !== null) return figure(all, cell.on);
    if (cell.expected > 0 && cell.state !== 'ahead') return figure({ of: 'sheets', which: 'expected' }, cell.on);
    return cell.visit === null ? null : { to: 'visit', visit: cell.visit };
  }
}

function stepOf(stroke: KeyStroke): Step {
  if (isComposing(stroke) || stroke.altKey || stroke.shiftKey || stroke.metaKey) return null;
  if (stroke.key === 'ArrowLeft') return 'left';
  if (stroke.key === 'ArrowRight') return 'right';
  return wayOf(stroke, false);
}
