import { beforeEach, describe, expect, it } from 'vitest';
import type { OwnerOffer, PersonId } from '../../api/client';
import { Scripted } from '../../testing/scripted';
import { NOBODY, OTHER, QueryDraft } from './queries.svelte';

const offer = (person: number, name: string): OwnerOffer => ({ person: person as PersonId, name, title: null, part: 'leader' });

let offers: OwnerOffer[] = [];
let office: Scripted;
let draft: QueryDraft;
beforeEach(async () => {
  offers = [offer(7, 'Bà Lê Thị Tổ')];
  office = new Scripted({
    list_visits: () => ({ visits: [], teams: [], clashes: [], days_off: [] }) as never,
    list_query_owners: () => offers,
    open_query: () => 1 as never,
  });
  draft = new QueryDraft(office, { code: '4821937', today: '2024-11-17' });
  await draft.begin('2024-11-17');
});

describe('a question', () => {
  it('goes to who is likeliest to know, within two days', async () => {
    draft.box = '7';
    draft.body = '14 hay 19?';
    expect(await draft.save()).toBe(true);
    expect(office.requests('open_query')).toEqual([
      { code: '4821937', visit: null, box: '7', body: '14 hay 19?', owner: { kind: 'known', person: 7 }, due_on: '2024-11-19' },
    ]);
  });

  it('goes to somebody by name, or to nobody yet', async () => {
    draft.owner = OTHER;
    draft.ownerName = ' Ông Trần Văn Đội ';
    await draft.save();
    draft.owner = NOBODY;
    await draft.save();
    const [named, nobody] = office.requests('open_query');
    expect([named?.owner, nobody?.owner]).toEqual([{ kind: 'named', name: 'Ông Trần Văn Đội', title: null }, null]);
  });

  it('whoever is no longer offered is not asked', async () => {
    offers = [offer(9, 'Ông Nguyễn Khối')];
    await draft.offer();
    expect(draft.owner).toBe('9');
    draft.owner = OTHER;
    await draft.offer();
    expect(draft.owner).toBe(OTHER);
  });

  it('saved before the offers have come, it goes to the first of them all the same', async () => {
    const hasty = new QueryDraft(office, { code: '4821937', today: '2024-11-17' });
    void hasty.offer();
    expect(hasty.owner).toBe(NOBODY);
    await hasty.save();
    expect(office.requests('open_query')[0]?.owner).toEqual({ kind: 'known', person: 7 });
  });

  it('a day that is none is not sent', async () => {
    draft.due = null;
    expect(await draft.save()).toBe(false);
    expect(office.requests('open_query')).toEqual([]);
  });
});
