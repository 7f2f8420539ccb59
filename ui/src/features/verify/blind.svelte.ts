import type { BlindSheet, Client, OpenedSecond } from '../../api/client';
import { Refusal } from '../../api/client';
import { isCrowded } from '../../keyboard/advance';
import { digitsOf, type Stop } from '../../keyboard/grammar';
import { vi } from '../../text/vi';
import { wordsOf } from '../../text/words';
import { BlindBox } from './blindbox.svelte';
import { BlindCode } from './blindcode.svelte';

/** The cursor came by itself. */
interface Arrival {
  /** The box it left; `null` where a code opened the sheet. */
  from: number | null;
  at: Stop;
  /** Time of the key that moved it; `null`: another key was pressed since. */
  when: number | null;
}

/** What the last sheet came to. */
export interface Came {
  tone: 'good' | 'wait';
  words: string;
}

/**
 * A sheet keyed a second time, blind: its boxes, the cursor, and the way to the disk. What a key does is in
 * [`BlindHand`](./blindhand.ts).
 */
export class Blind {
  opened = $state.raw<OpenedSecond | null>(null);
  boxes = $state.raw<BlindBox[]>([]);
  /** Where the cursor should go now; a new object each time, so that asking twice moves it twice. */
  cursor = $state.raw<{ stop: Stop }>({ stop: 'code' });
  /** The last box was left with others still to key: an empty one is asked about, no longer passed. */
  returned = $state(false);
  error = $state('');
  /** A sheet whose code is one slip away from what was typed. */
  likely = $state<string | null>(null);
  busy = $state(false);
  came = $state.raw<Came | null>(null);
  /** Words about the last key, if it needs some. */
  hint = $state('');

  readonly field = new BlindCode();
  readonly #client: Client;
  #arrival: Arrival | null = null;
  #held: number | null = null;
  #tail: Promise<void> = Promise.resolve();

  constructor(client: Client) {
    this.#client = client;
  }

  get sheet(): BlindSheet | null {
    return this.opened?.sheet ?? null;
  }

  get todo(): BlindBox[] {
    return this.boxes.filter((box) => box.todo);
  }

  get saving(): boolean {
    return this.boxes.some((box) => box.sent !== null);
  }

  /**
   * Opens a sheet once everything of the one before is on disk. Answers whether it lies on the table.
   * `when`: the key that finished its code, if one did.
   */
  async open(code: string, { box = null, when = null }: { box?: string | null; when?: number | null } = {}): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    try {
      if (!(await this.leave())) return false;
      this.#show(await this.#client.call('open_second', { code }), box, when);
      return true;
    } catch (error) {
      this.field.clear(digitsOf(code));
      this.error = wordsOf(error);
      this.likely = error instanceof Refusal ? (error.wire.params['likely'] ?? null) : null;
      this.came = null;
      this.go('code');
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** Takes up the sheet, and the box, where second keying was left. */
  async resume(): Promise<void> {
    const left = await this.#client.call('get_cursor', {}).catch(() => null);
    // Past the last box nothing was left undone here; what is open is in the list.
    if (left === null || left.keying === 1 || left.box === null || this.opened !== null) return;
    if (!(await this.open(left.code, { box: left.box }))) this.clear();
  }

  #show(opened: OpenedSecond, box: string | null, when: number | null): void {
    const { asked } = opened;
    this.opened = opened;
    this.boxes = opened.sheet.boxes.map((view) => new BlindBox(view, asked === null || asked.includes(view.no)));
    this.came = null;
    this.returned = false;
    this.clear();
    const at = this.boxes.findIndex((b) => b.no === box && b.todo);
    const stop = at === -1 ? this.after(-1) : at;
    if (when === null) this.go(stop);
    else this.goByItself(stop, null, when);
  }

  clear(): void {
    this.field.clear();
    this.error = '';
    this.likely = null;
    this.hint = '';
  }

  /** The next box to key after this one. */
  after(at: number): Stop {
    const next = this.boxes.findIndex((box, i) => i > at && box.todo);
    return next === -1 ? 'code' : next;
  }

  /** The box to key before this one; this one, where there is none. */
  before(at: number): number {
    const earlier = this.boxes.findLastIndex((box, i) => i < at && box.todo);
    return earlier === -1 ? at : earlier;
  }

  isCrowded(at: number): boolean {
    return isCrowded(
      this.boxes.map((box) => ({ typed: box.kept ?? box.typed, width: box.width })),
      at,
    );
  }

  go(stop: Stop): void {
    this.#arrival = null;
    this.cursor = { stop };
  }

  goByItself(stop: Stop, from: number | null, when: number): void {
    this.go(stop);
    this.#arrival = { from, at: stop, when };
  }

  /** The box the cursor left by itself to come here, as long as nothing was typed here since. */
  cameFrom(at: Stop): { from: number | null; when: number | null } | null {
    if (this.#arrival?.at !== at) return null;
    return typeof at === 'number' && this.boxes[at]?.typed !== '' ? null : this.#arrival;
  }

  /** A key was pressed where the cursor came by itself: the next Enter is meant. */
  pressed(): void {
    if (this.#arrival) this.#arrival.when = null;
  }

  /** A box that was left by its width waits for the next key: one digit more may still belong to it. */
  hold(at: number): void {
    void this.flush();
    this.#held = at;
  }

  /** The box that was held back is mended instead of sent. */
  unhold(): number | null {
    const at = this.#held;
    this.#held = null;
    return at;
  }

  flush(): Promise<void> {
    const box = this.#held === null ? undefined : this.boxes[this.#held];
    this.#held = null;
    return box ? this.send([box]) : Promise.resolve();
  }

  /** Sends boxes as they stand; an empty one says that it is blank on the paper. */
  send(boxes: BlindBox[]): Promise<void> {
    const code = this.sheet?.sheet.code;
    const going = boxes.filter((box) => box.todo);
    if (code === undefined || going.length === 0) return Promise.resolve();
    for (const box of going) box.leave();
    const entries = going.map((box) => ({ no: box.no, value: box.typed, keys: box.keys }));
    const { stop } = this.cursor;
    const cursor = stop === 'code' ? null : (this.boxes[stop]?.no ?? null);
    going.forEach((box) => {
      box.sent = box.typed;
      box.error = '';
      box.keys = 0;
    });
    this.#tail = this.#tail.then(async () => {
      try {
        const sheet = await this.#client.call('set_second_boxes', { code, boxes: entries, cursor });
        this.#acknowledge(sheet, going);
      } catch (error) {
        const words = wordsOf(error);
        going.forEach((box, i) => {
          box.sent = null;
          box.keys += entries[i]?.keys ?? 0;
          box.error = words;
        });
      }
    });
    return this.#tail;
  }

  #acknowledge(sheet: BlindSheet, sent: BlindBox[]): void {
    for (const box of sent) {
      box.sent = null;
      box.typed = '';
      box.doubted = false;
    }
    if (this.opened?.sheet.sheet.code !== sheet.sheet.code) return;
    this.opened = { ...this.opened, sheet };
    for (const box of this.boxes) {
      const now = sheet.boxes.find((b) => b.no === box.no);
      if (now) box.take(now);
    }
  }

  /** Everything that was left is on disk, or has failed with words. */
  async settled(): Promise<void> {
    await this.flush();
    await this.#tail;
  }

  /** The last box is left: back to what must be looked at again or was passed, else the sheet is done. */
  async end(): Promise<void> {
    await this.settled();
    // Whoever went back meanwhile, or types the next code already, is not called away.
    if (this.cursor.stop !== 'code' || this.opened === null || this.busy) return;
    if (this.todo.length > 0) {
      if (this.field.digits !== '') return;
      this.returned = true;
      this.hint = vi.second.returned(this.todo.map((box) => box.no));
      return this.go(this.after(-1));
    }
    this.#done();
  }

  /** The cursor goes from a box in some other way than by a key. */
  blur(at: number): void {
    const box = this.boxes[at];
    if (box && this.#held !== at && box.typed !== '' && box.error === '') void this.send([box]);
  }

  /** Leaves the sheet as it is; what is on disk stays, and it is not taken up again by itself. */
  async putAside(): Promise<void> {
    if (!(await this.leave())) return;
    const code = this.sheet?.sheet.code;
    if (code === undefined) return;
    const left = this.todo.length;
    await this.#client.call('set_second_boxes', { code, boxes: [], cursor: null }).catch(() => null);
    if (left > 0) this.came = { tone: 'wait', words: vi.second.came.left(code, left) };
    else if (this.sheet) this.came = cameTo(this.sheet);
    this.#clearTable();
  }

  /** Sends what stands in the fields; answers whether all of it is on disk. */
  async leave(): Promise<boolean> {
    void this.flush();
    void this.send(this.boxes.filter((box) => box.todo && box.typed !== ''));
    await this.#tail;
    const unsaved = this.boxes.filter((box) => box.typed !== '');
    const [first] = unsaved;
    if (first === undefined) return true;
    this.error = vi.keying.unsaved(unsaved.map((box) => box.no).join(', '));
    this.go(this.boxes.indexOf(first));
    return false;
  }

  #done(): void {
    if (this.sheet) this.came = cameTo(this.sheet);
    this.#clearTable();
  }

  #clearTable(): void {
    this.opened = null;
    this.boxes = [];
    this.returned = false;
    this.hint = '';
    // Where the cursor is there already, an Enter that belongs to the last number is still known by its time.
    if (this.cursor.stop !== 'code') this.go('code');
  }
}

function cameTo(sheet: BlindSheet): Came {
  const { code } = sheet.sheet;
  const third = sheet.boxes.filter((box) => box.ask === 'third').map((box) => box.no);
  if (third.length > 0) return { tone: 'wait', words: vi.second.came.third(code, third) };
  return { tone: 'good', words: sheet.verified ? vi.second.came.verified(code) : vi.second.came.agreed(code) };
}
