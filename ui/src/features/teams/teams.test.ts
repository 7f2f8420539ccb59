import { beforeEach, describe, expect, it } from 'vitest';
import type { EveningRow, ForceId, ForceRow, MemberId, MemberRow, PersonId, Roster, RosterMember, TeamId, VisitId } from '../../api/client';
import { refusal, Scripted } from '../../testing/scripted';
import { ForceDraft, ForceList } from './forces.svelte';
import { MemberDraft, Members } from './members.svelte';
import { Rosters } from './rosters.svelte';

const YOUTH = 1 as ForceId;
const TEAM = 1 as TeamId;

function evening(id: number, on: string, over: Partial<EveningRow> = {}): EveningRow {
  return {
    visit: id as VisitId,
    on,
    weekday: 'thứ Bảy',
    starts: '19:30:00',
    ends: '21:30:00',
    area: 1 as EveningRow['area'],
    area_name: `Hà Trì ${String(id)}`,
    area_label: '',
    head: { title: 'Tổ trưởng tổ dân phố', name: null, person: null, has_phone: false },
    teams: [TEAM],
    counts: [],
    assigned: 0,
    short: 5,
    ...over,
  };
}

function someone(id: number, name: string, over: Partial<RosterMember> = {}): RosterMember {
  return {
    member: id as MemberId,
    person: id as PersonId,
    name,
    title: null,
    unit: null,
    has_phone: false,
    force: YOUTH,
    force_name: 'Đoàn viên thanh niên',
    team: null,
    pair: null,
    evenings: 0,
    elsewhere: null,
    gone: false,
    ...over,
  };
}

function force(id: number, name: string, over: Partial<ForceRow> = {}): ForceRow {
  return {
    id: id as ForceId,
    kind: 'detailed',
    name,
    role: null,
    quota: 5,
    detailing: null,
    detailed_by: null,
    detailer_name: null,
    detailer_title: null,
    detailer_has_phone: false,
    plan_line: '',
    members: 0,
    ...over,
  };
}

let client: Scripted;
let roster: Roster;

beforeEach(() => {
  roster = {
    visit: 2 as VisitId,
    head: { title: '', name: null, person: null, has_phone: false },
    lines: [someone(1, 'Lê An', { team: TEAM, pair: 1 })],
    free: [someone(2, 'Trần Bình'), someone(3, 'Trần Bảo', { elsewhere: 'Hà Trì 9' }), someone(4, 'Đỗ Dũng', { unit: 'Chi đoàn 2' })],
  };
  client = new Scripted({
    list_rosters: () => ({
      evenings: [evening(1, '2024-11-09'), evening(2, '2024-11-10'), evening(3, '2024-11-11')],
      clashes: [],
      most_in_a_row: 4,
    }),
    list_forces: () => ({ office_name: 'UBND', forces: [force(1, 'Đoàn viên'), force(2, 'Dân quân')], teams: [] }),
    get_roster: () => roster,
    set_roster: () => null,
    fill_rosters: () => ({ people: 4, evenings: 1, missing: 0 }),
    order_forces: () => null,
    add_force: () => 9 as ForceId,
    add_member: () => 7 as MemberId,
    edit_member: () => null,
  });
});

describe('an evening', () => {
  it('to begin with is the next one, and arrows go to its neighbours', async () => {
    const rosters = new Rosters(client);
    await rosters.load('2024-11-10');
    expect(rosters.row?.on).toBe('2024-11-10');
    await rosters.move(1);
    await rosters.move(1);
    expect(rosters.row?.on).toBe('2024-11-11');
  });

  it('offers only people who are free and fit what is typed without marks', async () => {
    const rosters = new Rosters(client);
    await rosters.load('2024-11-10');
    const found = (query: string) => {
      rosters.query = query;
      return rosters.candidates.map((c) => c.name);
    };
    expect(found('')).toEqual([]);
    expect(found('tran b')).toEqual(['Trần Bình']);
    expect(found('chi doan')).toEqual(['Đỗ Dũng']);
  });

  it('keeps the others and their pairs when somebody is added, and says why not', async () => {
    const rosters = new Rosters(client);
    await rosters.load('2024-11-10');
    rosters.query = 'dung';
    expect(await rosters.add()).toBe(true);
    expect(client.requests('set_roster')).toEqual([
      { visit: 2, lines: [{ member: 1, team: 1, pair: 1 }, { member: 4, team: 1, pair: null }] },
    ]);
    expect(rosters.query).toBe('');
    client.script.set_roster = () => {
      throw refusal('member_out_elsewhere', { name: 'Đỗ Dũng', date: '10/11/2024', area: 'Hà Trì 9' });
    };
    rosters.query = 'dung';
    expect(await rosters.add()).toBe(false);
    expect(rosters.error).toContain('Hà Trì 9');
    expect(rosters.query).toBe('dung');
  });

  it('is filled alone or with all that are still to come', async () => {
    const rosters = new Rosters(client);
    await rosters.load('2024-11-10');
    expect(await rosters.fill(2 as VisitId)).toMatchObject({ people: 4 });
    await rosters.fill(null);
    expect(client.requests('fill_rosters')).toEqual([{ visits: [2] }, { visits: null }]);
  });
});

describe('forces', () => {
  it('move one place in the plan, and not past its ends', async () => {
    const list = new ForceList(client);
    await list.load();
    await list.move(1 as ForceId, 1);
    await list.move(1 as ForceId, -1);
    expect(client.requests('order_forces')).toEqual([{ order: [2, 1] }]);
  });

  it('who work along have no quota, and a quota that is none is not sent', async () => {
    const draft = new ForceDraft(client, null);
    draft.name = 'Cảnh sát khu vực';
    draft.quota = '0';
    expect(await draft.save()).toBe(false);
    draft.kind = 'cooperating';
    expect(await draft.save()).toBe(true);
    expect(client.requests('add_force')[0]?.force).toMatchObject({ kind: 'cooperating', quota: null, detailer_name: null });
  });
});

describe('members', () => {
  const row: MemberRow = {
    id: 5 as MemberId,
    person: 5 as PersonId,
    force: YOUTH,
    force_name: '',
    name: 'Lê An',
    deleted: false,
    title: null,
    unit: 'Chi đoàn 1',
    has_phone: true,
    left_on: null,
    evenings: 0,
  };

  it('keep a number that is not shown, unless another is typed or it is dropped', async () => {
    const phone = async (change: (draft: MemberDraft) => void) => {
      const draft = new MemberDraft(client, row, 0);
      change(draft);
      expect(await draft.save()).toBe(5);
      return client.requests('edit_member').at(-1)?.member.person.phone;
    };
    expect(await phone(() => undefined)).toBeNull();
    expect(await phone((d) => (d.person.phone = ' 0912 '))).toBe('0912');
    expect(await phone((d) => (d.person.noPhone = true))).toBe('');
  });

  it('who left or were deleted are shown only when asked for', async () => {
    client.script.list_members = () => [row, { ...row, id: 6 as MemberId, left_on: '2024-11-12' }, { ...row, id: 7 as MemberId, deleted: true }];
    const members = new Members(client);
    await members.load();
    expect(members.shown.map((r) => r.id as number)).toEqual([5]);
    members.withLeft = true;
    expect(members.shown).toHaveLength(3);
    members.query = 'chi doan 2';
    expect(members.shown).toEqual([]);
  });
});
