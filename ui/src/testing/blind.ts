import type { Ask, BlindBox, BlindSheet, CursorView, SheetTag } from '../api/client';
import { refusal, Scripted } from './scripted';

type Value = number | null;
interface Round {
  first: Value;
  second?: Value;
  again?: Value;
}

/** Which sheet it is, as lists say it. */
export function tag(code: string, more: Partial<SheetTag> = {}): SheetTag {
  const sheet = { code, kind: 'regular', area_label: 'Hà Trì 2', on: '2024-11-16', team_name: 'Tổ 3', n: 2, of: 5 } as const;
  return { ...sheet, state: 'keyed', state_word: 'đã nhập', ...more };
}

/** An office with one sheet of three boxes and a control total, keyed once: 41, 0, 7, blank. */
export class BlindOffice {
  readonly code = '482-1937';
  rounds: Round[] = [{ first: 41 }, { first: 0 }, { first: 7 }, { first: null }];
  asked: string[] | null = null;
  widths: (number | null)[] = [];
  refuse: (() => never) | null = null;
  hold: Promise<void> = Promise.resolve();
  holdOpen: Promise<void> = Promise.resolve();
  cursor: CursorView | null = null;

  readonly client = new Scripted({
    open_second: async ({ code }) => {
      await this.holdOpen;
      if (code.replace('-', '').slice(0, 7) !== '4821937') throw refusal('own_keying', { code });
      return { sheet: this.sheet, asked: this.asked, reasons: [] };
    },
    get_cursor: () => this.cursor,
    set_second_boxes: async ({ code, boxes, cursor }) => {
      await this.hold;
      this.refuse?.();
      for (const { no, value } of boxes) {
        const round = this.rounds[Number(no) - 1];
        const keyed = value === '' ? null : Number(value);
        if (!round) throw refusal('unknown_box');
        const ask = this.ask(round);
        if (ask === 'second') round.second = keyed;
        else if (ask === 'again') round.again = keyed;
        else throw refusal('second_keying_done', { code });
      }
      this.cursor = { code, box: cursor, keying: 2 };
      return this.sheet;
    },
  });

  ask(round: Round): Ask {
    if (round.second === undefined) return 'second';
    if (round.second === round.first) return 'none';
    if (round.again === undefined) return 'again';
    return round.again === round.first ? 'none' : 'third';
  }

  get sheet(): BlindSheet {
    const boxes = this.rounds.map((round, i): BlindBox => {
      const ask = this.ask(round);
      const open = ask === 'second' || ask === 'again';
      return {
        no: String(i + 1),
        label: `Ô thử ${String(i + 1)}`,
        help: null,
        group: 'households',
        group_word: 'Hộ gia đình',
        control: i === 3,
        width: this.widths[i] ?? null,
        ask,
        open,
        keyed: !open,
        value: open ? null : (round.again ?? round.second ?? null),
      };
    });
    const verified = boxes.every((box) => box.ask === 'none');
    return { sheet: tag(this.code), weekday: 'thứ Bảy', form_version: 1, boxes, verified };
  }

  /** What was written, in the order it came. */
  get writes(): string[] {
    const filled = this.client.requests('set_second_boxes').filter((r) => r.boxes.length > 0);
    return filled.map((r) => r.boxes.map((b) => `${b.no}=${b.value}`).join(' '));
  }
}
