import type { SheetState, SheetView } from '../../api/client';
import { isCrowded } from '../../keyboard/advance';
import { resumeAt, stopAfter, type Stop } from '../../keyboard/grammar';
import { Box } from './box.svelte';

/** Where the cursor should go now; a new object each time, so that asking twice moves it twice. */
export interface Cursor {
  stop: Stop;
}

/** The cursor came by itself. */
interface Arrival {
  /** The box it left; `null` where a code opened the sheet. */
  from: number | null;
  at: Stop;
  /** Time of the key that moved it; `null` once its Enter was heard. */
  when: number | null;
}

const CLOSED: ReadonlySet<SheetState> = new Set<SheetState>(['locked', 'void', 'lost']);
const DONE: ReadonlySet<SheetState> = new Set<SheetState>(['keyed', 'verified', ...CLOSED]);

/** The sheet on the table: its boxes, what is wrong with them, and where the cursor is. */
export class Table {
  view = $state.raw<SheetView | null>(null);
  boxes = $state.raw<Box[]>([]);
  cursor = $state.raw<Cursor>({ stop: 'code' });
  /** The box, or field, where the cursor is. */
  at = $state<Stop>('code');
  #arrival: Arrival | null = null;

  get code(): string | null {
    return this.view?.code ?? null;
  }

  get filled(): number {
    return this.boxes.filter((b) => b.typed !== '').length;
  }

  get missing(): string[] {
    return this.boxes.filter((b) => b.typed === '' && !b.control).map((b) => b.no);
  }

  get hard() {
    return this.view?.failures.filter((f) => f.severity === 'hard') ?? [];
  }

  /** What is unlikely and nobody has accepted. */
  get soft() {
    return this.view?.flags.filter((f) => f.accepted?.holds !== true) ?? [];
  }

  /** Boxes that a failed check speaks of. */
  suspects(no: string): 'hard' | 'soft' | null {
    if (this.hard.some((f) => f.boxes.includes(no))) return 'hard';
    return this.soft.some((f) => f.failure.boxes.includes(no)) ? 'soft' : null;
  }

  get accepted(): boolean {
    return Boolean(this.view?.accepted_because) && this.view?.state !== 'returned';
  }

  /** Complete but impossible: a reason makes it count. */
  get mayAccept(): boolean {
    return this.view !== null && this.hard.length > 0 && this.view.missing.length === 0 && this.view.state === 'returned';
  }

  /** Every box is filled, and the sums fail. */
  get isWrong(): boolean {
    return this.open && this.missing.length === 0 && this.hard.length > 0 && !this.accepted;
  }

  /** Its boxes may be keyed. */
  get open(): boolean {
    return this.view !== null && !this.view.loose && !CLOSED.has(this.view.state);
  }

  /** Where whoever opens a sheet begins. A sheet that is done waits for a word first: nothing is keyed over it. */
  get begins(): Stop {
    if (this.view === null || this.view.loose || DONE.has(this.view.state)) return 'code';
    return resumeAt(this.boxes.map((b) => b.typed));
  }

  /** The box the cursor is sent to; `null`: none, the next sheet's code. */
  get cursorNo(): string | null {
    const { stop } = this.cursor;
    return stop === 'code' ? null : (this.boxes[stop]?.no ?? null);
  }

  show(view: SheetView): void {
    this.view = view;
    this.boxes = view.boxes.map((box) => new Box(box));
    this.#arrival = null;
  }

  /** The sheet as it is on disk by now; what is being typed stays. */
  renew(view: SheetView): void {
    this.view = view;
    for (const box of this.boxes) {
      const now = view.boxes.find((b) => b.no === box.no);
      if (now) box.take(now.value);
    }
  }

  find(no: string): number {
    return this.boxes.findIndex((b) => b.no === no);
  }

  isCrowded(at: number): boolean {
    return isCrowded(this.boxes, at);
  }

  go(stop: Stop): void {
    this.#arrival = null;
    this.cursor = { stop };
  }

  /** Moves the cursor without its being told: from a full box, or into a sheet opened by its code. */
  goByItself(stop: Stop, from: number | null, when: number): void {
    this.go(stop);
    this.#arrival = { from, at: stop, when };
  }

  /** The box the cursor left by itself to come here, as long as nothing was typed here since. */
  leftFor(at: Stop): number | null {
    if (this.#arrival?.at !== at) return null;
    return typeof at === 'number' && this.boxes[at]?.dirty ? null : this.#arrival.from;
  }

  /** When the cursor came here by itself, as long as an Enter may belong to that. */
  arrivedAt(at: Stop): number | null {
    if (this.#arrival?.at !== at || (typeof at === 'number' && this.boxes[at]?.dirty)) return null;
    return this.#arrival.when;
  }

  /** The Enter that belonged to it was heard: the next one is meant. */
  heardEcho(): void {
    if (this.#arrival) this.#arrival = { ...this.#arrival, when: null };
  }

  /** Back into a box, at the end of its number, which is mended there. */
  edit(at: number): void {
    const box = this.boxes[at];
    if (!box) return;
    this.go(at);
    box.editing = true;
    box.fresh = false;
  }

  after(at: number): Stop {
    return stopAfter(at, this.boxes.length);
  }

  /** From the code field back to the sheet: to what misses, else to the last box. */
  backToBoxes(): void {
    const blank = this.boxes.findIndex((b) => b.typed === '');
    if (this.boxes.length > 0) this.go(blank === -1 ? this.boxes.length - 1 : blank);
  }
}
