import { Refusal, type Client, type SectionForm, type SectionKind } from '../../api/client';
import { vi } from '../../text/vi';
import { wordsOf } from '../../text/words';

/** What a part's fields are sent as. */
type Send = (fields: Record<string, string>) => Promise<unknown>;

/** One thing of a document that is edited and saved by itself, so that a refusal stands where it arose. */
export class Part {
  error = $state('');
  saving = $state(false);
  /** Saved at least once since the screen opened. */
  acknowledged = $state(false);
  readonly fields: Record<string, string>;
  #saved: Record<string, string>;

  constructor(
    readonly key: string,
    fields: Record<string, string>,
    readonly send: Send,
    /** What the person calls it: `Phần II`. */
    readonly name = '',
  ) {
    this.fields = $state({ ...fields });
    this.#saved = $state.raw({ ...fields });
  }

  get dirty(): boolean {
    return Object.keys(this.fields).some((name) => this.fields[name] !== this.#saved[name]);
  }

  /** A field's braces are still being typed. */
  get open(): boolean {
    return Object.values(this.fields).some((text) => text.split('{{').length !== text.split('}}').length);
  }

  /** The office counts sections; the person sees "Phần II". */
  #words(error: unknown): string {
    if (this.name === '' || !(error instanceof Refusal) || error.wire.code !== 'unknown_field') return wordsOf(error);
    const { line = '', field = '' } = error.wire.params;
    return vi.plan.unknownField(this.name, line, field);
  }

  async save(): Promise<boolean> {
    if (!this.dirty) return true;
    const sent = { ...this.fields };
    this.saving = true;
    try {
      await this.send(sent);
      this.#saved = sent;
      this.error = '';
      this.acknowledged = true;
      return true;
    } catch (error) {
      this.error = this.#words(error);
      return false;
    } finally {
      this.saving = false;
    }
  }
}

const PAUSE_MS = 700;

/** A document edited in parts beside its real pages: each part is saved after a pause or when it is left. */
export abstract class Draft {
  preview = $state.raw<ArrayBuffer | null>(null);
  previewing = $state(false);
  previewError = $state('');
  error = $state('');

  protected readonly client: Client;
  readonly #waiting = new Map<Part, ReturnType<typeof setTimeout>>();
  #wanted = 0;

  constructor(client: Client) {
    this.client = client;
  }

  abstract get parts(): Part[];

  /** The document's pages as they are on disk. */
  protected abstract pages(): Promise<ArrayBuffer>;

  /** Something was typed: it is saved, and the document made again, after a pause. */
  touched(part: Part): void {
    this.#stop(part);
    this.#waiting.set(
      part,
      setTimeout(() => {
        if (!part.open) void this.save(part);
      }, PAUSE_MS),
    );
  }

  /** The cursor left: it is saved now. */
  async save(part: Part): Promise<void> {
    this.#stop(part);
    if (!part.dirty) return;
    if (await part.save()) await this.look();
  }

  async saveAll(): Promise<void> {
    for (const part of this.parts) await this.save(part);
  }

  /** Whether everything typed is on disk. */
  get settled(): boolean {
    return this.parts.every((part) => !part.dirty && part.error === '');
  }

  /** The document again. A newer wish makes an older answer void. */
  async look(): Promise<void> {
    const wanted = ++this.#wanted;
    this.previewing = true;
    try {
      const bytes = await this.pages();
      if (wanted !== this.#wanted) return;
      this.preview = bytes;
      this.previewError = '';
    } catch (error) {
      if (wanted === this.#wanted) this.previewError = wordsOf(error);
    } finally {
      if (wanted === this.#wanted) this.previewing = false;
    }
  }

  #stop(part: Part): void {
    const timer = this.#waiting.get(part);
    if (timer !== undefined) clearTimeout(timer);
    this.#waiting.delete(part);
  }
}

/** Lines that hold anything. */
export const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

const roman = (n: number): string => ROMAN[n - 1] ?? String(n);

/** A section as it is edited. */
export interface SectionPart {
  part: Part;
  kind: SectionKind;
  /** `Phần II`, `Căn cứ`. */
  name: string;
}

/** What sections are called, in their order. */
function sectionNames(kinds: SectionKind[]): string[] {
  let parts = 0;
  let appendices = 0;
  const several = kinds.filter((kind) => kind === 'appendix').length > 1;
  return kinds.map((kind) => {
    if (kind === 'part') {
      parts++;
      return vi.plan.part(roman(parts));
    }
    if (kind === 'appendix') {
      appendices++;
      return several ? vi.plan.appendix(roman(appendices)) : vi.plan.kinds.appendix;
    }
    return vi.plan.kinds[kind];
  });
}

/** Sections in their order: each is sent with the others as they were last saved. */
export class Sections<Row extends SectionForm> {
  items = $state.raw<SectionPart[]>([]);
  #rows: Row[] = [];
  readonly #send: (rows: Row[]) => Promise<Row[]>;

  /** `send` keeps all of them and answers them as they are kept. */
  constructor(send: (rows: Row[]) => Promise<Row[]>) {
    this.#send = send;
  }

  get parts(): Part[] {
    return this.items.map((item) => item.part);
  }

  take(rows: Row[]): void {
    this.#rows = rows;
    const names = sectionNames(rows.map((row) => row.kind));
    this.items = rows.map((row, at) => ({
      kind: row.kind,
      name: names[at] ?? '',
      part: new Part(
        `section ${String(at)}`,
        { heading: row.heading ?? '', text: row.text },
        (f) => this.#keepWords(at, f),
        names[at],
      ),
    }));
  }

  /** Moves, adds or takes out; answers the words of a refusal, or none. */
  async arrange(change: (rows: Row[]) => Row[]): Promise<string> {
    const rows = change(this.#rows);
    try {
      this.take(await this.#send(rows));
      return '';
    } catch (error) {
      return wordsOf(error);
    }
  }

  async #keepWords(at: number, words: Record<string, string>): Promise<void> {
    const put = (row: Row): Row => ({ ...row, heading: words['heading'] || null, text: words['text'] ?? '' });
    const rows = this.#rows.map((row, i) => (i === at ? put(row) : row));
    this.#rows = await this.#send(rows);
  }
}

/** A section without words. */
export const blankSection = (kind: SectionKind): SectionForm => ({ kind, heading: null, text: '' });
