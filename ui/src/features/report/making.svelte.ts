import { Making } from '../../api/making.svelte';
import type { Authority, AuthorityId, Client, DocumentId, DocumentRow, GetReportOutlook, ReportId, ReportKind, ReportOutlook } from '../../api/client';
import { wordsOf } from '../../text/words';

/** A report that is being put together: which one, what it would hold, its real pages. */
export class ReportMaking {
  kind = $state<ReportKind>('weekly');
  /** Of a daily or weekly report; blank is today. */
  day = $state<string | null>(null);
  from = $state<string | null>(null);
  to = $state<string | null>(null);
  dayOk = $state(true);
  fromOk = $state(true);
  toOk = $state(true);
  /** 0 is every authority. */
  authority = $state(0);
  /** A draft of the office; 0 is the office's usual words. */
  draft = $state(0);
  /** `null`: not known yet. */
  authorities = $state.raw<Authority[] | null>(null);
  drafts = $state.raw<DocumentRow[]>([]);
  outlook = $state.raw<ReportOutlook | null>(null);
  preview = $state.raw<ArrayBuffer | null>(null);
  error = $state('');
  previewError = $state('');
  readonly file: Making;

  readonly #client: Client;
  #turn = 0;

  constructor(client: Client) {
    this.#client = client;
    this.file = new Making(client);
  }

  /** Whether what is typed names a period. */
  get ok(): boolean {
    if (this.kind === 'final') return true;
    return this.kind === 'custom' ? this.fromOk && this.toOk : this.dayOk;
  }

  get of(): GetReportOutlook {
    const { kind, day, from, to } = this;
    const chosen = kind === 'custom';
    return {
      kind,
      from: chosen ? from : null,
      to: chosen ? to : null,
      ...((kind === 'daily' || kind === 'weekly') && day !== null ? { day } : {}),
      ...(this.authority === 0 ? {} : { authority: this.authority as AuthorityId }),
    };
  }

  get #words(): { draft?: DocumentId } {
    return this.draft === 0 ? {} : { draft: this.draft as DocumentId };
  }

  async load(): Promise<void> {
    try {
      const [authorities, documents] = await Promise.all([
        this.#client.call('list_authorities', {}),
        this.#client.call('list_documents', {}),
      ]);
      const now = authorities.filter((row) => row.now).map((row) => row.authority);
      this.authorities = now;
      this.drafts = documents.filter((d) => d.kind === 'report' && d.issued_at === null);
      if (!now.some((a) => a.id === this.authority)) this.authority = 0;
      if (!this.drafts.some((d) => d.id === this.draft)) this.draft = 0;
      this.error = '';
    } catch (error) {
      this.error = wordsOf(error);
    }
    await this.look();
  }

  /** What such a report holds now, and its pages; what was asked for later wins. */
  async look(): Promise<void> {
    if (!this.ok) return;
    const turn = ++this.#turn;
    try {
      const outlook = await this.#client.call('get_report_outlook', this.of);
      if (turn !== this.#turn) return;
      this.outlook = outlook;
      this.error = '';
    } catch (error) {
      if (turn !== this.#turn) return;
      this.outlook = null;
      this.error = wordsOf(error);
      return;
    }
    try {
      const preview = await this.#client.bytes('report_document_pdf', { ...this.of, ...this.#words });
      if (turn !== this.#turn) return;
      this.preview = preview;
      this.previewError = '';
    } catch (error) {
      if (turn === this.#turn) this.previewError = wordsOf(error);
    }
  }

  async makeWorkbook(): Promise<void> {
    if (this.ok) await this.file.make('report_xlsx', this.of);
  }

  async makeDocument(name: 'report_document_pdf' | 'report_document_docx'): Promise<void> {
    if (this.ok) await this.file.make(name, { ...this.of, ...this.#words });
  }

  /** Throws what the office refuses: the dialog that asks says it. */
  async issue(number: number | null, dated: string | null): Promise<ReportId> {
    return this.#client.call('issue_report', {
      ...this.of,
      ...this.#words,
      ...(number === null ? {} : { number }),
      ...(dated === null ? {} : { dated }),
    });
  }
}
