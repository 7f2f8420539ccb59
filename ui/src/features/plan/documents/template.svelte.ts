import type { Client, DocumentKind, FieldView, SectionForm } from '../../../api/client';
import { wordsOf } from '../../../text/words';
import { Draft, Sections, type Part, type SectionPart } from '../editing.svelte';

/** The wording new drafts of a kind begin with. It has no pages of its own. */
export class TemplateDraft extends Draft {
  fields = $state.raw<FieldView[]>([]);
  isOwn = $state(false);
  readonly #sections: Sections<SectionForm>;

  constructor(
    client: Client,
    readonly kind: DocumentKind,
  ) {
    super(client);
    this.#sections = new Sections(async (sections: SectionForm[]) => {
      await this.client.call('put_template', { paper: this.kind, sections });
      this.isOwn = true;
      return sections;
    });
  }

  get sections(): SectionPart[] {
    return this.#sections.items;
  }

  get parts(): Part[] {
    return this.#sections.parts;
  }

  async load(): Promise<void> {
    try {
      const template = await this.client.call('get_template', { paper: this.kind });
      this.#sections.take(template.sections);
      this.fields = template.fields;
      this.isOwn = template.is_own;
      this.error = '';
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  async arrange(change: (rows: SectionForm[]) => SectionForm[]): Promise<void> {
    await this.saveAll();
    this.error = await this.#sections.arrange(change);
  }

  /** Back to the program's own wording. */
  async reset(): Promise<void> {
    try {
      await this.client.call('put_template', { paper: this.kind, sections: [] });
      await this.load();
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  protected pages(): Promise<ArrayBuffer> {
    return Promise.resolve(new ArrayBuffer(0));
  }
}
