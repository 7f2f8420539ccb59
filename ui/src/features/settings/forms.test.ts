import { afterEach, beforeEach, describe, expect, it, vi as clock } from 'vitest';
import type { CheckDraft, FormDraft, FormTrial, IndicatorDraft } from '../../api/client';
import { refusal, Scripted } from '../../testing/scripted';
import { FormDesk } from './forms.svelte';

const box = (no: string, label: string, over: Partial<IndicatorDraft> = {}): IndicatorDraft => ({
  no,
  label,
  group: 'people',
  meaning: 'own',
  help: null,
  control: false,
  width: null,
  ...over,
});
const check = (left: string, right: string, over: Partial<CheckDraft> = {}): CheckDraft => ({
  when: null,
  left,
  operator: 'at_most',
  right,
  severity: 'hard',
  words: 'lời nhắc',
  ...over,
});
const FORM: FormDraft = {
  control: false,
  indicators: [
    box('1', 'Số hộ đến', { group: 'households', meaning: 'households_reached' }),
    box('2', 'Số hộ gặp được', { group: 'households', meaning: 'households_met' }),
    box('4', 'Đã gặp', { meaning: 'people_met' }),
    box('10', 'Xin tờ rơi'),
  ],
  checks: [check('ô 2', 'ô 1'), check('[10] + ô 1', 'ô 4', { when: 'ô 1 = 0' })],
};
const TRIAL: FormTrial = { faults: [], checks: [], sheets: 132, makes: { version: 2, is_new: true } };

let trial: FormTrial;
let refuse: (() => never) | null;
let client: Scripted;
let desk: FormDesk;

beforeEach(async () => {
  clock.useFakeTimers();
  trial = TRIAL;
  refuse = null;
  client = new Scripted({
    list_forms: () => ({
      versions: [{ id: 1 as never, version: 1, sheets: 155, keyed: 12, form: FORM }],
      meanings: [],
    }),
    default_form: () => ({ ...FORM, indicators: FORM.indicators.slice(0, 2), checks: [] }),
    try_form: () => trial,
    put_form: () => {
      refuse?.();
      return { version: 2, is_new: true };
    },
  });
  desk = new FormDesk(client);
  await desk.load();
  desk.begin(FORM);
});
afterEach(() => {
  clock.useRealTimers();
});

const labels = () => desk.boxes.map((b) => b.label);
const at = (n: number) => {
  const found = desk.boxes[n];
  if (!found) throw new Error(`no box ${String(n)}`);
  return found;
};

describe('a draft', () => {
  it('left alone is the form in use', () => {
    expect(desk.changed).toBe(false);
    expect(desk.draft).toEqual(FORM);
    at(0).label = 'Số hộ đã đến';
    expect(desk.changed).toBe(true);
  });

  it('moves a box by one, and over a heading under the other heading', () => {
    desk.moveBox(at(1), -1);
    expect(labels()).toEqual(['Số hộ gặp được', 'Số hộ đến', 'Đã gặp', 'Xin tờ rơi']);
    desk.moveBox(at(1), 1);
    expect(labels()).toEqual(['Số hộ gặp được', 'Số hộ đến', 'Đã gặp', 'Xin tờ rơi']);
    expect(at(1).group).toBe('people');
    desk.moveBox(at(3), 1);
    expect(labels().at(-1)).toBe('Xin tờ rơi');
  });

  it('adds a box of the office with the next number, under the last heading', () => {
    const added = desk.addBox();
    expect([added.no, added.group, added.meaning]).toEqual(['11', 'people', 'own']);
    desk.removeBox(added);
    expect(desk.draft).toEqual(FORM);
  });

  it('renumbers a box in the rules that speak of it, and only of it', () => {
    desk.renumber(at(0), '7');
    expect(desk.checks.map((c) => c.rule)).toEqual(['ô 2 ≤ ô 7', 'ô 7 = 0 thì [10] + ô 7 ≤ ô 4']);
    desk.renumber(at(3), '10a');
    expect(desk.checks[1]?.left).toBe('[10a] + ô 7');
  });

  it('leaves rules alone where a number would mean two boxes', () => {
    desk.renumber(at(0), '2');
    expect(desk.checks[0]?.right).toBe('ô 1');
  });

  it('the control total begins with every box, and keeps a choice that was made', () => {
    desk.setControl(true);
    expect(desk.draft.indicators.every((i) => i.control)).toBe(true);
    at(0).control = false;
    desk.setControl(false);
    desk.setControl(true);
    expect(desk.draft.indicators.map((i) => i.control)).toEqual([false, true, true, true]);
  });

  it('starts again from the forms there are', async () => {
    await desk.beginDefault(true);
    expect(client.requests('default_form')).toEqual([{ with_reasons: true }]);
    expect(desk.boxes).toHaveLength(2);
  });
});

describe('trying and putting in force', () => {
  it('nothing is put in force that was not tried as it lies there', async () => {
    at(0).label = 'Số hộ đã đến';
    desk.touched();
    expect(await desk.put()).toBeNull();
    await desk.try();
    expect(desk.ready).toBe(true);
    at(0).label = 'Số hộ';
    desk.touched();
    expect(desk.ready).toBe(false);
    expect(await desk.put()).toBeNull();
    await desk.try();
    expect(await desk.put()).toEqual({ version: 2, is_new: true });
    expect(client.requests('put_form').map((r) => r.form.indicators[0]?.label)).toEqual(['Số hộ']);
    expect(desk.editing).toBe(false);
  });

  it('a fault keeps it out, in words, at its place', async () => {
    trial = {
      ...TRIAL,
      faults: [
        { spot: { of: 'form' }, code: 'control_of_nothing', params: {} },
        { spot: { of: 'indicator', at: 1 }, code: 'box_number_twice', params: { box: '2' } },
        { spot: { of: 'check', at: 1, side: 'right' }, code: 'rule_unknown_box', params: { rule: '2', box: '44', at: '1' } },
      ],
    };
    await desk.try();
    expect(desk.ready).toBe(false);
    expect(desk.faults).toHaveLength(3);
    expect(desk.faultsOfBox(at(1))[0]).toContain('Số ô 2');
    expect(desk.faultsOfBox(at(0))).toEqual([]);
    const [first, second] = desk.checks;
    if (!first || !second) throw new Error('no checks');
    expect(desk.faultsOfCheck(second, 'right')[0]).toContain('ô 44');
    expect([desk.faultsOfCheck(second, 'left'), desk.faultsOfCheck(first)]).toEqual([[], []]);
  });

  it('each check finds its own trial', async () => {
    const tried = { at: 1, rule: '', computed: 132, failing: 3, first: [], never_keyed: [] };
    trial = { ...TRIAL, checks: [tried] };
    await desk.try();
    const [first, second] = desk.checks;
    if (!first || !second) throw new Error('no checks');
    expect([desk.trialOf(first), desk.trialOf(second)]).toEqual([null, tried]);
  });

  it('a refusal keeps the draft and says why', async () => {
    refuse = () => {
      throw refusal('target_needs_box', { target: 'II.6', meaning: 'có tài khoản' });
    };
    await desk.try();
    expect(await desk.put()).toBeNull();
    expect(desk.editing).toBe(true);
    expect(desk.error).toContain('II.6');
  });

  it('the paper is drawn again after a pause, once for many changes', async () => {
    const looks = () => client.asked.filter((a) => a.name === 'form_preview_pdf').length;
    const before = looks();
    desk.touched();
    desk.touched();
    await clock.advanceTimersByTimeAsync(1000);
    expect(looks()).toBe(before + 1);
  });
});
