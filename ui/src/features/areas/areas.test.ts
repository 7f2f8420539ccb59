import { beforeEach, describe, expect, it } from 'vitest';
import type { AreaId, BaseId, PersonId, VisitId } from '../../api/client';
import { area } from '../../testing/rows';
import { refusal, Scripted } from '../../testing/scripted';
import { kinWords } from '../../text/vi/area-past';
import { Areas } from './areas.svelte';
import { Change } from './change.svelte';
import { AreaDraft, BaseDraft } from './draft.svelte';

let client: Scripted;

beforeEach(() => {
  client = new Scripted({
    list_areas: () => [
      area(1, 'Cầu Đơ 1', { cluster: 'Cầu Đơ' }),
      area(2, 'Hà Trì 2', { leader_name: 'Bà Đặng' }),
      area(3, '1 Ngô Thì Nhậm'),
    ],
    add_area: ({ area: form }) => {
      if (form.name === '') throw refusal('blank', { field: 'tên địa bàn' });
      return 9 as AreaId;
    },
    edit_area: () => null,
    put_base: () => null,
    rename_area: () => null,
    split_area: () => [7, 8] as AreaId[],
    set_cluster: () => null,
  });
});

describe('the list', () => {
  it('is found without marks, by name, cluster or leader', async () => {
    const areas = new Areas(client);
    await areas.load();
    const found = (query: string) => {
      areas.query = query;
      return areas.shown.map((r) => r.id as number);
    };
    expect(found('ngo thi nham')).toEqual([3]);
    expect(found('cau do')).toEqual([1]);
    expect(found('dang')).toEqual([2]);
    expect(found('  ')).toEqual([1, 2, 3]);
    expect(found('xyz')).toEqual([]);
  });

  it('is walked with arrows, and stops at its ends', async () => {
    const areas = new Areas(client);
    await areas.load();
    areas.move(1);
    expect(areas.row?.name).toBe('Cầu Đơ 1');
    areas.move(1);
    areas.move(1);
    areas.move(1);
    expect(areas.row?.name).toBe('1 Ngô Thì Nhậm');
    areas.move(-1);
    expect(areas.row?.name).toBe('Hà Trì 2');
  });
});

it('is filtered, sorted by name, and past areas show only when asked for', async () => {
  const areas = new Areas(
    new Scripted({
      list_areas: () => [
        area(1, 'Hà Trì 10', { cluster: 'Hà Trì' }),
        area(2, 'Hà Trì 2', { cluster: 'Hà Trì', kind: 'apartment_block' }),
        area(3, 'Đa Sỹ', { ended_on: '2024-11-14' }),
      ],
    }),
  );
  await areas.load();
  const names = () => areas.shown.map((r) => r.name);
  expect(names()).toEqual(['Hà Trì 10', 'Hà Trì 2']);
  areas.order = 'name';
  expect(names()).toEqual(['Hà Trì 2', 'Hà Trì 10']);
  areas.kind = 'apartment_block';
  expect(names()).toEqual(['Hà Trì 2']);
  areas.kind = '';
  areas.living = 'past';
  expect(names()).toEqual(['Đa Sỹ']);
  areas.living = 'all';
  areas.cluster = 'Hà Trì';
  expect(names()).toEqual(['Hà Trì 2', 'Hà Trì 10']);
});

it('several are put into one cluster', async () => {
  const areas = new Areas(client);
  await areas.load();
  areas.pick(1 as AreaId);
  areas.pick(3 as AreaId);
  areas.pick(1 as AreaId);
  areas.pick(2 as AreaId);
  expect(await areas.setCluster(' ')).toBe(true);
  expect(client.requests('set_cluster')).toEqual([{ areas: [3, 2], cluster: null }]);
  expect(areas.picked).toEqual([]);
});

it('a split hands over every evening from its day on', async () => {
  const visit = (id: number, on: string, is_on = true) => ({ visit: id as VisitId, on, is_on });
  const row = area(2, 'Hà Trì 2', {
    visits: [visit(1, '2024-11-10'), visit(2, '2024-11-20'), visit(3, '2024-11-21', false)],
  });
  const change = new Change(client, 'split', [row]);
  change.names = ['Hà Trì 2A', 'Hà Trì 2B'];
  change.because = 'Nghị quyết';
  expect(await change.save()).toBe(false);
  change.on = '2024-11-15';
  expect(change.evenings.map((v) => v.visit as number)).toEqual([2]);
  expect(change.handedTo(2 as VisitId)).toBe(0);
  change.handTo(2 as VisitId, 1);
  expect(await change.save()).toBe(true);
  expect(client.requests('split_area')[0]?.evenings).toEqual([{ visit: 2, to: 1 }]);
});

it('a refused change says so at the field that mends it', async () => {
  const answers = [refusal('area_exists', { name: 'Hà Trì 3' }), refusal('area_past_order', { area: 'x', date: 'y' })];
  client.script.split_area = () => {
    throw answers.shift() ?? new Error('no more answers');
  };
  const change = new Change(client, 'split', [area(2, 'Hà Trì 2')]);
  change.on = '2024-11-15';
  expect(await change.save()).toBe(false);
  expect([change.tried, change.blanks]).toEqual([true, { names: [true, true], because: true }]);
  expect(client.requests('split_area')).toEqual([]);
  change.names = ['Hà Trì 2A', 'Hà Trì 3'];
  change.because = 'Nghị quyết';
  expect(await change.save()).toBe(false);
  expect(change.nameErrors[0]).toBe('');
  expect(change.nameErrors[1]).toContain('Hà Trì 3');
  expect(await change.save()).toBe(false);
  expect(change.nameErrors).toEqual([]);
  expect(change.dayError).not.toBe('');
  expect(change.error).toBe('');
});

it('evenings go round the new areas until somebody says otherwise', () => {
  const visits = [10, 11, 12].map((d) => ({ visit: d as VisitId, on: `2024-11-${String(d)}`, is_on: true }));
  const change = new Change(client, 'split', [area(2, 'Hà Trì 2', { visits })]);
  change.on = '2024-11-10';
  const given = () => change.evenings.map((v) => change.handedTo(v.visit));
  expect(given()).toEqual([0, 1, 0]);
  change.handTo(12 as VisitId, 1);
  expect(given()).toEqual([0, 1, 1]);
});

it('a merge that begins with one area finds the others without marks', async () => {
  client.script.merge_areas = () => 9 as AreaId;
  const [one, two, gone] = [area(1, 'Hà Trì 1'), area(2, 'Hà Trì 2'), area(3, 'Hà Trì 3', { ended_on: '2024-11-01' })];
  const change = new Change(client, 'merge', [one], [one, two, gone]);
  [change.on, change.because, change.names] = ['2024-11-15', 'Nghị quyết', ['Hà Trì']];
  expect(await change.save()).toBe(false);
  change.query = 'ha tri';
  expect(change.found).toEqual([two]);
  change.take(two);
  expect([change.query, change.found]).toEqual(['', []]);
  expect(await change.save()).toBe(true);
  expect(client.requests('merge_areas')[0]?.ids).toEqual([1, 2]);
});

it('is found by a former name, and says what it was', async () => {
  const former = { area: 1 as AreaId, until: '2024-11-14', name: 'Hà Trì 1', kind: 'village', cluster: null, because: 'QĐ' } as const;
  const renamed = area(1, 'Sao Mai', { former_names: [former] });
  client.script.list_areas = () => [renamed, area(2, 'Hà Trì 1A', { came_of: ['Hà Trì 9'] })];
  const areas = new Areas(client);
  await areas.load();
  areas.query = 'ha tri 1';
  expect(areas.shown.map((r) => r.name)).toContain('Sao Mai');
  expect(areas.rows.map(kinWords)).toEqual([['trước là Hà Trì 1, đến 14/11'], ['tách từ Hà Trì 9']]);
});

describe('an area being typed', () => {
  it('sends blanks as blanks', async () => {
    const draft = new AreaDraft(client, null);
    draft.name = 'Hà Trì 6';
    draft.leader = '  ';
    expect(await draft.save()).toBe(9);
    expect(client.requests('add_area')).toEqual([
      { area: { name: 'Hà Trì 6', kind: 'residential_group', cluster: null, leader: null, self_report_due: null } },
    ]);
  });

  it('keeps what the area had, and tells a refusal', async () => {
    const known = new AreaDraft(
      client,
      area(2, 'Hà Trì 2', { leader: 5 as PersonId, leader_name: 'Bà Đặng', leader_has_phone: true }),
    );
    expect(await known.save()).toBe(2);
    known.noPhone = true;
    expect(await known.save()).toBe(2);
    known.phone = '0912 345 678';
    expect(await known.save()).toBe(2);
    const leaders = client.requests('edit_area').map((r) => r.area.leader);
    expect(leaders).toEqual([null, '', '0912 345 678'].map((phone) => ({ name: 'Bà Đặng', phone })));
    const blank = new AreaDraft(client, null);
    expect(await blank.save()).toBeNull();
    expect(blank.error).toContain('tên địa bàn');
  });

  it('a near name is kept once it is said again', async () => {
    const near = new Scripted({
      add_area: ({ area: form }) => {
        if (!form.accept_near) throw refusal('area_near', { name: form.name, other: '1 Ngô Thì Nhậm' });
        return 9 as AreaId;
      },
    });
    const draft = new AreaDraft(near, null);
    draft.name = '1 Ngõ Thì Nhậm';
    expect(await draft.save()).toBeNull();
    expect(draft.near).toBe(true);
    expect(draft.error).toContain('1 Ngô Thì Nhậm');
    expect(await draft.save(true)).toBe(9);
    expect(draft.near).toBe(false);
  });

  it('another name is a slip mended, or a name from a day on', async () => {
    const draft = new AreaDraft(client, area(2, 'Hà Trì 2'));
    draft.name = 'Hà Trì Hai';
    expect(draft.isNamedAnew).toBe(true);
    draft.naming = 'renamed';
    expect(await draft.save()).toBeNull();
    expect(client.asked).toEqual([]);
    draft.from = '2024-11-15';
    draft.because = 'Nghị quyết';
    expect(await draft.save()).toBe(2);
    expect(client.requests('rename_area')).toMatchObject([
      { id: 2, from: '2024-11-15', area: { name: 'Hà Trì Hai', kind: 'residential_group' }, because: 'Nghị quyết' },
    ]);
    // One deed, so that one Ctrl+Z takes it back.
    expect(client.requests('edit_area')).toEqual([]);
  });

  it('a day that is none is not sent', async () => {
    const draft = new AreaDraft(client, null);
    draft.name = 'Hà Trì 6';
    draft.selfDueOk = false;
    expect(await draft.save()).toBeNull();
    expect(client.asked).toEqual([]);
  });
});

describe('base figures', () => {
  it('are counts or blank, never a guess', async () => {
    const base = new BaseDraft(client, 2 as AreaId);
    expect(await base.save()).toBe(false);
    base.asOf = '2024-11-01';
    base.source = 'Công an phường';
    base.typed.households = '1.234';
    base.typed.people_15 = '12,5';
    expect(base.bad('people_15')).toBe(true);
    expect(await base.save()).toBe(false);
    base.typed.people_15 = '';
    expect(await base.save()).toBe(true);
    const known = { id: 4 as BaseId, area: 2 as AreaId, as_of: '2024-11-01', source: 'Công an phường', households: 5, people_15: null, smartphone_15: 0, installed: null };
    expect(new BaseDraft(client, 2 as AreaId, known).typed).toEqual({ households: '5', people_15: '', smartphone_15: '0', installed: '' });
    expect(client.requests('put_base')).toEqual([
      {
        area: 2,
        as_of: '2024-11-01',
        source: 'Công an phường',
        households: 1234,
        people_15: null,
        smartphone_15: null,
        installed: null,
      },
    ]);
  });
});
