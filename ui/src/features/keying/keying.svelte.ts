import type { Client, SheetView } from '../../api/client';
import { wordsOf } from '../../text/words';
import { Accepting } from './accepting.svelte';
import { BY_ITSELF, type Box, type Typing } from './box.svelte';
import { Hand, type Rooms } from './hand';
import { Opening } from './opening.svelte';
import { Rescue } from './rescue.svelte';
import { Steps } from './steps';
import { Table } from './table.svelte';
import { Line, Writing } from './writing.svelte';

/** Sheets keyed in this session that are remembered. */
const RECENT = 12;

/** Keying returned sheets, from the code to the boxes to the disk: the rooms of it, and what leads through them. */
export class Keying implements Rooms {
  readonly table = new Table();
  readonly writing: Writing;
  readonly opening: Opening;
  readonly rescue: Rescue;
  readonly accepting: Accepting;
  readonly hand: Hand;
  /** Sheets keyed in this session, newest first. */
  recent = $state.raw<SheetView[]>([]);
  /** Whoever looks may not key. */
  readonly = false;

  readonly #client: Client;
  readonly #listeners = new Set<(view: SheetView) => void>();
  /** One way to the disk, and one way back, for every sheet of the session. */
  readonly line = new Line();
  readonly steps = new Steps();

  constructor(client: Client) {
    this.#client = client;
    const heard = (view: SheetView) => this.heard(view);
    this.writing = new Writing(client, this.table, this.line, this.steps, heard);
    this.opening = new Opening(client, this.table, this.writing);
    this.rescue = new Rescue(this.table);
    this.accepting = new Accepting(client, this.table, this.writing, heard);
    this.hand = new Hand(this);
  }

  /** Opens a sheet; `when`: the key that finished its code, if one did. */
  async open(code: string, when: number | null = null): Promise<boolean> {
    return this.#opened(await this.opening.open(code, when));
  }

  /** What arrives in the code field. */
  async typeCode(text: string, how: Typing = BY_ITSELF): Promise<void> {
    this.#opened(await this.opening.type(text, how));
  }

  /** Enter in the code field: what is typed is opened; nothing typed, and the sheet that was done is looked at. */
  async enter(): Promise<void> {
    if (this.opening.code === '' && this.opening.doneBefore) return this.table.go(0);
    this.#opened(await this.opening.openTyped());
  }

  /** Takes up the sheet, and the box, where keying was left. */
  async resume(): Promise<void> {
    if (this.table.view !== null) return void (await this.open(this.table.view.code));
    const left = await this.#client.call('get_cursor', {}).catch(() => null);
    // A sheet keyed a second time has a screen of its own; whoever typed a code meanwhile wants that sheet.
    const isBegun = this.opening.code !== '' || this.opening.busy || this.table.view !== null;
    if (left === null || left.keying !== 1 || isBegun) return;
    if (!(await this.open(left.code))) return this.opening.clear();
    const at = left.box === null ? -1 : this.table.find(left.box);
    if (at !== -1 && this.table.begins !== 'code') this.table.go(at);
  }

  /** Back after somebody else sat here: the same box, and what is half keyed in it; the rest as it is by now. */
  async takeUp(): Promise<void> {
    const { code, at } = this.table;
    this.table.go(at);
    if (code === null) return;
    try {
      const view = await this.#client.call('open_sheet', { code });
      if (this.table.code === code) this.table.renew(view);
    } catch (error) {
      this.opening.error = wordsOf(error);
    }
  }

  #opened(opened: boolean): boolean {
    if (!opened) return false;
    this.rescue.end();
    this.accepting.error = '';
    if (this.table.isWrong) this.rescue.start();
    for (const { key, when } of this.opening.takeAhead()) this.hand.replay(key, when);
    if (!this.readonly) this.writing.mark();
    return true;
  }

  /** Begins to key a sheet that was said to be of an evening. */
  begin(view: SheetView): void {
    this.table.show(view);
    this.table.go(this.table.begins);
    if (!this.readonly) this.writing.mark();
  }

  /** The sheet on the table as a deed beside its boxes left it. */
  take(view: SheetView): void {
    if (this.table.view?.code === view.code) this.table.view = view;
    if (this.recent.some((r) => r.code === view.code)) this.heard(view);
  }

  openSheet(code: string, when: number | null): Promise<boolean> {
    return this.open(code, when);
  }

  /** A digit after the last box is the next code's, and so is its Enter. */
  goOn(key: string, how: Typing): void {
    if (/^\d$/.test(key)) void this.typeCode(this.opening.code + key, how);
    else if (key === 'Enter') void this.enter();
  }

  get isAtRest(): boolean {
    return this.opening.code === '' && !this.opening.busy;
  }

  /** Takes back the last thing typed in this session, on whatever sheet it was. */
  async undo(): Promise<void> {
    const { at, boxes } = this.table;
    const box = typeof at === 'number' ? boxes[at] : undefined;
    if (box?.dirty) return box.restore();
    await this.writing.settled();
    const step = this.steps.pop();
    if (!step) return;
    if (this.table.view?.code !== step.code && !(await this.open(step.code))) return this.steps.push(step);
    const back: Box[] = [];
    for (const before of step.boxes) {
      const target = this.table.boxes.find((b) => b.no === before.no);
      if (!target) continue;
      target.write(before.value, BY_ITSELF);
      back.push(target);
    }
    const [first] = back;
    if (first) this.table.go(this.table.boxes.indexOf(first));
    await this.writing.send(back, { undoing: true });
  }

  /** What the office says of a sheet now. */
  heard(view: SheetView): void {
    this.opening.doneBefore = false;
    this.recent = [view, ...this.recent.filter((r) => r.code !== view.code)].slice(0, RECENT);
    for (const hear of this.#listeners) hear(view);
  }

  /** Hears what each write makes of its sheet; answers a way to stop hearing. */
  onHeard(hear: (view: SheetView) => void): () => void {
    this.#listeners.add(hear);
    return () => this.#listeners.delete(hear);
  }
}
