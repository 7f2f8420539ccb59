import { afterDigit } from '../../keyboard/advance';
import { digitsOf, intentOf, isModifier, isScan, QR_DIGITS, type Intent, type KeyStroke } from '../../keyboard/grammar';
import { isOfBurst } from '../../keyboard/pace';
import { parseCount } from '../../text/format';
import { vi } from '../../text/vi';
import { BY_ITSELF, type BlindBox, type Typing } from './blindbox.svelte';
import type { Blind } from './blind.svelte';

/** What each key does to a sheet in its second keying: the grammar of the first, but that nothing is taken back. */
export class BlindHand {
  readonly #blind: Blind;

  constructor(blind: Blind) {
    this.#blind = blind;
  }

  /** Opens a sheet; what was typed meanwhile is meant for it. `when`: the key that finished its code. */
  async open(code: string, when: number | null = null): Promise<void> {
    const opened = await this.#blind.open(code, { when });
    const { ahead, echoed } = this.#blind.field.takeAhead(when);
    if (echoed) this.#blind.pressed();
    if (opened) for (const { key, when } of ahead) this.#replay(key, when);
  }

  /** What arrives in the code field. */
  typeCode(text: string, how: Typing = BY_ITSELF): void {
    const blind = this.#blind;
    blind.error = '';
    blind.likely = null;
    const code = blind.field.type(text, how);
    if (code !== null) void this.open(code, how.when);
  }

  /** A key that no field heard does where the cursor goes what it would have done there. */
  #replay(key: string, when: number): void {
    const { stop } = this.#blind.cursor;
    const box = stop === 'code' ? undefined : this.#blind.boxes[stop];
    if (stop === 'code' || !box) return;
    if (!/^\d$/.test(key)) {
      this.key(stop, { key, timeStamp: when, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false });
      return;
    }
    void this.#blind.flush();
    box.keys++;
    this.type(stop, box.typed + key, { typed: true, atEnd: true, when });
  }

  /** A key in a box. Answers whether it is used up. */
  key(at: number, stroke: KeyStroke): boolean {
    const box = this.#blind.boxes[at];
    if (!box) return false;
    if (this.#leaveDue(box, at, stroke)) return true;
    if (!isModifier(stroke.key)) box.keys++;
    const came = this.#blind.cameFrom(at);
    const meant = intentOf(stroke, {
      empty: box.typed === '',
      editing: box.editing,
      first: at === 0,
      arrived: came?.when ?? null,
      leftBox: came !== null && came.from !== null,
    });
    if (!isModifier(stroke.key)) this.#blind.pressed();
    if (!['rejoin', 'echo'].includes(meant) && !isModifier(stroke.key)) void this.#blind.flush();
    return this.press(meant, at);
  }

  /** A full box whose digits came as quickly as a scanner's: a digit at a hand's pace is the next box's. */
  #leaveDue(box: BlindBox, at: number, stroke: KeyStroke): boolean {
    const when = stroke.timeStamp;
    if (!box.due || when === undefined || !/^\d$/.test(stroke.key) || isOfBurst(box.pace, when)) return false;
    if (stroke.ctrlKey || stroke.altKey || stroke.metaKey) return false;
    this.#advance(at, box.pace.last ?? when);
    this.#replay(stroke.key, when);
    return true;
  }

  /** Does what a key means in a box. Answers whether the key is used up. */
  press(intent: Intent, at: number): boolean {
    const blind = this.#blind;
    const box = blind.boxes[at];
    if (!box) return false;
    blind.hint = '';
    switch (intent) {
      case 'type':
      case 'leave':
        return false;
      case 'refuse':
      case 'echo':
      case 'candidate':
        return true;
      case 'next':
        this.#next(box, at);
        return true;
      case 'back':
        box.doubted = false;
        blind.go(blind.before(at));
        this.#sendTyped(box);
        return true;
      case 'zero':
        box.typed = '0';
        this.#leaveFor(box, at);
        return true;
      case 'zero_rest':
        this.#zeroRest(box, at);
        return true;
      case 'edit':
        box.editing = true;
        box.fresh = false;
        return true;
      case 'rejoin':
        this.#rejoin(at);
        return true;
      case 'restore':
        if (box.typed === '' && box.error === '') void blind.putAside();
        else box.restore();
        return true;
      case 'undo':
        if (box.typed !== '') box.restore();
        else blind.hint = vi.second.noUndo;
        return true;
      case 'save':
        // What agrees is settled for good, so a number is sent only when it is left.
        return true;
    }
  }

  #next(box: BlindBox, at: number): void {
    if (isScan(box.typed)) return this.#scan(box);
    if (box.typed === '' && this.#blind.returned && !box.doubted) {
      box.doubted = true;
      return;
    }
    this.#leaveFor(box, at);
  }

  /** A sheet scanned into a box: the box stays as it was. */
  #scan(box: BlindBox): void {
    const code = box.typed;
    box.restore();
    void this.open(code);
  }

  #leaveFor(box: BlindBox, at: number): void {
    const stop = this.#blind.after(at);
    this.#blind.go(stop);
    if (box.doubted) void this.#blind.send([box]);
    else this.#sendTyped(box);
    if (stop === 'code') void this.#blind.end();
  }

  #sendTyped(box: BlindBox): void {
    if (box.typed !== '') void this.#blind.send([box]);
  }

  /** Full by its width: the cursor goes on, and the number is sent with the next key. */
  #advance(at: number, when: number): void {
    const stop = this.#blind.after(at);
    this.#blind.boxes[at]?.leave();
    this.#blind.goByItself(stop, at, when);
    this.#blind.hold(at);
    if (stop === 'code') void this.#blind.end();
  }

  /** Back into the box that was left by itself, for one digit more. */
  #rejoin(at: number): void {
    const from = this.#blind.unhold() ?? this.#blind.cameFrom(at)?.from ?? null;
    const box = from === null ? undefined : this.#blind.boxes[from];
    if (from === null || !box?.todo) return;
    box.editing = true;
    box.fresh = false;
    this.#blind.go(from);
  }

  #zeroRest(box: BlindBox, at: number): void {
    // Nobody wrote a control total there: zero would be a wrong one.
    const blank = this.#blind.boxes.filter((b, i) => i >= at && b.todo && b.typed === '' && !b.control);
    for (const each of blank) each.typed = '0';
    this.#blind.go('code');
    void this.#blind.send(blank.includes(box) || box.typed === '' ? blank : [box, ...blank]);
    void this.#blind.end();
  }

  /** What arrives in a box's field. A full box is left by itself; a whole scan opens its sheet. */
  type(at: number, text: string, how: Typing = BY_ITSELF): void {
    const box = this.#blind.boxes[at];
    if (!box?.todo) return;
    box.write(text, how);
    if (!how.typed) return;
    if (box.typed.length === QR_DIGITS) return this.#scan(box);
    const { typed: digits, width, fresh, editing, pace } = box;
    const then = afterDigit({ digits, width, fresh, editing, pace, crowded: this.#blind.isCrowded(at) });
    box.due = then === 'wait';
    if (then === 'advance') this.#advance(at, how.when);
  }

  /** A pasted text is a count or it is nothing: `1.234` yes, `12,5` never becomes 125. */
  paste(at: number, text: string): void {
    const box = this.#blind.boxes[at];
    if (!box?.todo) return;
    const digits = digitsOf(text);
    const number = parseCount(text);
    if (number === null && !isScan(digits)) {
      box.error = vi.keying.notCount(text.trim().slice(0, 20));
      return;
    }
    box.write(number === null ? digits : String(number), BY_ITSELF);
  }
}
