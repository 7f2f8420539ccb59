import { beforeEach, describe, expect, it } from 'vitest';
import type { Duplicates, Pair, SecondRow, ThirdSheet, TotalRow, Verification } from '../../api/client';
import { tag } from '../../testing/blind';
import { gate, refusal, Scripted } from '../../testing/scripted';
import { Findings } from './findings.svelte';
import { findingsOf, groupOf, isHidden, isOpen, shortOf, suspectOf } from './findings';
import { Plan } from './plan.svelte';
import { Third } from './third.svelte';
import { Work } from './work.svelte';

function row(code: string, more: Partial<SecondRow> = {}): SecondRow {
  return { sheet: tag(code), boxes: null, reasons: ['random'], stage: 'untouched', left: 9, why_not: null, ...more };
}

function verification(more: Partial<Verification> = {}): Verification {
  const counts = { keyed: 3, chosen: 3, twice: 0, agreed: 0, waiting_second: 3, waiting_again: 0, waiting_third: 0, locked: 0 };
  const estimate = { sheets: 3, boxes: 27, twice: 0, found: 0, drawn: 0, found_drawn: 0, left: null, at_most: 27 };
  return {
    plan: null,
    may_verify: true,
    may_set: false,
    counts,
    estimate: { ...estimate, allowed: null, waiting: 0, more: 0, met: false },
    share_again: 0,
    method: '',
    source: '',
    people: 2,
    lacks: [],
    second: [],
    second_more: 0,
    third: [],
    outliers: [],
    same: [],
    totals: [],
    ...more,
  };
}

const NONE: Duplicates = { pairs: [], aside: [] };

function total(more: Partial<TotalRow> = {}): TotalRow {
  const parts = [
    { code: '111-1111', value: 5 },
    { code: '222-2222', value: 7 },
  ];
  const figures = { parts, worked: '5 + 7 = 12', sum: 12, total: 14, over: -2 };
  const box = { no: '7', label: 'Cài mới', figures, on_paper: false, flag: 'total [7]' };
  const summary = tag('999-9999', { kind: 'summary' });
  return { summary, area_label: 'Hà Trì 2', on: '2024-11-16', boxes: [box], missing: [], blank: [], ...more };
}

function pair(more: Partial<Pair> = {}): Pair {
  const sheet = (code: string) => ({ ...tag(code), because: null, keyed_by: null, keyed_at: null });
  const box = { no: '1', label: 'Số hộ đến', first: 3, second: 4, differs: true };
  return { first: sheet('111-1111'), second: sheet('333-3333'), boxes: [box], differing: 1, blank: false, undecided: true, locked: false, ...more };
}

describe('the list of sheets', () => {
  it('begins with the first that this person may take', async () => {
    const second = [row('111-1111', { why_not: 'keyed_first' }), row('222-2222')];
    const work = new Work(new Scripted({ get_verification: () => verification({ second }) }));
    await work.load();
    expect(work.first?.sheet.code).toBe('222-2222');
    expect(work.at?.sheet.code).toBe('222-2222');
    work.chosen = '111-1111';
    expect(work.at?.sheet.code).toBe('111-1111');
  });

  it('an older answer does not take the place of a newer one', async () => {
    const held = gate();
    const answers = [verification({ people: 1 }), verification({ people: 2 })];
    let asked = 0;
    const client = new Scripted({
      get_verification: async () => {
        const mine = asked++;
        if (mine === 0) await held.passed;
        return answers[mine] ?? verification();
      },
    });
    const work = new Work(client);
    const first = work.load();
    await work.load();
    held.open();
    await first;
    expect(work.view?.people).toBe(2);
  });
});

describe('the plan', () => {
  const client = new Scripted({
    set_verification: ({ mode }) => {
      if (mode?.kind === 'aimed' && mode.ceiling > 100) throw refusal('second_keying_range', { what: 'Số', least: '1', most: '100' });
      return mode;
    },
  });

  it('begins with what is set', () => {
    const plan = new Plan(client, { kind: 'one_in', n: 25 });
    expect([plan.kind, plan.n]).toEqual(['one_in', '25']);
    expect(plan.mode).toEqual({ kind: 'one_in', n: 25 });
  });

  it('a text that is no number is not sent, and a number out of range is refused in words', async () => {
    const plan = new Plan(client, null);
    plan.kind = 'aimed';
    plan.ceiling = 'ba';
    expect(await plan.save()).toBe(false);
    expect(plan.problem).not.toBe('');
    expect(client.requests('set_verification')).toEqual([]);
    plan.ceiling = '500';
    expect(await plan.save()).toBe(false);
    expect([plan.problem, plan.error]).toEqual(['', expect.stringContaining('từ 1 đến 100') as string]);
    plan.ceiling = '3';
    expect(await plan.save()).toBe(true);
    expect(await plan.drop()).toBe(true);
    expect(client.requests('set_verification').at(-1)).toEqual({ mode: null });
  });
});

describe('what does not agree', () => {
  it('comes in the order to look at it, and says in a few words what it is', () => {
    const third = { boxes: [{ no: '7', label: '', values: [13, 16] }], why_not: null, deciders: [] };
    const view = verification({
      third: [
        { ...third, sheet: tag('555-5555'), boxes: [] },
        { ...third, sheet: tag('444-4444') },
      ],
      totals: [total({ boxes: [], missing: ['777-7777'] }), total({ summary: tag('888-8888') })],
      outliers: [{ sheet: tag('666-6666'), no: '7', label: '', value: null, low: 0, high: 12, flag: 'outlier [7]' }],
    });
    const all = findingsOf(view, { pairs: [pair({ undecided: false, second: { ...pair().second, state: 'duplicate' } }), pair()], aside: [] });
    expect(all.map(groupOf)).toEqual(['third', 'reason', 'total', 'outlier', 'copy', 'waiting', 'aside']);
    expect(all.map(shortOf)).toEqual(['ô 7', 'cần lý do', 'ô 7 thiếu 2', 'ô 7 khác thường', 'khác 1 ô', 'chờ 1 phiếu', 'khác 1 ô']);
    expect(all.map(isOpen)).toEqual([true, true, true, true, true, false, false]);
    expect(all.map(isHidden)).toEqual([false, false, false, true, false, false, false]);
  });

  it('a copy that was found to be a sheet of its own is no finding', () => {
    expect(findingsOf(verification(), { pairs: [pair({ undecided: false })], aside: [] })).toEqual([]);
  });

  it('the most suspect sheet of a sum is the one the office asks to key again for it', () => {
    const second = [
      row('111-1111'),
      row('222-2222', { reasons: ['total_mismatch'], boxes: ['7'] }),
      row('000-0000', { reasons: ['total_mismatch'], boxes: ['7'], sheet: tag('000-0000', { area_label: 'Hà Trì 3' }) }),
    ];
    const [box] = total().boxes;
    if (!box) throw new Error('no box');
    const view = verification({ second });
    expect(suspectOf(view, total(), box)).toBe('222-2222');
    expect(suspectOf(view, total(), { ...box, no: '8' })).toBeNull();
    expect(suspectOf(view, total(), { ...box, figures: null })).toBe('222-2222');
  });
});

describe('deciding about one of them', () => {
  let duplicates: Duplicates;
  let client: Scripted;
  let findings: Findings;

  beforeEach(async () => {
    duplicates = { pairs: [pair(), pair({ second: { ...pair().second, code: '444-4444' } })], aside: [] };
    client = new Scripted({
      get_verification: () => verification(),
      list_duplicates: () => duplicates,
      decide_copy: ({ code }) => {
        if (code === '444-4444') throw refusal('not_a_copy', { code });
        duplicates = { ...NONE, pairs: duplicates.pairs.filter((p) => p.second.code !== code) };
        return null;
      },
    });
    findings = new Findings(client);
    await findings.load();
  });

  const decide = (code: string) => findings.give('decide_copy', (reason) => ({ code, same: true, reason }), 'đã ghi');

  it('takes a reason, then the next one is looked at', async () => {
    expect(await decide('333-3333')).toBe(false);
    expect(findings.problem).not.toBe('');
    findings.reason = ' bản chụp ';
    expect(await decide('333-3333')).toBe(true);
    expect(client.requests('decide_copy')).toEqual([{ code: '333-3333', same: true, reason: 'bản chụp' }]);
    expect([findings.at?.code, findings.reason, findings.said?.words]).toEqual(['444-4444', '', 'đã ghi']);
  });

  it('a refusal stays with the reason, until another one is looked at', async () => {
    findings.step(1);
    findings.reason = 'bản chụp';
    expect(await decide('444-4444')).toBe(false);
    expect([findings.reason, findings.error]).toEqual(['bản chụp', expect.stringContaining('444-4444') as string]);
    findings.step(-1);
    expect([findings.reason, findings.error, findings.at?.code]).toEqual(['', '', '333-3333']);
  });

  it('is found by its sheet’s code, with or without the hyphen', () => {
    findings.chooseSheet('4444444');
    expect(findings.at?.code).toBe('444-4444');
  });
});

describe('the third person', () => {
  const box = (no: string, decided = false) => ({ no, label: '', help: null, control: false, values: [1, 2], decided, value: decided ? 5 : null });
  let sheet: ThirdSheet;
  let client: Scripted;

  beforeEach(() => {
    sheet = { sheet: tag('482-1937'), weekday: '', form_version: 1, boxes: [box('6'), box('8')], verified: false, impossible: [], missing: [] };
    client = new Scripted({
      open_third: () => sheet,
      decide_box: ({ no }) => {
        sheet = { ...sheet, boxes: sheet.boxes.map((b) => (b.no === no ? box(no, true) : b)) };
        return sheet;
      },
    });
  });

  it('keys what is on the paper, box by box', async () => {
    const third = new Third(client);
    await third.open('482-1937');
    third.write('6', '0a5');
    third.pressed('6');
    expect(await third.decide('6')).toBe(true);
    expect(client.requests('decide_box')).toEqual([{ code: '482-1937', no: '6', value: '5', keys: 1 }]);
    expect([third.after('6'), third.isDone]).toEqual(['8', false]);
    third.write('8', '2');
    expect(await third.decide('8')).toBe(true);
    expect([third.isDone, third.after('8')]).toEqual([true, null]);
  });

  it('an empty field is asked about, and only the second time says that the box is blank', async () => {
    const third = new Third(client);
    await third.open('482-1937');
    expect(await third.decide('6')).toBe(false);
    expect([third.doubted, client.requests('decide_box')]).toEqual(['6', []]);
    expect(await third.decide('6')).toBe(true);
    expect(client.requests('decide_box')[0]?.value).toBe('');
  });
});
