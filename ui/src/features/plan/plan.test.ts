import { afterEach, beforeEach, describe, expect, it, vi as mock } from 'vitest';
import type { DocumentId, PlanView, SectionId } from '../../api/client';
import { refusal, Scripted } from '../../testing/scripted';
import { PlanDraft } from './plan.svelte';

const VIEW: PlanView = {
  subject: 'Cài đặt iHanoi',
  issued: null,
  sections: [
    { id: 1 as SectionId, kind: 'bases', heading: null, text: 'Căn cứ A' },
    { id: 2 as SectionId, kind: 'part', heading: 'MỤC ĐÍCH', text: 'Một' },
    { id: 3 as SectionId, kind: 'part', heading: 'TỔ CHỨC', text: '{{lịch}}' },
  ],
  recipients: ['UBND quận', 'Lưu: VT'],
  signature_lines: ['KT. CHỦ TỊCH'],
  signer_name: null,
  drafter: null,
  faults: [],
  fields: [],
};

let client: Scripted;
let draft: PlanDraft;
let refuse: (() => never) | null;

beforeEach(async () => {
  mock.useFakeTimers();
  refuse = null;
  client = new Scripted({
    get_plan: () => VIEW,
    edit_plan: () => {
      refuse?.();
      return null;
    },
    put_plan_sections: ({ sections }) => {
      refuse?.();
      return sections.map((row, at) => row.id ?? ((100 + at) as SectionId));
    },
    issue_plan: () => 9 as DocumentId,
  });
  draft = new PlanDraft(client);
  await draft.load();
});
afterEach(() => mock.useRealTimers());

const section = (i: number) => {
  const found = draft.sections[i]?.part;
  if (!found) throw new Error('no section');
  return found;
};
const previews = () => client.asked.filter((a) => a.name === 'plan_pdf').length;

describe('the plan beside its document', () => {
  it('names its parts as the paper does', () => {
    expect(draft.sections.map((s) => s.name)).toEqual(['Căn cứ', 'Phần I', 'Phần II']);
    expect(previews()).toBe(1);
  });

  it('what is typed is saved after a pause, by itself, and the document follows', async () => {
    section(1).fields['text'] = 'Một\nHai';
    draft.touched(section(1));
    await mock.advanceTimersByTimeAsync(300);
    section(1).fields['text'] = 'Một\nHai\nBa';
    draft.touched(section(1));
    expect(client.requests('put_plan_sections')).toEqual([]);
    await mock.advanceTimersByTimeAsync(1000);
    const [sent] = client.requests('put_plan_sections');
    expect(sent?.sections[1]).toEqual({ id: 2, kind: 'part', heading: 'MỤC ĐÍCH', text: 'Một\nHai\nBa' });
    expect(sent?.sections).toHaveLength(3);
    expect(previews()).toBe(2);
    expect(section(1).dirty).toBe(false);
  });

  it('leaving a field saves at once; leaving it unchanged saves nothing', async () => {
    await draft.save(section(1));
    expect(client.requests('put_plan_sections')).toHaveLength(0);
    section(1).fields['heading'] = 'MỤC ĐÍCH, YÊU CẦU';
    await draft.save(section(1));
    expect(client.requests('put_plan_sections')).toHaveLength(1);
    await mock.advanceTimersByTimeAsync(2000);
    expect(client.requests('put_plan_sections')).toHaveLength(1);
  });

  it('a field half typed is not sent by the pause', async () => {
    section(2).fields['text'] = '{{lịch}}\n{{nhiệm';
    draft.touched(section(2));
    await mock.advanceTimersByTimeAsync(2000);
    expect(client.requests('put_plan_sections')).toHaveLength(0);
  });

  it('a refusal stands at its section, the text stays, and the document is the one before', async () => {
    refuse = () => {
      throw refusal('unknown_field', { section: '3', line: '1', field: 'lich hop' });
    };
    section(2).fields['text'] = '{{lich hop}}';
    await draft.save(section(2));
    expect(section(2).error).toContain('lich hop');
    expect(section(2).error).toContain('Phần II, dòng 1');
    expect(section(2).fields['text']).toBe('{{lich hop}}');
    expect(previews()).toBe(1);
    refuse = null;
    section(2).fields['text'] = '{{lịch}}\n';
    await draft.save(section(2));
    expect(section(2).error).toBe('');
  });

  it('a section is moved, added and taken out with all that was typed', async () => {
    section(1).fields['text'] = 'Một\nHai';
    await draft.arrange((rows) => [...rows.slice(1), ...rows.slice(0, 1)]);
    const [typed, moved] = client.requests('put_plan_sections');
    expect(typed?.sections.map((row) => row.text)).toEqual(['Căn cứ A', 'Một\nHai', '{{lịch}}']);
    expect(moved?.sections.map((row) => row.id)).toEqual([2, 3, 1]);
    expect(draft.sections.map((s) => s.name)).toEqual(['Phần I', 'Phần II', 'Căn cứ']);
    await draft.arrange((rows) => [...rows, { id: null, kind: 'part', heading: null, text: '' }]);
    section(3).fields['heading'] = 'MỚI';
    await draft.save(section(3));
    const last = client.requests('put_plan_sections').at(-1)?.sections.at(-1);
    expect(last).toEqual({ id: 103, kind: 'part', heading: 'MỚI', text: '' });
  });

  it('a section that cannot be saved does not hold up another', async () => {
    refuse = () => {
      throw refusal('unknown_field', { section: '2', line: '1', field: 'x' });
    };
    section(1).fields['text'] = '{{x}}';
    await draft.save(section(1));
    refuse = null;
    section(2).fields['heading'] = 'HAI';
    await draft.save(section(2));
    const last = client.requests('put_plan_sections').at(-1)?.sections;
    expect(last?.map((row) => row.text)).toEqual(['Căn cứ A', 'Một', '{{lịch}}']);
    expect(draft.settled).toBe(false);
  });

  it('is issued with number and date', async () => {
    await draft.issue(75, '2024-11-05');
    expect(client.requests('issue_plan')).toEqual([{ number: 75, dated: '2024-11-05' }]);
  });

  it('recipients are one a line, empty lines fall out', async () => {
    const { recipients } = draft;
    if (!recipients) throw new Error('no recipients');
    expect(recipients.fields['text']).toBe('UBND quận\nLưu: VT');
    recipients.fields['text'] = 'UBND quận\n\n Lưu: VT\n';
    await draft.save(recipients);
    expect(client.requests('edit_plan').at(-1)?.recipients).toEqual(['UBND quận', ' Lưu: VT']);
  });
});
