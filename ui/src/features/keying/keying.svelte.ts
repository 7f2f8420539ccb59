import type { BoxEntry, BoxView, Client, SheetRow, SheetView } from '../../api/client';
import { Refusal } from '../../api/client';
import {
  blanksFrom,
  digitsOf,
  isScan,
  resumeAt,
  stopAfter,
  stopBefore,
  tidied,
  type Intent,
  type Stop,
} from '../../keyboard/grammar';
import { parseCount } from '../../text/format';
import { vi } from '../../text/vi';
import { wordsOf } from '../../text/words';

/** Where the program remembers the sheet on the table, so that it reopens there after a power cut. */
export interface Remember {
  get(): string | null;
  set(code: string | null): void;
}

/** A box of the sheet on the table. */
export class Box {
  readonly no: string;
  readonly label: string;
  readonly group: string;
  readonly help: string;
  /** The control total: compared, not counted; no sheet waits for it. */
  readonly control: boolean;
  /** What stands in the field. */
  typed = $state('');
  /** What is on disk, acknowledged. */
  saved = $state('');
  /** What is on its way to the disk; `null`: nothing is. */
  sent = $state<string | null>(null);
  /** Acknowledged while this sheet lies on the table, or before. */
  acknowledged = $state(false);
  error = $state('');
  editing = $state(false);

  constructor(view: BoxView) {
    this.no = view.no;
    this.label = view.label;
    this.group = view.group_word;
    this.help = view.help ?? '';
    this.control = view.control;
    this.take(view.value);
  }

  /** Whether the field holds something the disk does not, nor will. */
  get dirty(): boolean {
    return tidied(this.typed) !== (this.sent ?? this.saved);
  }

  get state(): 'failed' | 'saving' | 'saved' | 'typing' | 'blank' {
    if (this.error) return 'failed';
    if (this.sent !== null) return 'saving';
    if (this.dirty) return 'typing';
    return this.saved === '' ? 'blank' : 'saved';
  }

  /** The disk's word; what is being typed stays. */
  take(value: number | null): void {
    const untouched = !this.dirty;
    this.saved = value === null ? '' : String(value);
    if (untouched && this.sent === null) this.typed = this.saved;
  }
}

/** One step back: what boxes held before. */
interface Step {
  code: string;
  boxes: BoxEntry[];
}

export interface Recent {
  code: string;
  area: string;
  n: number;
  of: number;
  view: SheetView;
}

/** Where the cursor should go now; a new object each time, so that asking twice moves it twice. */
export interface Cursor {
  stop: Stop;
}

const RECENT = 12;

/** Keying returned sheets: from code to boxes to disk. */
export class Keying {
  code = $state('');
  codeError = $state('');
  /** A sheet whose code is one slip away from what was typed. */
  likely = $state<string | null>(null);
  opening = $state(false);
  view = $state.raw<SheetView | null>(null);
  boxes = $state<Box[]>([]);
  cursor = $state.raw<Cursor>({ stop: 'code' });
  /** The box, or field, where the cursor is. */
  at = $state<Stop>('code');
  recent = $state.raw<Recent[]>([]);
  acceptError = $state('');

  readonly #client: Client;
  readonly #remember: Remember;
  #steps: Step[] = [];
  #tail: Promise<void> = Promise.resolve();
  #pending = $state(0);

  constructor(client: Client, remember: Remember) {
    this.#client = client;
    this.#remember = remember;
  }

  get saving(): boolean {
    return this.#pending > 0;
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

  get soft() {
    return this.view?.failures.filter((f) => f.severity === 'soft') ?? [];
  }

  /** Boxes that a failed check speaks of. */
  suspects(no: string): 'hard' | 'soft' | null {
    if (this.hard.some((f) => f.boxes.includes(no))) return 'hard';
    return this.soft.some((f) => f.boxes.includes(no)) ? 'soft' : null;
  }

  get accepted(): boolean {
    return Boolean(this.view?.accepted_because) && this.view?.state !== 'returned';
  }

  /** Complete but impossible: a reason makes it count. */
  get mayAccept(): boolean {
    return this.view !== null && this.hard.length > 0 && this.view.missing.length === 0 && this.view.state === 'returned';
  }

  // Opening.

  /** What a person or scanner puts into the code field; only digits stay. */
  typeCode(text: string): void {
    this.code = digitsOf(text);
    this.codeError = '';
    this.likely = null;
  }

  async openTyped(): Promise<void> {
    if (this.code === '') return;
    await this.open(this.code);
  }

  /** Opens a sheet once everything of the one on the table is on disk. */
  async open(code: string): Promise<boolean> {
    await this.#leaveSheet();
    const failed = this.boxes.filter((b) => b.error !== '' || b.dirty);
    if (failed.length > 0) {
      this.codeError = vi.keying.unsaved(failed.map((b) => b.no).join(', '));
      this.go(this.boxes.findIndex((b) => b.error !== '' || b.dirty));
      return false;
    }
    this.opening = true;
    try {
      const view = await this.#client.call('open_sheet', { code });
      this.#show(view);
      this.#remember.set(view.code);
      this.code = '';
      this.codeError = '';
      this.likely = null;
      this.go(resumeAt(this.boxes.map((b) => b.typed)));
      return true;
    } catch (error) {
      this.code = digitsOf(code);
      this.codeError = wordsOf(error);
      this.likely = error instanceof Refusal ? (error.wire.params['likely'] ?? null) : null;
      this.go('code');
      return false;
    } finally {
      this.opening = false;
    }
  }

  /** Takes up the sheet that lay on the table when the program ended. */
  async resume(): Promise<void> {
    const code = this.#remember.get();
    if (code === null || this.view !== null) return;
    const opened = await this.open(code);
    if (!opened) {
      this.#remember.set(null);
      this.code = '';
      this.codeError = '';
      this.likely = null;
    }
  }

  #show(view: SheetView): void {
    this.view = view;
    this.boxes = view.boxes.map((box) => new Box(box));
    this.acceptError = '';
  }

  // Moving.

  go(stop: Stop): void {
    this.cursor = { stop };
  }

  /** Does what a key means in a box. Answers whether the key is used up. */
  press(intent: Intent, at: number): boolean {
    const box = this.boxes[at];
    if (!box) return false;
    switch (intent) {
      case 'type':
      case 'leave':
        return false;
      case 'refuse':
        return true;
      case 'next':
        this.#next(box, at);
        return true;
      case 'back':
        void this.leave(at);
        this.go(stopBefore(at));
        return true;
      case 'zero':
        box.typed = '0';
        void this.leave(at);
        this.go(stopAfter(at, this.boxes.length));
        return true;
      case 'zero_rest':
        this.#zeroRest(at);
        return true;
      case 'edit':
        box.editing = true;
        return true;
      case 'restore':
        this.restore(box);
        return true;
      case 'undo':
        void this.undo();
        return true;
      case 'save':
        void this.leave(at);
        return true;
    }
  }

  #next(box: Box, at: number): void {
    if (isScan(box.typed)) {
      const code = box.typed;
      box.typed = box.sent ?? box.saved;
      void this.open(code);
      return;
    }
    void this.leave(at);
    this.go(stopAfter(at, this.boxes.length));
  }

  /** From the code field back to the sheet: to what misses, else to the last box. */
  backToBoxes(): void {
    const blank = this.boxes.findIndex((b) => b.typed === '');
    if (this.boxes.length > 0) this.go(blank === -1 ? this.boxes.length - 1 : blank);
  }

  /** The value before this edit. */
  restore(box: Box): void {
    box.typed = box.sent ?? box.saved;
    box.error = '';
    box.editing = false;
  }

  // Writing.

  /** What arrives in a box's field; anything but digits is not typed. */
  type(at: number, text: string): void {
    const box = this.boxes[at];
    if (!box) return;
    box.typed = text.replace(/\D/g, '');
    box.error = '';
  }

  /** A pasted text is a count or it is nothing: `1.234` yes, `12,5` never becomes 125. */
  paste(at: number, text: string): void {
    const box = this.boxes[at];
    if (!box) return;
    const digits = digitsOf(text);
    const number = parseCount(text);
    if (number === null && !isScan(digits)) {
      box.error = vi.keying.notCount(text.trim().slice(0, 20));
      return;
    }
    box.error = '';
    box.typed = number === null ? digits : String(number);
  }

  /** The cursor leaves a box: it goes to disk now. */
  async leave(at: number): Promise<void> {
    const box = this.boxes[at];
    if (!box) return;
    box.editing = false;
    box.typed = tidied(box.typed);
    if (box.dirty) await this.#send([box]);
  }

  #zeroRest(at: number): void {
    const blanks = blanksFrom(
      this.boxes.map((b) => b.typed),
      at,
    );
    const current = this.boxes[at];
    // Nobody wrote a control total there: zero would be a wrong one.
    const boxes = blanks.flatMap((i) => this.boxes[i] ?? []).filter((b) => !b.control);
    for (const box of boxes) box.typed = '0';
    if (current?.dirty && !boxes.includes(current)) boxes.unshift(current);
    if (boxes.length > 0) void this.#send(boxes);
    this.go('code');
  }

  /** Takes back the last thing typed in this session, on whatever sheet it was. */
  async undo(): Promise<void> {
    const box = typeof this.at === 'number' ? this.boxes[this.at] : undefined;
    if (box?.dirty) {
      this.restore(box);
      return;
    }
    await this.#tail;
    const step = this.#steps.pop();
    if (!step) return;
    if (this.view?.code !== step.code && !(await this.open(step.code))) {
      this.#steps.push(step);
      return;
    }
    const boxes: Box[] = [];
    for (const before of step.boxes) {
      const target = this.boxes.find((b) => b.no === before.no);
      if (!target) continue;
      target.typed = before.value;
      target.error = '';
      boxes.push(target);
    }
    await this.#send(boxes, { undoing: true });
    const first = boxes[0];
    if (first) this.go(this.boxes.indexOf(first));
  }

  /** Everything typed is on disk, or has failed with words. */
  async settled(): Promise<void> {
    await this.#tail;
  }

  async #leaveSheet(): Promise<void> {
    for (let i = 0; i < this.boxes.length; i++) void this.leave(i);
    await this.#tail;
  }

  /** Boxes go to disk one after another, in the order they were left. */
  #send(boxes: Box[], how: { undoing?: boolean } = {}): Promise<void> {
    const view = this.view;
    if (!view) return Promise.resolve();
    const before = boxes.map((b) => ({ no: b.no, value: b.sent ?? b.saved }));
    const entries = boxes.map((b) => ({ no: b.no, value: b.typed }));
    for (const box of boxes) {
      box.sent = box.typed;
      box.error = '';
    }
    this.#pending++;
    this.#tail = this.#tail.then(async () => {
      try {
        const after = await this.#client.call('set_boxes', { code: view.code, boxes: entries });
        this.#acknowledge(after, boxes, entries);
        if (!how.undoing) this.#steps.push({ code: view.code, boxes: before });
      } catch (error) {
        const words = wordsOf(error);
        boxes.forEach((box, i) => {
          if (box.sent === entries[i]?.value) box.sent = null;
          box.error = words;
        });
      } finally {
        this.#pending--;
      }
    });
    return this.#tail;
  }

  #acknowledge(after: SheetView, sent: Box[], entries: BoxEntry[]): void {
    sent.forEach((box, i) => {
      // Typed again and sent again meanwhile: the later one is still on its way.
      if (box.sent !== entries[i]?.value) return;
      const again = tidied(box.typed) !== box.sent;
      box.saved = box.sent;
      box.sent = null;
      box.acknowledged = true;
      if (!again) box.typed = box.saved;
    });
    if (this.view?.code === after.code) {
      this.view = after;
      for (const box of this.boxes) {
        const now = after.boxes.find((b) => b.no === box.no);
        if (now && !sent.includes(box)) box.take(now.value);
      }
    }
    this.#note(after);
  }

  #note(view: SheetView): void {
    const entry = { code: view.code, area: view.area_label, n: view.n, of: view.of, view };
    this.recent = [entry, ...this.recent.filter((r) => r.code !== view.code)].slice(0, RECENT);
  }

  // Accepting.

  async accept(reason: string): Promise<boolean> {
    const code = this.view?.code;
    if (code === undefined) return false;
    await this.#tail;
    try {
      const view = await this.#client.call('accept_sheet', { code, reason });
      this.acceptError = '';
      if (this.view?.code === code) this.view = view;
      this.#note(view);
      this.go('code');
      return true;
    } catch (error) {
      this.acceptError = wordsOf(error);
      return false;
    }
  }
}

/** What the sheet on the table comes to, once the cursor is back at the code. */
export function outcome(keying: Keying): { tone: 'good' | 'wait' | 'wrong'; words: string } | null {
  const view = keying.view;
  if (view === null || keying.at !== 'code' || keying.saving || keying.opening || keying.filled === 0) return null;
  if (keying.missing.length > 0) return { tone: 'wait', words: vi.keying.missing(keying.missing.join(', ')) };
  if (keying.accepted) return { tone: 'good', words: vi.keying.doneAccepted(view.code) };
  if (keying.hard.length > 0) return { tone: 'wrong', words: vi.keying.impossible(view.code) };
  return { tone: 'good', words: keying.soft.length > 0 ? vi.keying.doneSoft(view.code) : vi.keying.done(view.code) };
}

/** A rule's two sides, to set beside its two sums: `ô 6 + ô 7 ≤ ô 5`. */
export function sides(rule: string): { left: string; right: string } | null {
  const then = rule.split(` ${vi.keying.then} `).at(-1) ?? rule;
  const [left, right, more] = then.split(/ [≤≥=] /);
  return left && right && more === undefined ? { left, right } : null;
}

/** A sheet's place on its way, as a sign beside its name. */
export function rowTone(row: SheetRow): 'good' | 'wait' | 'wrong' | 'none' {
  if (row.impossible && row.state === 'returned') return 'wrong';
  if (row.state === 'returned') return 'wait';
  if (row.state === 'keyed' || row.state === 'verified' || row.state === 'locked') return 'good';
  return 'none';
}

export function rowWords(row: SheetRow): string {
  if (row.state === 'returned') {
    if (row.impossible) return vi.keying.rowImpossible;
    if (row.missing.length > 0) return vi.keying.rowMissing(row.missing.length);
  }
  return row.state === 'printed' || row.state === 'handed_out' ? vi.keying.rowNotBack : row.state_word;
}
