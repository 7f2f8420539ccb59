import type { BeginDocument, Client, DocumentId, DocumentKind, DocumentRow } from '../../../api/client';
import { wordsOf } from '../../../text/words';

/** Kinds a person begins here, in the order a campaign needs them; the plan has a screen of its own. */
export const KINDS = [
  'notice',
  'introduction',
  'invitation',
  'chase',
  'print_cost',
  'report',
  'commendation',
  'amendment',
] as const satisfies readonly DocumentKind[];

export type BegunKind = (typeof KINDS)[number];

/** Which fields of the head a kind has. */
export const HEAD_OF: Record<DocumentKind, { addressees: boolean; days: boolean; evening: boolean; meeting: boolean }> = {
  plan: { addressees: false, days: false, evening: false, meeting: false },
  amendment: { addressees: false, days: false, evening: false, meeting: false },
  report: { addressees: true, days: true, evening: false, meeting: false },
  commendation: { addressees: true, days: false, evening: false, meeting: false },
  print_cost: { addressees: true, days: false, evening: false, meeting: false },
  notice: { addressees: false, days: true, evening: false, meeting: false },
  invitation: { addressees: true, days: false, evening: false, meeting: true },
  chase: { addressees: true, days: false, evening: false, meeting: false },
  introduction: { addressees: false, days: false, evening: true, meeting: false },
};

/** The campaign's documents: drafts, and what was issued. */
export class Documents {
  rows = $state.raw<DocumentRow[]>([]);
  loaded = $state(false);
  chosen = $state<DocumentId | null>(null);
  error = $state('');
  busy = $state(false);

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  get drafts(): DocumentRow[] {
    return this.rows.filter((row) => row.issued_at === null);
  }

  get issued(): DocumentRow[] {
    return this.rows.filter((row) => row.issued_at !== null);
  }

  get row(): DocumentRow | null {
    return this.rows.find((row) => row.id === this.chosen) ?? null;
  }

  async load(): Promise<void> {
    try {
      this.rows = await this.#client.call('list_documents', {});
      this.loaded = true;
      this.error = '';
      if (this.row === null) this.chosen = this.drafts[0]?.id ?? this.issued[0]?.id ?? null;
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  /** Begins a draft and opens it; answers whether it did. */
  async begin(request: BeginDocument): Promise<boolean> {
    const id = await this.#does(() => this.#client.call('begin_document', request));
    if (id === null) return false;
    this.chosen = id;
    await this.load();
    return true;
  }

  /** A draft nobody needs; Ctrl+Z brings it back. */
  async remove(id: DocumentId): Promise<void> {
    await this.#does(() => this.#client.call('remove_draft', { id }));
    await this.load();
  }

  async #does<T>(deed: () => Promise<T>): Promise<T | null> {
    this.busy = true;
    try {
      const answer = await deed();
      this.error = '';
      return answer;
    } catch (error) {
      this.error = wordsOf(error);
      return null;
    } finally {
      this.busy = false;
    }
  }
}
