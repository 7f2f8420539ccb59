import { afterEach, beforeEach, describe, expect, it, vi as mock } from 'vitest';
import type { PlanView, SectionId } from '../../api/client';
import { refusal, Scripted } from '../../testing/scripted';
import { PlanDraft } from './plan.svelte';

const VIEW: PlanView = {
  subject: 'Cài đặt iHanoi',
  number: null,
  date: null,
  number_line: 'Số:   /KH-UBND',
  sections: [
    { id: 1 as SectionId, kind: 'bases', heading: null, text: 'Căn cứ A' },
    { id: 2 as SectionId, kind: 'part', heading: 'MỤC ĐÍCH', text: 'Một' },
    { id: 3 as SectionId, kind: 'part', heading: 'TỔ CHỨC', text: '{{lịch}}' },
  ],
  recipients: ['UBND quận', 'Lưu: VT'],
  signature_lines: ['KT. CHỦ TỊCH'],
  signer_name: null,
  inline_fields: [],
  block_fields: [],
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
    expect(client.requests('edit_plan')).toEqual([]);
    await mock.advanceTimersByTimeAsync(1000);
    expect(client.requests('edit_plan')).toEqual([
      {
        subject: null,
        number_and_date: null,
        recipients: null,
        signature_lines: null,
        sections: [{ id: 2, heading: 'MỤC ĐÍCH', text: 'Một\nHai\nBa' }],
      },
    ]);
    expect(previews()).toBe(2);
    expect(section(1).dirty).toBe(false);
  });

  it('leaving a field saves at once; leaving it unchanged saves nothing', async () => {
    await draft.save(section(1));
    expect(client.requests('edit_plan')).toHaveLength(0);
    section(1).fields['heading'] = 'MỤC ĐÍCH, YÊU CẦU';
    await draft.save(section(1));
    expect(client.requests('edit_plan')).toHaveLength(1);
    await mock.advanceTimersByTimeAsync(2000);
    expect(client.requests('edit_plan')).toHaveLength(1);
  });

  it('a field half typed is not sent by the pause', async () => {
    section(2).fields['text'] = '{{lịch}}\n{{nhiệm';
    draft.touched(section(2));
    await mock.advanceTimersByTimeAsync(2000);
    expect(client.requests('edit_plan')).toHaveLength(0);
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

  it('number and date go together, blank as blank', async () => {
    const { stamp } = draft;
    if (!stamp) throw new Error('no stamp');
    stamp.fields['number'] = '75';
    await draft.save(stamp);
    expect(client.requests('edit_plan').at(-1)?.number_and_date).toEqual([75, null]);
    stamp.fields['number'] = '';
    stamp.fields['date'] = '2024-11-05';
    await draft.save(stamp);
    expect(client.requests('edit_plan').at(-1)?.number_and_date).toEqual([null, '2024-11-05']);
    draft.stampOk = false;
    stamp.fields['number'] = 'x';
    await draft.save(stamp);
    expect(client.requests('edit_plan')).toHaveLength(2);
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
