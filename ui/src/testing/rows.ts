import type { AreaId, AreaRow, Overview, SheetRow, VisitId, VisitRow } from '../api/client';

/** Rows for tests, each whole, with what the test is about put over it. */

export function visit(id: number, on: string, area: string, over: Partial<VisitRow> = {}): VisitRow {
  return {
    id: id as VisitId,
    on,
    weekday: '',
    starts: '19:30:00',
    ends: '21:30:00',
    area: id as AreaId,
    area_name: area,
    area_label: area,
    teams: [],
    cancelled: null,
    plan_row: null,
    sheets: 0,
    spares: 0,
    returned: 0,
    ...over,
  };
}

export function area(id: number, name: string, over: Partial<AreaRow> = {}): AreaRow {
  return {
    id: id as AreaId,
    name,
    kind: 'residential_group',
    kind_word: '',
    label: name,
    cluster: null,
    leader: null,
    leader_name: null,
    leader_has_phone: false,
    self_report_due: null,
    began_on: null,
    ended_on: null,
    former_names: [],
    came_of: [],
    became: [],
    base: { households: null, people_15: null, smartphone_15: null, installed: null },
    bases: [],
    evenings: [],
    visits: [],
    expected: 0,
    returned: 0,
    ...over,
  };
}

export function sheet(code: string, on: string | null, n: number, over: Partial<SheetRow> = {}): SheetRow {
  return {
    code,
    kind: 'regular',
    area: 1 as AreaId,
    area_label: '',
    on,
    team_name: null,
    n,
    of: 5,
    state: 'printed',
    state_word: '',
    expected: true,
    filled: 0,
    missing: [],
    impossible: false,
    ...over,
  };
}

export const overview: Overview = {
  office_name: '',
  campaign: 1 as Overview['campaign'],
  campaign_title: '',
  starts_on: '2024-11-09',
  ends_on: '2024-11-30',
  today: '2024-11-17',
  evenings: 22,
  evenings_begun: 9,
  areas: 18,
  expected: 0,
  returned: 0,
  keyed: 0,
  late: 0,
  disputed: 0,
  queries_due: 0,
  illustration: null,
  link: null,
  link_confirmed_on: null,
  link_confirmed_by: null,
};
