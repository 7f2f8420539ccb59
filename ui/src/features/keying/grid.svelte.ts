import type { Client, EveningGrid, GridBox, GridRow, SheetView } from '../../api/client';
import { nextRow, placeAfter, rowBefore, type Field, type Place, type Way } from '../../keyboard/cells';
import type { Stop } from '../../keyboard/grammar';
import { wordsOf } from '../../text/words';
import { BY_ITSELF, Box, type Typing } from './box.svelte';
import { Hand, type Rooms } from './hand';
import type { Keying } from './keying.svelte';
import { Rescue } from './rescue.svelte';
import { Table } from './table.svelte';
import { Writing } from './writing.svelte';

/** Rows that a page of the grid holds. */
const PAGE = 10;

/** A sheet as a row: a table of its own, whose cursor is the grid's while it is there. */
export class Row extends Table implements Rooms {
  readonly table = this;
  readonly writing: Writing;
  readonly rescue = new Rescue(this);
  readonly hand: Hand;
  readonly #grid: Grid;
  /** As the evening's list gave it; `view` is newer, once a box was written. */
  readonly given: GridRow;

  constructor(grid: Grid, client: Client, given: GridRow, columns: readonly GridBox[], heard: (view: SheetView) => void) {
    super();
    this.#grid = grid;
    this.given = given;
    const box = (b: GridBox) => new Box({ ...b, help: null, value: given.values[b.no] ?? null });
    this.boxes = columns.map(box);
    this.writing = new Writing(client, this, grid.keying.line, grid.keying.steps, heard);
    this.hand = new Hand(this);
  }

  override get code(): string {
    return this.given.code;
  }

  override get open(): boolean {
    return this.view === null ? this.given.open : super.open;
  }

  override get cursorNo(): string | null {
    return this.#grid.row === this ? super.cursorNo : null;
  }

  override suspects(no: string): 'hard' | 'soft' | null {
    if (this.view !== null) return super.suspects(no);
    if (this.given.impossible.includes(no)) return 'hard';
    return this.given.unlikely.includes(no) ? 'soft' : null;
  }

  override go(stop: Stop): void {
    super.go(stop);
    if (stop === 'code') this.#grid.pass(this);
    else this.#grid.arrive(this, stop);
  }

  override goByItself(stop: Stop, from: number | null, when: number): void {
    super.goByItself(stop, from, when);
    if (stop === 'code') this.#grid.row?.cameBy(when);
  }

  /** The row before was left by itself: an Enter may belong to that. */
  cameBy(when: number): void {
    const { stop } = this.cursor;
    if (stop !== 'code') super.goByItself(stop, null, when);
  }

  get readonly(): boolean {
    return this.#grid.keying.readonly;
  }

  /** A sheet scanned into a cell is opened as a sheet. */
  async openSheet(code: string, when: number | null): Promise<boolean> {
    return this.#grid.leaveFor(code, when);
  }

  goOn(key: string, how: Typing): void {
    const next = this.#grid.row;
    if (next !== null && next !== this) next.hand.replay(key, how.when);
  }

  get isAtRest(): boolean {
    const { row, at } = this.#grid;
    return row === null || row === this || row.boxes[at]?.dirty !== true;
  }

  undo(): Promise<void> {
    return this.#grid.undo(this);
  }
}

/** One evening as a grid: its sheets under one another, keyed by the same grammar, each cell durable when it is left. */
export class Grid {
  readonly keying: Keying;
  on = $state('');
  columns = $state.raw<GridBox[]>([]);
  rows = $state.raw<Row[]>([]);
  /** Where the cursor should go now; a new object each time. */
  cursor = $state.raw<{ row: Row | null; at: number }>({ row: null, at: 0 });
  error = $state('');
  loaded = $state(false);
  /** Laid aside for somebody else, half keyed: it is taken up as it lies. */
  aside = false;

  readonly #client: Client;

  constructor(client: Client, keying: Keying) {
    this.#client = client;
    this.keying = keying;
  }

  get row(): Row | null {
    return this.cursor.row;
  }

  get at(): number {
    return this.cursor.at;
  }

  async load(on: string): Promise<void> {
    try {
      const unsaved = await this.keying.writing.leaveSheet();
      if (unsaved.length > 0) return;
      this.#lay(await this.#client.call('get_evening_grid', { on }));
      this.error = '';
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  #lay(grid: EveningGrid): void {
    this.on = grid.on;
    const columns = new Map<string, GridBox>();
    for (const form of grid.forms) for (const box of form.boxes) if (!columns.has(box.no)) columns.set(box.no, box);
    this.columns = [...columns.values()];
    const formOf = new Map(grid.forms.map((form) => [form.version, form.boxes]));
    const heard = (view: SheetView) => this.keying.heard(view);
    this.rows = grid.rows.map((row) => new Row(this, this.#client, row, formOf.get(row.form_version) ?? [], heard));
    this.loaded = true;
    const begins = this.rows.find((row) => row.open && row.missing.length > 0) ?? this.rows.find((row) => row.open);
    begins?.go(Math.max(0, begins.boxes.findIndex((b) => b.typed === '' && !b.control)));
  }

  // Moving.

  get #field(): Field {
    const { rows, columns } = this;
    const has = ({ row, column }: Place) => rows[row]?.open === true && this.#boxAt(rows[row], column) !== -1;
    return { rows: rows.length, columns: columns.length, page: PAGE, has };
  }

  /** Which of a row's boxes stands in a column. */
  #boxAt(row: Row | undefined, column: number): number {
    const no = this.columns[column]?.no;
    return no === undefined || !row ? -1 : row.find(no);
  }

  #placeOf(row: Row, at: number): Place {
    const no = row.boxes[at]?.no;
    return { row: this.rows.indexOf(row), column: this.columns.findIndex((c) => c.no === no) };
  }

  #goTo(place: Place | null): void {
    const row = place === null ? undefined : this.rows[place.row];
    if (row && place) row.go(this.#boxAt(row, place.column));
  }

  /** A way through the grid from a cell, which is left. */
  move(row: Row, at: number, way: Way): void {
    this.#goTo(placeAfter(this.#placeOf(row, at), way, this.#field));
    row.hand.leave(at);
  }

  /** Back from the first cell of a row: to the last of the row before. Answers whether there is one. */
  moveBack(row: Row, at: number): boolean {
    if (at !== 0) return false;
    const place = rowBefore(this.rows.indexOf(row), this.#field);
    if (place === null) return false;
    this.#goTo(place);
    row.hand.leave(at);
    return true;
  }

  /** A row has the cursor. */
  arrive(row: Row, at: number): void {
    this.cursor = { row, at };
  }

  /** A row is left at its end: the next one begins; at the last, the cursor stays on its last cell. */
  pass(row: Row): void {
    const place = nextRow(this.rows.indexOf(row), this.#field);
    if (place === null) row.go(row.boxes.length - 1);
    else this.#goTo(place);
  }

  // Leaving.

  /** Everything of the grid is on disk, or has failed with words. Answers whether all of it is. */
  async settled(): Promise<boolean> {
    const unsaved = await Promise.all(this.rows.map((row) => row.writing.leaveSheet()));
    return unsaved.every((boxes) => boxes.length === 0);
  }

  /** Hears that a sheet is wanted instead of the grid. */
  onLeave: () => void = () => undefined;

  async leaveFor(code: string, when: number | null): Promise<boolean> {
    if (!(await this.settled())) return false;
    this.onLeave();
    return this.keying.open(code, when);
  }

  /** Takes back the last thing typed; what was typed on a sheet that is not of this evening, on that sheet. */
  async undo(here: Row): Promise<void> {
    const { stop } = here.cursor;
    const box = stop === 'code' ? undefined : here.boxes[stop];
    if (box?.dirty) return box.restore();
    await this.keying.writing.settled();
    const step = this.keying.steps.pop();
    if (!step) return;
    const row = this.rows.find((r) => r.code === step.code);
    if (!row) {
      this.keying.steps.push(step);
      this.onLeave();
      return this.keying.undo();
    }
    const back = step.boxes.flatMap((before) => {
      const target = row.boxes[row.find(before.no)];
      target?.write(before.value, BY_ITSELF);
      return target ?? [];
    });
    const [first] = back;
    if (first) row.go(row.boxes.indexOf(first));
    await row.writing.send(back, { undoing: true });
  }
}
