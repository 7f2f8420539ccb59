import { beforeEach, expect, it } from 'vitest';
import type { AreaId, Proposal, TeamId } from '../../api/client';
import { refusal, Scripted } from '../../testing/scripted';
import { Proposing } from './proposing.svelte';

const evening = { on: '2024-11-11', weekday: '', area: 1 as AreaId, area_name: 'Hà Trì 1', team: 1 as TeamId, team_name: 'Tổ 1' };
const proposal: Proposal = { evenings: [evening], wishes: [], left: [], kept: 2, replaced: 0, clashes: [] };

let client: Scripted;
let proposing: Proposing;
let stale = false;

beforeEach(() => {
  stale = false;
  client = new Scripted({
    propose_schedule: () => proposal,
    take_schedule: () => {
      if (stale) throw refusal('proposal_stale');
      return { added: 1, moved: 0, removed: 0 };
    },
  });
  proposing = new Proposing(client, '2024-11-11', true);
});

it('what is taken is what was seen, under the same terms', async () => {
  proposing.households = '1.20';
  proposing.perDay = ' 2 ';
  proposing.wishes = { 7: '3', 8: '', 9: 'x' };
  expect(proposing.canTake).toBe(false);
  await proposing.look();
  expect(proposing.canTake).toBe(true);
  const form = client.requests('propose_schedule')[0]?.form;
  expect(form).toMatchObject({ per_day: 2, households: null, wishes: [{ area: 7, evenings: 3 }], keep: true });
  expect(await proposing.take()).toEqual({ added: 1, moved: 0, removed: 0 });
  expect(client.requests('take_schedule')).toEqual([{ form, seen: [{ on: '2024-11-11', area: 1, team: 1 }] }]);
});

it('other terms must be looked at again', async () => {
  await proposing.look();
  proposing.touched();
  expect(proposing.canTake).toBe(false);
  expect(await proposing.take()).toBeNull();
  expect(client.requests('take_schedule')).toHaveLength(0);
});

it('a schedule that changed meanwhile is not taken over', async () => {
  await proposing.look();
  stale = true;
  expect(await proposing.take()).toBeNull();
  expect(proposing.error).toContain('xem trước lại');
  expect(proposing.canTake).toBe(false);
});

it('without a first day nothing is asked', async () => {
  proposing.from = null;
  await proposing.look();
  expect(client.requests('propose_schedule')).toHaveLength(0);
});
