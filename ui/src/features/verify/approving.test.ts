import { beforeEach, describe, expect, it } from 'vitest';
import type { ApprovalEvening, Evenings } from '../../api/client';
import { refusal, Scripted } from '../../testing/scripted';
import { Approving, hardOf, ofEvening, softOf } from './approving.svelte';

const counts = { expected: 5, back: 4, keyed: 4, verified: 0 };
const evening = (on: string, over: Partial<ApprovalEvening> = {}): ApprovalEvening => ({
  on,
  weekday: 'thứ Bảy',
  areas: ['Hà Trì 2'],
  ahead: false,
  counts,
  obstacles: [],
  approved: null,
  ...over,
});
const ALL: Evenings = {
  evenings: [evening('2024-11-09'), evening('2024-11-16', { obstacles: [
    { what: 'unfinished', hard: true, count: 1, codes: ['482-1937'] },
    { what: 'missing', hard: false, count: 1, codes: ['517-2046'] },
  ] }), evening('2024-11-17', { ahead: true })],
  self_reports: [],
};

let refuse = false;
let approving: Approving;
let office: Scripted;
beforeEach(async () => {
  refuse = false;
  office = new Scripted({
    list_evenings: () => ALL,
    approve_evening: () => {
      if (refuse) throw refusal('approval_needs_note', { what: '1 phiếu chưa về' });
      return null;
    },
    reopen_evening: () => null,
  });
  approving = new Approving(office);
  await approving.load();
});

describe('approving', () => {
  it('shows the latest evening first, and those to come only as a number', () => {
    expect(approving.past.map((e) => e.on)).toEqual(['2024-11-16', '2024-11-09']);
    expect(approving.ahead).toBe(1);
  });

  it('parts what stands in the way from what wants a word', () => {
    const of = ofEvening(approving.past[0] as ApprovalEvening, 'Hà Trì 2');
    expect(hardOf(of).map((o) => o.what)).toEqual(['unfinished']);
    expect(softOf(of).map((o) => o.what)).toEqual(['missing']);
  });

  it('a refusal keeps the dialog and what was written', async () => {
    refuse = true;
    approving.begin('approving', ofEvening(evening('2024-11-09'), 'Hà Trì 2'));
    approving.words = '  ';
    expect(await approving.approve()).toBe(false);
    expect(approving.refused).toContain('1 phiếu chưa về');
    expect(approving.approving).not.toBeNull();
    refuse = false;
    approving.words = ' phiếu 5 thất lạc ';
    expect(await approving.approve()).toBe(true);
    expect(office.requests('approve_evening').at(-1)).toEqual({ on: '2024-11-09', note: 'phiếu 5 thất lạc' });
    expect(approving.approving).toBeNull();
  });

  it('opening again says why', async () => {
    approving.begin('reopening', ofEvening(evening('2024-11-09'), 'Hà Trì 2'));
    approving.words = 'nộp thêm phiếu 3';
    expect(await approving.reopen()).toBe(true);
    expect(office.requests('reopen_evening')).toEqual([{ on: '2024-11-09', reason: 'nộp thêm phiếu 3' }]);
  });
});
