import type { CursorView, Failure, SheetView } from '../api/client';
import { refusal, Scripted } from './scripted';

type Value = number | null | undefined;
const LABELS = ['Số hộ đến', 'Số hộ gặp được', 'Số hộ vắng'];

/** An office of two sheets with three boxes each, whose check is 2 + 3 = 1. */
export class Sheets {
  readonly values = new Map<string, (number | null)[]>([
    ['482-1937', [null, null, null]],
    ['517-2046', [7, null, null]],
  ]);
  accepted: string | null = null;
  /** Whether the last box is a control total. */
  controlled = false;
  refuse: (() => never) | null = null;
  hold: Promise<void> = Promise.resolve();
  holdOpen: Promise<void> = Promise.resolve();
  /** As the office keeps it. */
  cursor: CursorView | null = null;
  widths: (number | null)[] = [];
  rescues: SheetView['rescues'] = [];
  flags: SheetView['flags'] = [];

  readonly client = new Scripted({
    open_sheet: async ({ code }) => {
      await this.holdOpen;
      return this.view(this.#find(code));
    },
    get_cursor: () => this.cursor,
    set_boxes: async ({ code, boxes, cursor }) => {
      await this.hold;
      this.refuse?.();
      const values = this.values.get(code) ?? [];
      for (const { no, value } of boxes) values[Number(no) - 1] = value === '' ? null : Number(value);
      this.cursor = { code, box: cursor, keying: 1 };
      return this.view(code);
    },
    accept_flag: ({ code, flag }) => {
      const accepted = { reason: 'đã xem lại', by: 'Thu Hằng', at: '2024-11-17T08:00:00+07:00', holds: true };
      this.flags = this.flags.map((f) => (f.flag === flag ? { ...f, accepted } : f));
      return this.view(code);
    },
    accept_sheet: ({ code, reason }) => {
      if (reason === '') throw refusal('reason_needed');
      this.accepted = reason;
      return this.view(code);
    },
  });

  #find(code: string): string {
    const found = [...this.values.keys()].find((c) => c.replace('-', '') === code.slice(0, 7) || c === code);
    if (!found) throw refusal('code_check_digit_likely', { typed: code, likely: '482-1937' });
    return found;
  }

  failure(a: Value = null, b: Value = null, c: Value = null): Failure {
    return {
      severity: 'hard',
      words: 'gặp được + vắng phải bằng số hộ đến',
      rule: 'ô 2 + ô 3 = ô 1',
      left: `${String(b)} + ${String(c)} = ${String(Number(b) + Number(c))}`,
      right: String(a),
      boxes: ['2', '3', '1'],
    };
  }

  view(code: string): SheetView {
    const values = this.values.get(code) ?? [];
    const [a, b, c] = values;
    const broken = values.every((v) => v !== null) && Number(b) + Number(c) !== a;
    const failure = this.failure(a, b, c);
    const complete = values.every((v) => v !== null) && (!broken || this.accepted !== null);
    return {
      code,
      kind: 'regular',
      area_label: 'Hà Trì 2',
      on: '2024-11-16',
      weekday: 'thứ Bảy',
      team_name: 'Tổ 3',
      n: 2,
      of: 5,
      form_version: 1,
      state: complete ? 'keyed' : 'returned',
      state_word: '',
      called_off: null,
      accepted_because: this.accepted,
      boxes: values.map((value, i) => ({
        no: String(i + 1),
        label: LABELS[i] ?? '',
        help: null,
        group: 'households',
        group_word: 'Hộ gia đình',
        control: this.controlled && i === values.length - 1,
        width: this.widths[i] ?? null,
        value,
      })),
      missing: values.flatMap((v, i) => (v === null ? [String(i + 1)] : [])),
      failures: broken ? [failure] : [],
      rescues: broken ? this.rescues : [],
      flags: this.flags,
      note: null,
      attachments: [],
      approved: null,
      keyed_by: null,
      keyed_at: null,
      replaces: null,
      copy_of: null,
      printed_for: null,
      state_because: null,
      replaced_by: null,
      loose: false,
    };
  }

  /** What was written, without moves of the cursor alone. */
  get writes() {
    const filled = this.client.requests('set_boxes').filter((r) => r.boxes.length > 0);
    return filled.map((r) => r.boxes.map((b) => `${b.no}=${b.value}`).join(' '));
  }
}
