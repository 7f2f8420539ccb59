import { beforeEach, describe, expect, it } from 'vitest';
import type { AreaId } from '../../api/client';
import { area } from '../../testing/rows';
import { refusal, Scripted } from '../../testing/scripted';
import { AreaDraft, Areas, BaseDraft } from './areas.svelte';

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
    const known = new AreaDraft(client, area(2, 'Hà Trì 2', { leader_name: 'Bà Đặng', leader_phone: '024' }));
    expect(await known.save()).toBe(2);
    expect(client.requests('edit_area')[0]?.area.leader).toEqual({ name: 'Bà Đặng', phone: '024' });
    const blank = new AreaDraft(client, null);
    expect(await blank.save()).toBeNull();
    expect(blank.error).toContain('tên địa bàn');
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
