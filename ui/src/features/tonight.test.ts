import { expect, it } from 'vitest';
import type { EveningRow, ForceId, ForceRow, TeamId, VisitId } from '../api/client';
import { Scripted } from '../testing/scripted';
import { Tonight } from './tonight.svelte';

const VISIT = 1 as VisitId;
const count = (team: number, force: number, quota: number | null, assigned: number) => ({ team: team as TeamId, force: force as ForceId, quota, assigned });
const force = (id: number, name: string) => ({ id: id as ForceId, name }) as ForceRow;

it('sums forces over the teams of an evening, those with a quota only', async () => {
  const evening = { visit: VISIT, counts: [count(1, 1, 5, 5), count(1, 2, null, 3), count(2, 1, 5, 2)] } as EveningRow;
  const tonight = new Tonight(
    new Scripted({
      list_rosters: () => ({ evenings: [evening], clashes: [], most_in_a_row: 4 }),
      list_forces: () => ({ office_name: '', forces: [force(1, 'Đoàn viên'), force(2, 'Chi hội')], teams: [] }),
      get_privacy: () => ({ purpose: null, retain_until: '2025-03-31', retention: { state: 'overdue', until: '2025-03-31' }, people: 3 }),
    }),
  );
  await tonight.load();
  expect(tonight.standing(VISIT)).toEqual([{ force: force(1, 'Đoàn viên'), quota: 10, assigned: 7 }]);
  expect(tonight.standing(9 as VisitId)).toEqual([]);
  expect(tonight.overdue).toBe(true);
});
