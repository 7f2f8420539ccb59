import type { BoxEntry, Client, SheetView } from '../../api/client';
import { tidied } from '../../keyboard/grammar';
import { wordsOf } from '../../text/words';
import type { Box } from './box.svelte';
import type { Steps } from './steps';
import type { Table } from './table.svelte';

/** The way to the disk: one write after another, in the order the boxes were left, whatever sheet they are of. */
export class Line {
  #tail: Promise<void> = Promise.resolve();
  #pending = $state(0);

  get busy(): boolean {
    return this.#pending > 0;
  }

  /** Waits its turn; answers when it is done. A write tells its failure itself. */
  add(write: () => Promise<void>): Promise<void> {
    this.#pending++;
    this.#tail = this.#tail.then(write).finally(() => this.#pending--);
    return this.#tail;
  }

  /** Everything that waits is done. */
  get done(): Promise<void> {
    return this.#tail;
  }
}

/** From the boxes of a sheet to the disk. */
export class Writing {
  readonly #client: Client;
  readonly #table: Table;
  readonly #steps: Steps;
  readonly #heard: (view: SheetView) => void;
  readonly #line: Line;
  /** Sheet and box of the cursor on disk. */
  #told = '';
  #marking = false;

  /** `heard` is told what the sheet comes to after each write. */
  constructor(client: Client, table: Table, line: Line, steps: Steps, heard: (view: SheetView) => void) {
    this.#client = client;
    this.#table = table;
    this.#line = line;
    this.#steps = steps;
    this.#heard = heard;
  }

  get busy(): boolean {
    return this.#line.busy;
  }

  /** The cursor leaves a box: it goes to disk now. */
  async leave(at: number): Promise<void> {
    const box = this.#table.boxes[at];
    if (!box) return;
    box.leave();
    if (box.dirty) await this.send([box]);
  }

  /** Everything typed is on disk, or has failed with words. */
  async settled(): Promise<void> {
    await this.#line.done;
  }

  /** Leaves the whole sheet; answers the boxes that are not on disk. */
  async leaveSheet(): Promise<Box[]> {
    for (let i = 0; i < this.#table.boxes.length; i++) void this.leave(i);
    await this.#line.done;
    return this.#table.boxes.filter((b) => b.error !== '' || b.dirty);
  }

  /** Where the cursor is goes to disk too, so that the program reopens there; a box being sent takes it along. */
  mark(): void {
    const { code, open } = this.#table;
    if (code === null || !open || this.#marking) return;
    this.#marking = true;
    void this.#line.add(async () => {
      this.#marking = false;
      const cursor = this.#table.cursorNo;
      if (this.#table.code !== code || this.#told === told(code, cursor)) return;
      this.#told = told(code, cursor);
      try {
        await this.#client.call('set_boxes', { code, boxes: [], cursor });
      } catch {
        // Nothing typed is lost with it: the next box tells where the cursor is, or why nothing can be written.
        this.#told = '';
      }
    });
  }

  send(boxes: Box[], how: { undoing?: boolean } = {}): Promise<void> {
    const { code } = this.#table;
    if (code === null) return Promise.resolve();
    const before = boxes.map((b) => ({ no: b.no, value: b.onDisk }));
    const entries = boxes.map((b) => ({ no: b.no, value: b.typed, keys: b.keys }));
    const cursor = this.#table.cursorNo;
    for (const box of boxes) {
      box.sent = box.typed;
      box.error = '';
      box.keys = 0;
    }
    this.#told = told(code, cursor);
    return this.#line.add(async () => {
      try {
        const after = await this.#client.call('set_boxes', { code, boxes: entries, cursor });
        this.#acknowledge(after, boxes, entries);
        if (!how.undoing) this.#steps.push({ code, boxes: before });
      } catch (error) {
        const words = wordsOf(error);
        boxes.forEach((box, i) => {
          if (box.sent === entries[i]?.value) box.sent = null;
          box.keys += entries[i]?.keys ?? 0;
          box.error = words;
        });
      }
    });
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
    if (this.#table.code === after.code) {
      this.#table.view = after;
      for (const box of this.#table.boxes) {
        const now = after.boxes.find((b) => b.no === box.no);
        if (now && !sent.includes(box)) box.take(now.value);
      }
    }
    this.#heard(after);
  }
}

function told(code: string, cursor: string | null): string {
  return `${code} ${cursor ?? ''}`;
}
