import type {
  Client,
  DocumentId,
  DocumentView,
  HeadForm,
  HeadView,
  NomineeView,
  SectionForm,
} from '../../../api/client';
import { wordsOf } from '../../../text/words';
import { Draft, lines, Part, Sections, type SectionPart } from '../editing.svelte';

/** The head as it is sent: what is not edited goes back as it came. */
function form(head: HeadView): HeadForm {
  const { signer, ...rest } = head;
  return { ...rest, signer: signer && { name: signer.name, title: signer.title } };
}

/** One document edited beside its real pages. */
export class DocumentDraft extends Draft {
  view = $state.raw<DocumentView | null>(null);
  heads = $state.raw<Part[]>([]);
  nominees = $state.raw<NomineeView[]>([]);
  busy = $state(false);

  #head: HeadForm | null = null;
  readonly #sections = new Sections<SectionForm>(async (sections) => {
    await this.client.call('edit_document', { id: this.id, sections });
    return sections;
  });

  constructor(
    client: Client,
    readonly id: DocumentId,
  ) {
    super(client);
  }

  get sections(): SectionPart[] {
    return this.#sections.items;
  }

  get parts(): Part[] {
    return [...this.heads, ...this.#sections.parts];
  }

  head(key: string): Part | undefined {
    return this.heads.find((part) => part.key === key);
  }

  async load(): Promise<void> {
    try {
      const view = await this.client.call('get_document', { id: this.id });
      this.take(view);
      this.error = '';
      await this.look();
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  private take(view: DocumentView): void {
    const { head } = view;
    this.view = view;
    this.#head = form(head);
    this.heads = [
      this.#part('subject', { text: head.subject }, (f) => ({ subject: f['text'] ?? '' })),
      this.#part('addressees', { text: head.addressees.join('\n') }, (f) => ({ addressees: lines(f['text'] ?? '') })),
      this.#part('days', { from: head.from ?? '', to: head.to ?? '' }, (f) => ({
        from: f['from'] || null,
        to: f['to'] || null,
      })),
      this.#part('evening', { visit: String(head.visit ?? ''), team: String(head.team ?? '') }, (f) => ({
        visit: f['visit'] ? (Number(f['visit']) as HeadForm['visit']) : null,
        team: f['team'] ? (Number(f['team']) as HeadForm['team']) : null,
      })),
      this.#part(
        'meeting',
        { on: head.held_on ?? '', at: head.held_at ?? '', place: head.held_in ?? '' },
        (f) => ({ held_on: f['on'] || null, held_at: f['at'] || null, held_in: f['place'] || null }),
      ),
      this.#part('recipients', { text: head.recipients.join('\n') }, (f) => ({ recipients: lines(f['text'] ?? '') })),
      this.#part(
        'signature',
        { text: head.signature_lines.join('\n'), signer: head.signer?.name ?? '', drafter: head.drafter ?? '' },
        (f) => ({
          signature_lines: lines(f['text'] ?? ''),
          drafter: f['drafter'] || null,
          signer: f['signer'] ? { name: f['signer'], title: this.#head?.signer?.title ?? null } : null,
        }),
      ),
    ];
    this.nominees = view.nominees;
    this.#sections.take(view.sections);
  }

  #part(key: string, fields: Record<string, string>, patch: (f: Record<string, string>) => Partial<HeadForm>): Part {
    return new Part(key, fields, async (f) => {
      if (this.#head === null) return;
      const head = { ...this.#head, ...patch(f) };
      await this.client.call('edit_document', { id: this.id, head });
      this.#head = head;
    });
  }

  /** Moves, adds or takes out sections; what is typed elsewhere is saved first. */
  async arrange(change: (rows: SectionForm[]) => SectionForm[]): Promise<void> {
    await this.saveAll();
    this.busy = true;
    this.error = await this.#sections.arrange(change);
    this.busy = false;
    if (this.error === '') await this.look();
  }

  async putNominees(nominees: NomineeView[]): Promise<void> {
    this.busy = true;
    try {
      const forms = nominees.map(({ who, reason }) => ({ who, reason }));
      await this.client.call('edit_document', { id: this.id, nominees: forms });
      this.view = await this.client.call('get_document', { id: this.id });
      this.nominees = this.view.nominees;
      this.error = '';
      await this.look();
    } catch (error) {
      this.error = wordsOf(error);
    } finally {
      this.busy = false;
    }
  }

  protected pages(): Promise<ArrayBuffer> {
    return this.client.bytes('document_pdf', { id: this.id });
  }
}
