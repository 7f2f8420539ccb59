import type { AmendmentView, Client, EditPlan, PlanSectionForm, PlanText, PlanView } from '../../api/client';
import { wordsOf } from '../../text/words';
import { Draft, lines, Part, Sections, type SectionPart } from './editing.svelte';

const NOTHING: EditPlan = { subject: null, recipients: null, signature_lines: null, drafter: null, sections: [] };

/** The plan's text beside its real document. Once it is issued, what differs is told by an amendment. */
export class PlanDraft extends Draft {
  view = $state.raw<PlanView | null>(null);
  head = $state.raw<Part | null>(null);
  recipients = $state.raw<Part | null>(null);
  signature = $state.raw<Part | null>(null);
  /** What an amendment would tell now; none while the plan is a draft. */
  amendment = $state.raw<AmendmentView | null>(null);
  which = $state<PlanText>('living');
  readonly #sections: Sections<PlanSectionForm>;

  constructor(client: Client) {
    super(client);
    this.#sections = new Sections(async (sections: PlanSectionForm[]) => {
      const ids = await this.client.call('put_plan_sections', { sections });
      return sections.map((row, at) => ({ ...row, id: ids[at] ?? null }));
    });
  }

  get sections(): SectionPart[] {
    return this.#sections.items;
  }

  get parts(): Part[] {
    const around = [this.head, this.recipients, this.signature].filter((part) => part !== null);
    return [...around, ...this.#sections.parts];
  }

  async load(): Promise<void> {
    try {
      this.#take(await this.client.call('get_plan', {}));
      this.error = '';
      await this.look();
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  #take(view: PlanView): void {
    this.view = view;
    this.head = this.#part('head', view.subject, (text) => ({ subject: text }));
    this.recipients = this.#part('recipients', view.recipients.join('\n'), (text) => ({ recipients: lines(text) }));
    const signature = { text: view.signature_lines.join('\n'), drafter: view.drafter ?? '' };
    this.signature = new Part('signature', signature, (f) =>
      this.client.call('edit_plan', {
        ...NOTHING,
        signature_lines: lines(f['text'] ?? ''),
        drafter: f['drafter'] ?? '',
      }),
    );
    this.#sections.take(view.sections);
  }

  #part(key: string, text: string, request: (text: string) => Partial<EditPlan>): Part {
    return new Part(key, { text }, (f) => this.client.call('edit_plan', { ...NOTHING, ...request(f['text'] ?? '') }));
  }

  async arrange(change: (rows: PlanSectionForm[]) => PlanSectionForm[]): Promise<void> {
    await this.saveAll();
    this.error = await this.#sections.arrange(change);
    if (this.error === '') await this.look();
  }

  /** After signing: from now on what stands in it is kept as it left the office. */
  async issue(number: number, dated: string): Promise<void> {
    await this.client.call('issue_plan', { number, dated });
    await this.load();
  }

  override async look(): Promise<void> {
    await super.look();
    if (this.view === null || this.view.issued === null) return;
    try {
      this.amendment = await this.client.call('get_amendment', {});
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  protected pages(): Promise<ArrayBuffer> {
    return this.client.bytes('plan_pdf', { which: this.which });
  }
}
