import { beforeEach, describe, expect, it } from 'vitest';
import type { AreaId, DocumentId, DocumentRow, DocumentView, HeadView, NomineeView } from '../../../api/client';
import { refusal, Scripted } from '../../../testing/scripted';
import { Documents } from './documents.svelte';
import { DocumentDraft } from './draft.svelte';
import { TemplateDraft } from './template.svelte';

const ROW: DocumentRow = {
  id: 4 as DocumentId,
  kind: 'commendation',
  kind_word: 'tờ trình khen thưởng',
  subject: 'Về việc khen thưởng',
  number_line: 'Số:   /TTr-UBND',
  number: null,
  dated: null,
  issued_at: null,
  issued_by_name: null,
  pdf_sha256: null,
  pdf_bytes: null,
  docx_bytes: null,
  amends: null,
  amended_by: null,
  about: null,
  can_edit: true,
  can_issue: true,
};
const HEAD: HeadView = {
  subject: 'Về việc khen thưởng',
  addressees: ['UBND thành phố'],
  recipients: ['Như trên', 'Lưu: VT, VP'],
  signature_lines: ['CHỦ TỊCH'],
  signer: null,
  drafter: null,
  from: null,
  to: null,
  visit: null,
  team: null,
  held_on: null,
  held_at: null,
  held_in: null,
};
const HA_TRI: NomineeView = { who: { kind: 'area', id: 1 as AreaId }, name: 'Tổ dân phố Hà Trì 1', reason: 'Vượt' };
const VIEW: DocumentView = {
  row: ROW,
  head: HEAD,
  sections: [
    { kind: 'text', heading: null, text: 'Kính trình' },
    { kind: 'part', heading: 'THÀNH TÍCH', text: '{{khen thưởng}}' },
  ],
  nominees: [],
  proposals: [HA_TRI],
  faults: [],
  fields: [],
};

let client: Scripted;
let refuse: (() => never) | null;

beforeEach(() => {
  refuse = null;
  client = new Scripted({
    list_documents: () => [{ ...ROW, id: 5 as DocumentId, issued_at: '2024-11-05T08:00:00+07:00' }, ROW],
    get_document: () => VIEW,
    begin_document: () => 4 as DocumentId,
    edit_document: () => {
      refuse?.();
      return null;
    },
    get_template: () => ({ sections: VIEW.sections, is_own: false, fields: [] }),
    put_template: () => null,
  });
});

describe('the list of documents', () => {
  it('drafts stand before what was issued, and the first draft is open', async () => {
    const documents = new Documents(client);
    await documents.load();
    expect(documents.drafts.map((row) => row.id)).toEqual([4]);
    expect(documents.issued.map((row) => row.id)).toEqual([5]);
    expect(documents.chosen).toBe(4);
  });

  it('a draft that was begun is open', async () => {
    const documents = new Documents(client);
    await documents.load();
    documents.chosen = 5 as DocumentId;
    expect(await documents.begin({ kind: 'notice' })).toBe(true);
    expect(documents.chosen).toBe(4);
  });
});

describe('a draft beside its pages', () => {
  let draft: DocumentDraft;
  beforeEach(async () => {
    draft = new DocumentDraft(client, ROW.id);
    await draft.load();
  });

  const pages = () => client.asked.filter((a) => a.name === 'document_pdf').length;

  it('a line of the head goes with the rest of the head as it was last saved', async () => {
    const subject = draft.head('subject');
    const addressees = draft.head('addressees');
    if (!subject || !addressees) throw new Error('no head');
    subject.fields['text'] = 'Về việc khen';
    await draft.save(subject);
    addressees.fields['text'] = 'UBND thành phố\n\nSở Nội vụ';
    await draft.save(addressees);
    const last = client.requests('edit_document').at(-1);
    expect(last?.head?.subject).toBe('Về việc khen');
    expect(last?.head?.addressees).toEqual(['UBND thành phố', 'Sở Nội vụ']);
    expect(last?.head?.recipients).toEqual(HEAD.recipients);
    expect(last?.sections).toBeUndefined();
    expect(pages()).toBe(3);
  });

  it('what was refused stays on screen and is not sent with the next', async () => {
    const subject = draft.head('subject');
    const recipients = draft.head('recipients');
    if (!subject || !recipients) throw new Error('no head');
    refuse = () => {
      throw refusal('too_long', { field: 'trích yếu', most: '400' });
    };
    subject.fields['text'] = 'x'.repeat(401);
    await draft.save(subject);
    expect(subject.error).not.toBe('');
    expect(draft.settled).toBe(false);
    refuse = null;
    recipients.fields['text'] = 'Lưu: VT';
    await draft.save(recipients);
    expect(client.requests('edit_document').at(-1)?.head?.subject).toBe(HEAD.subject);
  });

  it('sections are sent whole, nominees with their reasons', async () => {
    const part = draft.sections[0]?.part;
    if (!part) throw new Error('no section');
    part.fields['text'] = 'Kính trình xem xét';
    await draft.save(part);
    expect(client.requests('edit_document').at(-1)?.sections?.map((s) => s.text)).toEqual([
      'Kính trình xem xét',
      '{{khen thưởng}}',
    ]);
    await draft.putNominees([HA_TRI]);
    expect(client.requests('edit_document').at(-1)?.nominees).toEqual([{ who: HA_TRI.who, reason: 'Vượt' }]);
  });
});

describe('the wording of a kind', () => {
  it('is the office’s own once a word was changed, and can be given back', async () => {
    const draft = new TemplateDraft(client, 'commendation');
    await draft.load();
    expect(draft.isOwn).toBe(false);
    const part = draft.sections[1]?.part;
    if (!part) throw new Error('no section');
    part.fields['heading'] = 'KẾT QUẢ';
    await draft.save(part);
    expect(client.requests('put_template')[0]?.sections[1]?.heading).toBe('KẾT QUẢ');
    expect(draft.isOwn).toBe(true);
    await draft.reset();
    expect(client.requests('put_template').at(-1)?.sections).toEqual([]);
    expect(draft.isOwn).toBe(false);
  });
});
