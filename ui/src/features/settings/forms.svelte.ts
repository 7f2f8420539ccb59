import type {
  CheckDraft,
  CheckTrial,
  Client,
  FormDraft,
  FormFault,
  Forms,
  FormTrial,
  Group,
  IndicatorDraft,
  Meaning,
  Operator,
  Severity,
  Side,
  Versioned,
} from '../../api/client';
import { errorWords } from '../../text/errors.vi';
import { vi } from '../../text/vi';
import { wordsOf } from '../../text/words';

let nextKey = 0;

/** A box of the form while it is edited. */
export class BoxDraft {
  /** Stays with the box wherever it moves. */
  readonly key = nextKey++;
  no = $state('');
  label = $state('');
  help = $state('');
  group = $state<Group>('people');
  meaning = $state<Meaning>('own');
  control = $state(false);
  /** Digits after which the cursor moves on by itself; as the choice holds it. */
  width = $state('');

  constructor(from: IndicatorDraft) {
    this.no = from.no;
    this.label = from.label;
    this.help = from.help ?? '';
    this.group = from.group;
    this.meaning = from.meaning;
    this.control = from.control;
    this.width = from.width === null ? '' : String(from.width);
  }

  get request(): IndicatorDraft {
    const { no, label, group, meaning, control } = this;
    const help = this.help.trim() === '' ? null : this.help;
    return { no, label, group, meaning, help, control, width: this.width === '' ? null : Number(this.width) };
  }
}

/** A check while it is edited, in its pieces. */
export class CheckEdit {
  readonly key = nextKey++;
  when = $state('');
  left = $state('');
  operator = $state<Operator>('at_most');
  right = $state('');
  severity = $state<Severity>('soft');
  words = $state('');

  constructor(from: CheckDraft) {
    this.when = from.when ?? '';
    this.left = from.left;
    this.operator = from.operator;
    this.right = from.right;
    this.severity = from.severity;
    this.words = from.words;
  }

  get request(): CheckDraft {
    const { left, operator, right, severity, words } = this;
    return { when: this.when.trim() === '' ? null : this.when, left, operator, right, severity, words };
  }

  /** As the sheet and the keying screen show it. */
  get rule(): string {
    if (this.left.trim() === '' && this.right.trim() === '') return '';
    const sign = { equal: '=', at_most: '≤', at_least: '≥' }[this.operator];
    const then = `${this.left.trim()} ${sign} ${this.right.trim()}`;
    return this.when.trim() === '' ? then : `${this.when.trim()} ${vi.forms.then} ${then}`;
  }
}

/** A box's number inside a rule, in both ways it may be written. */
function renamed(text: string, from: string, to: string): string {
  return text.replace(new RegExp(`(${vi.forms.box}\\s*|\\[)${from}(?![0-9a-z])`, 'giu'), (_, before: string) => `${before}${to}`);
}

const NUMBER = /^\d{1,3}[a-z]?$/i;

const PAUSE_MS = 700;

/** A form's draft: edited, looked at as paper, tried on the office's own numbers, and put in force. */
export class FormDesk {
  forms = $state.raw<Forms | null>(null);
  error = $state('');
  /** Whether a draft lies open. */
  editing = $state(false);
  control = $state(false);
  boxes = $state<BoxDraft[]>([]);
  checks = $state<CheckEdit[]>([]);
  /** What trying this very draft gave; gone as soon as something is changed. */
  trial = $state.raw<FormTrial | null>(null);
  preview = $state.raw<ArrayBuffer | null>(null);
  previewError = $state('');
  busy = $state(false);

  readonly #client: Client;
  #wanted = 0;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(client: Client) {
    this.#client = client;
  }

  async load(): Promise<void> {
    try {
      this.forms = await this.#client.call('list_forms', {});
      this.error = '';
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  get draft(): FormDraft {
    return {
      control: this.control,
      indicators: this.boxes.map((b) => b.request),
      checks: this.checks.map((c) => c.request),
    };
  }

  get changed(): boolean {
    return JSON.stringify(this.draft) !== JSON.stringify(this.forms?.versions[0]?.form ?? null);
  }

  /** Sheets that keep the newest version. */
  get printed(): number {
    return this.forms?.versions[0]?.sheets ?? 0;
  }

  get ready(): boolean {
    return this.trial !== null && this.trial.faults.length === 0;
  }

  // Beginning and leaving.

  begin(form: FormDraft): void {
    this.control = form.control;
    this.boxes = form.indicators.map((i) => new BoxDraft(i));
    this.checks = form.checks.map((c) => new CheckEdit(c));
    this.trial = null;
    this.error = '';
    this.editing = true;
    void this.look();
  }

  async beginDefault(withReasons: boolean): Promise<void> {
    try {
      this.begin(await this.#client.call('default_form', { with_reasons: withReasons }));
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  close(): void {
    this.#stop();
    this.#wanted++;
    this.editing = false;
    this.preview = null;
    this.trial = null;
    this.error = '';
  }

  // Editing.

  /** Something was changed: an earlier trial says nothing of it, and the paper is drawn again. */
  touched(): void {
    this.trial = null;
    this.#stop();
    this.#waiting = setTimeout(() => void this.look(), PAUSE_MS);
  }

  /** The smallest number that is free after all others. */
  get nextNo(): string {
    const numbers = this.boxes.map((b) => Number.parseInt(b.no, 10)).filter((n) => !Number.isNaN(n));
    return String(Math.max(0, ...numbers) + 1);
  }

  addBox(): BoxDraft {
    const group = this.boxes.at(-1)?.group ?? 'people';
    const box = new BoxDraft({ no: this.nextNo, label: '', group, meaning: 'own', help: null, control: false, width: null });
    this.boxes.push(box);
    this.touched();
    return box;
  }

  removeBox(box: BoxDraft): void {
    this.boxes = this.boxes.filter((b) => b.key !== box.key);
    this.touched();
  }

  /** One place up or down; over a heading's edge it comes under that heading. */
  moveBox(box: BoxDraft, step: -1 | 1): void {
    const at = this.boxes.findIndex((b) => b.key === box.key);
    const other = this.boxes[at + step];
    if (!other) return;
    if (other.group !== box.group) box.group = other.group;
    else {
      this.boxes[at] = other;
      this.boxes[at + step] = box;
    }
    this.touched();
  }

  /** Another number, also in the rules that speak of the box. */
  renumber(box: BoxDraft, no: string): void {
    const before = box.no;
    box.no = no.trim();
    if (box.no === before) return;
    // Where another box bears either number, a rule may mean that one.
    const others = this.boxes.filter((b) => b.key !== box.key).map((b) => b.no);
    if (NUMBER.test(before) && NUMBER.test(box.no) && !others.includes(before) && !others.includes(box.no)) {
      for (const check of this.checks) {
        check.when = renamed(check.when, before, box.no);
        check.left = renamed(check.left, before, box.no);
        check.right = renamed(check.right, before, box.no);
      }
    }
    this.touched();
  }

  /** The control total on, over every box if none was chosen, or off. */
  setControl(on: boolean): void {
    this.control = on;
    if (on && !this.boxes.some((b) => b.control)) for (const box of this.boxes) box.control = true;
    this.touched();
  }

  addCheck(): CheckEdit {
    const check = new CheckEdit({ when: null, left: '', operator: 'at_most', right: '', severity: 'soft', words: '' });
    this.checks.push(check);
    this.touched();
    return check;
  }

  removeCheck(check: CheckEdit): void {
    this.checks = this.checks.filter((c) => c.key !== check.key);
    this.touched();
  }

  // What the office says of it.

  /** Every fault, in the draft's order. */
  get faults(): string[] {
    return this.#faults(() => true);
  }

  faultsOfBox(box: BoxDraft): string[] {
    const at = this.boxes.findIndex((b) => b.key === box.key);
    return this.#faults((f) => f.spot.of === 'indicator' && f.spot.at === at);
  }

  /** Faults of one piece of a check, or of none of its pieces: its words. */
  faultsOfCheck(check: CheckEdit, side?: Side | null): string[] {
    const at = this.checks.findIndex((c) => c.key === check.key);
    return this.#faults((f) => f.spot.of === 'check' && f.spot.at === at && (side === undefined || f.spot.side === side));
  }

  trialOf(check: CheckEdit): CheckTrial | null {
    const at = this.checks.findIndex((c) => c.key === check.key);
    return this.trial?.checks.find((t) => t.at === at) ?? null;
  }

  #faults(which: (fault: FormFault) => boolean): string[] {
    const faults = this.trial?.faults.filter(which) ?? [];
    return faults.map(({ code, params }) => errorWords({ code, params, problems: [], log_id: null }));
  }

  /** The paper it would be. A newer wish makes an older answer void. */
  async look(): Promise<void> {
    this.#stop();
    const wanted = ++this.#wanted;
    try {
      const bytes = await this.#client.bytes('form_preview_pdf', { form: this.draft });
      if (wanted !== this.#wanted) return;
      this.preview = bytes;
      this.previewError = '';
    } catch (error) {
      if (wanted === this.#wanted) this.previewError = wordsOf(error);
    }
  }

  /** Runs the draft over the numbers that are keyed. */
  async try(): Promise<void> {
    this.busy = true;
    void this.look();
    const draft = this.draft;
    try {
      const trial = await this.#client.call('try_form', { form: draft });
      // Something was typed meanwhile: the trial is not of what lies there now.
      if (JSON.stringify(draft) === JSON.stringify(this.draft)) this.trial = trial;
      this.error = '';
    } catch (error) {
      this.error = wordsOf(error);
    } finally {
      this.busy = false;
    }
  }

  /** New sheets are printed in it from now on. */
  async put(): Promise<Versioned | null> {
    if (!this.ready) return null;
    this.busy = true;
    try {
      const made = await this.#client.call('put_form', { form: this.draft });
      this.close();
      await this.load();
      return made;
    } catch (error) {
      this.error = wordsOf(error);
      return null;
    } finally {
      this.busy = false;
    }
  }

  #stop(): void {
    clearTimeout(this.#waiting);
  }
}
