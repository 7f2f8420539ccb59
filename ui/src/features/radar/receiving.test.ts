import { describe, expect, it } from 'vitest';
import type { PersonId, SheetView } from '../../api/client';
import { gate, refusal, Scripted } from '../../testing/scripted';
import { Receiving } from './receiving.svelte';

const view = (code: string): SheetView =>
  ({ code: `${code.slice(0, 3)}-${code.slice(3)}`, kind: 'regular', area_label: 'Hà Trì 2', on: '2024-11-16', team_name: 'Tổ 1', n: 1, of: 5, state: 'handed_out', state_word: 'đã giao' }) as SheetView;

const others = {
  list_query_owners: () => [
    { person: 3 as PersonId, name: 'Đào Thu Hằng', title: null, part: 'account' as const },
    { person: 7 as PersonId, name: 'Lê Thị Hoa', title: 'Tổ trưởng', part: 'holder' as const },
  ],
  get_radar: () => ({ expected: 0, back: 0, missing: 0, late: 0, summaries_missing: 0, lost: 0, evenings: [], packets: [] }),
};

describe('a packet', () => {
  it('is scanned one after another, then gets one receipt in the order of the scans', async () => {
    const client = new Scripted({ ...others, open_sheet: ({ code }) => view(code), return_sheets: ({ codes }) => ({ number: 12, sheets: codes?.length ?? 0 }) });
    const receiving = new Receiving(client);
    await receiving.take('4821937');
    await receiving.take('5172046');
    expect(receiving.offers.map((o) => o.label)).toEqual(['Không ghi tên', 'Lê Thị Hoa, Tổ trưởng', 'Đào Thu Hằng']);
    receiving.broughtBy = 7 as PersonId;
    await receiving.submit();
    expect(receiving.done).toEqual({ number: 12, sheets: 2 });
    expect(client.requests('return_sheets')).toEqual([{ codes: ['482-1937', '517-2046'], visit: null, team: null, brought_by: 7 }]);
    expect([receiving.rows, receiving.broughtBy]).toEqual([[], 0]);
    await receiving.print();
    expect(receiving.making.file?.file_name).toBe('receipt_pdf');
  });

  it('takes a sheet once, and leaves out what is put back', async () => {
    const receiving = new Receiving(new Scripted({ ...others, open_sheet: ({ code }) => view(code) }));
    await receiving.take('4821937');
    await receiving.take('4821937');
    expect(receiving.rows.length).toBe(1);
    expect(receiving.came).toBe('482-1937 đã quét rồi');
    receiving.remove('482-1937');
    expect(receiving.rows).toEqual([]);
    await receiving.submit();
    expect(receiving.done).toBeNull();
  });

  it('a code on its way is waited for: the field is free meanwhile, and its sheet is on the receipt', async () => {
    const slow = gate();
    const client = new Scripted({
      ...others,
      open_sheet: async ({ code }) => {
        await slow.passed;
        return view(code);
      },
      return_sheets: ({ codes }) => ({ number: 1, sheets: codes?.length ?? 0 }),
    });
    const receiving = new Receiving(client);
    void receiving.take('4821937');
    expect([receiving.digits, receiving.waiting]).toEqual(['', 1]);
    void receiving.take('5172046');
    const submitted = receiving.submit();
    slow.open();
    await submitted;
    expect(receiving.done).toEqual({ number: 1, sheets: 2 });
  });

  it('a wrong code is told in words with the likely one, and no receipt is made over it', async () => {
    const client = new Scripted({
      ...others,
      open_sheet: ({ code }) => {
        if (code === '4821938') throw refusal('code_check_digit_likely', { typed: code, likely: '482-1937' });
        return view(code.replace('-', ''));
      },
      return_sheets: () => ({ number: 1, sheets: 1 }),
    });
    const receiving = new Receiving(client);
    await receiving.take('5172046');
    await receiving.take('4821938');
    expect(receiving.likely).toBe('482-1937');
    await receiving.submit();
    expect(receiving.done).toBeNull();
    await receiving.take('482-1937');
    await receiving.submit();
    expect(receiving.done).toEqual({ number: 1, sheets: 1 });
  });

  it('a hand\'s seventh digit takes the code, a scanner\'s waits for what follows', async () => {
    const client = new Scripted({ ...others, open_sheet: ({ code }) => view(code) });
    const byHand = new Receiving(client);
    [...'4821937'].forEach((_, i) => byHand.type('4821937'.slice(0, i + 1), true, i * 120));
    expect(byHand.waiting).toBe(1);
    const scanned = new Receiving(client);
    [...'4821937'].forEach((_, i) => scanned.type('4821937'.slice(0, i + 1), true, i * 6));
    expect([scanned.waiting, scanned.digits]).toEqual([0, '4821937']);
    scanned.enter();
    expect(scanned.waiting).toBe(1);
  });
});
