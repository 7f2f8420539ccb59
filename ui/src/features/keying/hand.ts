import { afterDigit } from '../../keyboard/advance';
import {
  blanksFrom,
  digitsOf,
  intentOf,
  isModifier,
  isScan,
  QR_DIGITS,
  stopBefore,
  WRITES,
  type Intent,
  type KeyStroke,
  type Stop,
} from '../../keyboard/grammar';
import { isOfBurst } from '../../keyboard/pace';
import { parseCount } from '../../text/format';
import { vi } from '../../text/vi';
import { BY_ITSELF, type Box, type Typing } from './box.svelte';
import type { Rescue } from './rescue.svelte';
import type { Table } from './table.svelte';
import type { Writing } from './writing.svelte';

/** What a hand needs of the rooms around the boxes. */
export interface Rooms {
  readonly table: Table;
  readonly writing: Writing;
  readonly rescue: Rescue;
  /** Whoever looks may not key. */
  readonly readonly: boolean;
  openSheet(code: string, when: number | null): Promise<boolean>;
  /** A key after the last box: a digit of the next sheet, or its Enter. */
  goOn(key: string, how: Typing): void;
  /** Nothing was begun behind the last box yet, so the cursor may be called back. */
  readonly isAtRest: boolean;
  undo(): Promise<void>;
}

/** What each key does to the boxes of the sheet on the table. */
export class Hand {
  readonly #rooms: Rooms;

  constructor(rooms: Rooms) {
    this.#rooms = rooms;
  }

  /** A key in a box. Answers whether it is used up. */
  key(at: number, stroke: KeyStroke): boolean {
    const { table, rescue, readonly } = this.#rooms;
    const box = table.boxes[at];
    if (!box) return false;
    if (this.#leaveDue(box, at, stroke)) return true;
    if (!isModifier(stroke.key)) box.keys++;
    const meant = intentOf(stroke, {
      empty: box.typed === '',
      editing: box.editing,
      first: at === 0,
      arrived: table.arrivedAt(at),
      leftBox: table.leftFor(at) !== null,
      doubted: rescue.candidates.length > 0,
    });
    return this.press((readonly || !table.open) && WRITES.has(meant) ? 'refuse' : meant, at);
  }

  /** A full box whose digits came as quickly as a scanner's: a digit at a hand's pace is the next box's. */
  #leaveDue(box: Box, at: number, stroke: KeyStroke): boolean {
    const when = stroke.timeStamp;
    if (!box.due || when === undefined || !/^\d$/.test(stroke.key) || isOfBurst(box.pace, when)) return false;
    if (stroke.ctrlKey || stroke.altKey || stroke.metaKey) return false;
    this.#advance(at, box.pace.last ?? when);
    this.replay(stroke.key, when);
    return true;
  }

  /** A key that no field heard does where the cursor goes what it would have done there. */
  replay(key: string, when: number): void {
    const { table } = this.#rooms;
    const { stop } = table.cursor;
    const digit = /^\d$/.test(key);
    if (stop === 'code') return this.#rooms.goOn(key, by(when));
    const box = table.boxes[stop];
    if (digit && box) {
      box.keys++;
      return this.type(stop, box.dirty ? box.typed + key : key, by(when));
    }
    this.key(stop, { key, timeStamp: when, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false });
  }

  /** Does what a key means in a box. Answers whether the key is used up. */
  press(intent: Intent, at: number): boolean {
    const { table, writing, rescue } = this.#rooms;
    const box = table.boxes[at];
    if (!box) return false;
    switch (intent) {
      case 'type':
      case 'leave':
        return false;
      case 'refuse':
        return true;
      case 'echo':
        table.heardEcho();
        return true;
      case 'next':
        this.#next(box, at);
        return true;
      case 'back':
        this.#leaveFor(stopBefore(at), at);
        return true;
      case 'zero':
        box.typed = '0';
        this.#leaveFor(table.after(at), at);
        return true;
      case 'zero_rest':
        this.#zeroRest(at);
        return true;
      case 'edit':
        box.editing = true;
        box.fresh = false;
        return true;
      case 'rejoin':
        this.rejoin(at);
        return true;
      case 'candidate':
        if (rescue.next()) void writing.leave(at);
        this.#mark();
        return true;
      case 'restore':
        box.restore();
        return true;
      case 'undo':
        void this.#rooms.undo();
        return true;
      case 'save':
        void writing.leave(at);
        return true;
    }
  }

  #next(box: Box, at: number): void {
    const { table, rescue } = this.#rooms;
    if (isScan(box.typed)) return this.#scan(box, null);
    // Left as it is where the slip might have been: the paper says so, and the sheet is left too.
    const isSo = rescue.isAt(at) && !box.dirty;
    if (isSo) rescue.end();
    this.#leaveFor(isSo ? 'code' : table.after(at), at, !isSo);
  }

  /** A sheet scanned into a box: the box keeps its number. */
  #scan(box: Box, when: number | null): void {
    const code = box.typed;
    box.restore();
    void this.#rooms.openSheet(code, when);
  }

  #leaveFor(stop: Stop, at: number, look = true): void {
    const { table, writing } = this.#rooms;
    table.go(stop);
    void writing.leave(at);
    this.#left(stop, look);
  }

  #advance(at: number, when: number): void {
    const { table, writing } = this.#rooms;
    const stop = table.after(at);
    table.goByItself(stop, at, when);
    void writing.leave(at);
    this.#left(stop, true);
  }

  #left(stop: Stop, look: boolean): void {
    this.#mark();
    if (stop === 'code' && look) void this.#end();
  }

  /** Back into the box that was left by itself, for one digit more. */
  rejoin(at: Stop): boolean {
    const from = this.#rooms.table.leftFor(at);
    if (from === null) return false;
    this.#rooms.table.edit(from);
    this.#mark();
    return true;
  }

  /** The last box is left: where its sums fail, the cursor goes where the slip may be. */
  async #end(): Promise<void> {
    const { table, writing, rescue } = this.#rooms;
    const { code } = table;
    await writing.settled();
    // Whoever types the next code already is not called back.
    const isHere = table.code === code && table.cursor.stop === 'code' && this.#rooms.isAtRest;
    if (isHere && table.isWrong && rescue.start()) this.#mark();
  }

  /** The cursor moved, perhaps without a box to send. */
  #mark(): void {
    if (!this.#rooms.readonly) this.#rooms.writing.mark();
  }

  #zeroRest(at: number): void {
    const { table, writing } = this.#rooms;
    const { boxes } = table;
    const current = boxes[at];
    const blanks = blanksFrom(
      boxes.map((b) => b.typed),
      at,
    );
    // Nobody wrote a control total there: zero would be a wrong one.
    const filled = blanks.flatMap((i) => boxes[i] ?? []).filter((b) => !b.control);
    for (const box of filled) box.typed = '0';
    if (current?.dirty && !filled.includes(current)) filled.unshift(current);
    table.go('code');
    if (filled.length > 0) void writing.send(filled);
    this.#left('code', true);
  }

  /** The field lost the cursor, by whatever key or click. */
  leave(at: number): void {
    void this.#rooms.writing.leave(at);
  }

  /** What arrives in a box's field. A full box is left by itself; a whole scan opens its sheet. */
  type(at: number, text: string, how: Typing = BY_ITSELF): void {
    const { table } = this.#rooms;
    const box = table.boxes[at];
    if (!box) return;
    box.write(text, how);
    if (!how.typed) return;
    if (box.typed.length === QR_DIGITS) return this.#scan(box, how.when);
    const { typed: digits, width, fresh, editing, pace } = box;
    const then = afterDigit({ digits, width, fresh, editing, pace, crowded: table.isCrowded(at) });
    box.due = then === 'wait';
    if (then === 'advance') this.#advance(at, how.when);
  }

  /** A pasted text is a count or it is nothing: `1.234` yes, `12,5` never becomes 125. */
  paste(at: number, text: string): void {
    const box = this.#rooms.table.boxes[at];
    if (!box) return;
    const digits = digitsOf(text);
    const number = parseCount(text);
    if (number === null && !isScan(digits)) {
      box.error = vi.keying.notCount(text.trim().slice(0, 20));
      return;
    }
    box.write(number === null ? digits : String(number), BY_ITSELF);
  }
}

function by(when: number): Typing {
  return { typed: true, atEnd: true, when };
}
