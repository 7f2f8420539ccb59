import { beforeEach, expect, it } from 'vitest';
import type { TargetRow } from '../../api/client';
import { overview } from '../../testing/rows';
import { Scripted } from '../../testing/scripted';
import { fitting, Targets } from './targets.svelte';

function row(id: number, name: string): TargetRow {
  return {
    id: id as TargetRow['id'],
    clause: '',
    name,
    counts: 'account',
    of: 'people15',
    sentence: '',
    numerator_word: '',
    denominator_word: '',
    goal: 50,
    by: '2024-11-30',
    numerator: null,
    denominator: null,
    percent: null,
    over_100: false,
    without_base: [],
    among_met: false,
  };
}

let client: Scripted;
let targets: Targets;

beforeEach(async () => {
  client = new Scripted({
    get_targets: () => [row(1, 'một'), row(2, 'hai'), row(3, 'ba')],
    get_overview: () => overview,
    order_targets: () => null,
    put_target: () => 4 as TargetRow['id'],
  });
  targets = new Targets(client);
  await targets.load();
});

it('like is counted of like', () => {
  expect(fitting('households_met')).toEqual(['households']);
  expect(fitting('informed')).not.toContain('people_met');
  const draft = targets.begin(null);
  draft.of = 'people15';
  draft.count('households_met');
  expect(draft.of).toBe('households');
  draft.count('account');
  expect(draft.of).toBe('smartphone15');
});

it('a new target is due on the last day of the campaign', () => {
  expect(targets.begin(null).by).toBe('2024-11-30');
});

it('what cannot be read is not asked for', () => {
  const draft = targets.begin(targets.rows[0] ?? null);
  expect(draft.request?.goal).toBe(50);
  for (const goal of ['', '0', '101', 'năm mươi', '12,5']) {
    draft.goal = goal;
    expect(draft.request, goal).toBeNull();
  }
  draft.goal = '80';
  draft.by = null;
  expect(draft.request).toBeNull();
});

it('reads as a sentence while it is typed', () => {
  const draft = targets.begin(targets.rows[0] ?? null);
  draft.goal = '';
  expect(draft.sentence.replaceAll('\u00a0', ' ')).toBe('≥ … % số người từ 15 tuổi trở lên đã có tài khoản, đến 30/11/2024');
});

it('goes one place at a time, and at the ends nowhere', async () => {
  const [first, second] = targets.rows;
  if (!first || !second) throw new Error('no targets');
  await targets.move(second, -1);
  await targets.move(first, -1);
  expect(client.requests('order_targets')).toEqual([{ ids: [2, 1, 3] }]);
});
