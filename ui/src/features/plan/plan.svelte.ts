import { Refusal, type Client, type EditPlan, type PlanView, type Section } from '../../api/client';
import { vi } from '../../text/vi';
import { wordsOf } from '../../text/words';

const NOTHING: EditPlan = {
  subject: null,
  number_and_date: null,
  recipients: null,
  signature_lines: null,
  sections: [],
};

/** One thing of the plan that is edited and saved by itself, so that a refusal stands where it arose. */
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
    readonly request: (fields: Record<string, string>) => Partial<EditPlan>,
    /** What the person calls it. */
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

  async save(client: Client): Promise<boolean> {
    if (!this.dirty) return true;
    const sent = { ...this.fields };
    this.saving = true;
    try {
      await client.call('edit_plan', { ...NOTHING, ...this.request(sent) });
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

export interface SectionPart {
  part: Part;
  section: Section;
  /** `Phần II`, `Căn cứ`. */
  name: string;
  roman: string;
}

export const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

const PAUSE_MS = 700;

/** The plan's text beside its real document. */
export class PlanDraft {
  view = $state.raw<PlanView | null>(null);
  head = $state.raw<Part | null>(null);
  stamp = $state.raw<Part | null>(null);
  sections = $state.raw<SectionPart[]>([]);
  recipients = $state.raw<Part | null>(null);
  signature = $state.raw<Part | null>(null);
  preview = $state.raw<ArrayBuffer | null>(null);
  previewing = $state(false);
  previewError = $state('');
  error = $state('');
  /** Why number and date are not sent: one of them cannot be read. */
  stampOk = $state(true);

  readonly #client: Client;
  readonly #waiting = new Map<Part, ReturnType<typeof setTimeout>>();
  #wanted = 0;

  constructor(client: Client) {
    this.#client = client;
  }

  get parts(): Part[] {
    return [this.head, this.stamp, ...this.sections.map((s) => s.part), this.recipients, this.signature].filter(
      (p) => p !== null,
    );
  }

  async load(): Promise<void> {
    try {
      const view = await this.#client.call('get_plan', {});
      this.view = view;
      this.head = new Part('head', { subject: view.subject }, (f) => ({ subject: f['subject'] ?? '' }));
      this.stamp = new Part('stamp', { number: view.number === null ? '' : String(view.number), date: view.date ?? '' }, (f) => ({
        number_and_date: [f['number'] ? Number(f['number']) : null, f['date'] || null],
      }));
      this.recipients = new Part('recipients', { text: view.recipients.join('\n') }, (f) => ({
        recipients: lines(f['text'] ?? ''),
      }));
      this.signature = new Part('signature', { text: view.signature_lines.join('\n') }, (f) => ({
        signature_lines: lines(f['text'] ?? ''),
      }));
      let parts = 0;
      this.sections = view.sections.map((section) => {
        const roman = section.kind === 'part' ? (ROMAN[parts++] ?? String(parts)) : '';
        const name = roman ? vi.plan.part(roman) : vi.plan.kinds[section.kind];
        const part = new Part(
          `section ${String(section.id)}`,
          { heading: section.heading ?? '', text: section.text },
          (f) => ({ sections: [{ id: section.id, heading: f['heading'] || null, text: f['text'] ?? '' }] }),
          name,
        );
        return { part, section, roman, name };
      });
      this.error = '';
      await this.look();
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

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
    if (part === this.stamp && !this.stampOk) return;
    if (!part.dirty) return;
    if (await part.save(this.#client)) await this.look();
  }

  async saveAll(): Promise<void> {
    for (const part of this.parts) await this.save(part);
  }

  /** The document as it is on disk. A newer wish makes an older answer void. */
  async look(): Promise<void> {
    const wanted = ++this.#wanted;
    this.previewing = true;
    try {
      const bytes = await this.#client.bytes('plan_pdf', {});
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
