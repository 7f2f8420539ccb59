import type {
  AreaRow,
  Client,
  IndicatorForm,
  SheetRow,
  UnitCell,
  UnitId,
  UnitIndicatorId,
  UnitRow,
  Units as UnitsView,
} from '../../../api/client';
import { count, parseCount } from '../../../text/format';
import { vi } from '../../../text/vi';
import { wordsOf } from '../../../text/words';

export type Which = 'people' | 'done';

/** A school's row as typed. */
export class RowDraft {
  typed = $state<Record<string, string>>({});
  error = $state('');
  saving = $state(false);
  acknowledged = $state(false);
  #cells: readonly UnitCell[] = [];

  constructor(
    readonly unit: UnitId,
    cells: readonly UnitCell[],
  ) {
    this.take(cells);
  }

  static key(indicator: UnitIndicatorId, which: Which): string {
    return `${String(indicator)} ${which}`;
  }

  /** What the office holds now; a box that is being typed in and not saved yet keeps what was typed. */
  take(cells: readonly UnitCell[]): void {
    const before = this.#cells;
    for (const cell of cells) {
      const old = before.find((c) => c.indicator === cell.indicator);
      for (const which of ['people', 'done'] as const) {
        const untouched =
          old === undefined || (!this.bad(cell.indicator, which) && this.#number(cell.indicator, which) === old[which]);
        if (untouched) this.typed[RowDraft.key(cell.indicator, which)] = shown(cell[which]);
      }
    }
    this.#cells = cells;
  }

  bad(indicator: UnitIndicatorId, which: Which): boolean {
    const typed = (this.typed[RowDraft.key(indicator, which)] ?? '').trim();
    return typed !== '' && parseCount(typed) === null;
  }

  #number(indicator: UnitIndicatorId, which: Which): number | null {
    return parseCount(this.typed[RowDraft.key(indicator, which)] ?? '');
  }

  /** Columns whose numbers differ from what the office holds. */
  get changed(): UnitCell[] {
    return this.#cells.filter((c) =>
      (['people', 'done'] as const).some((which) => !this.bad(c.indicator, which) && this.#number(c.indicator, which) !== c[which]),
    );
  }

  async save(client: Client, asOf: string): Promise<boolean> {
    if (this.#cells.some((c) => this.bad(c.indicator, 'people') || this.bad(c.indicator, 'done'))) return false;
    const changed = this.changed;
    if (changed.length === 0) {
      this.error = '';
      return true;
    }
    // A column that was emptied is blank on the day it stood for: else the number of an earlier day came back.
    const byDay = new Map<string, UnitIndicatorId[]>();
    for (const cell of changed) {
      const blank = this.#number(cell.indicator, 'people') === null && this.#number(cell.indicator, 'done') === null;
      const day = blank ? (cell.as_of ?? asOf) : asOf;
      byDay.set(day, [...(byDay.get(day) ?? []), cell.indicator]);
    }
    this.saving = true;
    try {
      for (const [as_of, indicators] of byDay) {
        const values = indicators.map((indicator) => ({
          indicator,
          people: this.#number(indicator, 'people'),
          done: this.#number(indicator, 'done'),
        }));
        await client.call('put_unit_figures', { unit: this.unit, as_of, values });
      }
      this.error = '';
      this.acknowledged = true;
      return true;
    } catch (error) {
      this.error = wordsOf(error);
      return false;
    } finally {
      this.saving = false;
    }
  }
}

const shown = (n: number | null): string => (n === null ? '' : count(n));

/** Schools, and the areas that report by themselves. */
export class SelfReports {
  units = $state.raw<UnitsView | null>(null);
  areas = $state.raw<{ area: AreaRow; due: string; sheet: SheetRow | null }[]>([]);
  rows = $state.raw<RowDraft[]>([]);
  error = $state('');
  /** The day the schools' numbers being keyed stand for. */
  asOf = $state<string | null>(null);
  asOfOk = $state(true);

  readonly #client: Client;

  constructor(client: Client, today: string) {
    this.#client = client;
    this.asOf = today;
  }

  async load(): Promise<void> {
    try {
      const [units, areas, sheets] = await Promise.all([
        this.#client.call('list_units', {}),
        this.#client.call('list_areas', {}),
        this.#client.call('list_sheets', { evening: null, which: 'own_reports' }),
      ]);
      this.units = units;
      this.rows = units.units.map((unit) => {
        const row = this.rows.find((r) => r.unit === unit.id);
        if (!row) return new RowDraft(unit.id, unit.cells);
        row.take(unit.cells);
        return row;
      });
      const own = (area: AreaRow) =>
        sheets.filter((s) => s.kind === 'self_report' && s.area === area.id && s.state !== 'void').at(-1) ?? null;
      this.areas = areas.flatMap((area) =>
        area.self_report_due === null || (area.ended_on !== null && own(area) === null) ? [] : [{ area, due: area.self_report_due, sheet: own(area) }],
      );
      this.error = '';
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  row(unit: UnitRow): RowDraft | null {
    return this.rows.find((r) => r.unit === unit.id) ?? null;
  }

  async save(row: RowDraft): Promise<void> {
    if (this.asOf === null || !this.asOfOk) {
      row.error = vi.units.needDay;
      return;
    }
    await row.save(this.#client, this.asOf);
  }

  /** The code of the area's own sheet, numbered if it has none yet. */
  async sheetOf(area: AreaRow, sheet: SheetRow | null): Promise<string | null> {
    if (sheet) return sheet.code;
    return this.#try(() => this.#client.call('number_self_report', { area: area.id }));
  }

  async setAsOf(sheet: SheetRow, as_of: string | null): Promise<void> {
    if (as_of === null || as_of === sheet.on) return;
    await this.#try(() => this.#client.call('set_as_of', { code: sheet.code, as_of }));
  }

  /** One school a line. */
  async add(names: string, due_on: string | null): Promise<number | null> {
    const added = await this.#try(() => this.#client.call('add_units', { names: names.split('\n'), due_on }));
    return added?.length ?? null;
  }

  async putColumns(indicators: IndicatorForm[]): Promise<boolean> {
    return (await this.#try(async () => (await this.#client.call('put_unit_indicators', { indicators })) ?? true)) !== null;
  }

  async #try<T>(does: () => Promise<T>): Promise<T | null> {
    try {
      const answer = await does();
      this.error = '';
      return answer;
    } catch (error) {
      this.error = wordsOf(error);
      return null;
    }
  }
}

/** Where the cursor goes in a grid of boxes; `null` leaves the key to the box. */
export function gridStop(key: string, at: { row: number; column: number }, rows: number): { row: number; column: number } | null {
  const step = key === 'Enter' || key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return null;
  const row = at.row + step;
  return row < 0 || row >= rows ? null : { row, column: at.column };
}
