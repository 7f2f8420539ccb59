import { describe, expect, it } from 'vitest';
import type { OldCopies, PersonId, Privacy } from '../../api/client';
import { refusal, Scripted } from '../../testing/scripted';
import { Deleting, Look } from '../people.svelte';
import { NoteWatch } from '../notewatch.svelte';
import { Leftovers } from './oldcopies.svelte';
import { PersonalData } from './privacy.svelte';

const ID = 3 as PersonId;
const privacy: Privacy = { purpose: 'liên hệ', retain_until: '2025-03-31', retention: { state: 'kept', until: '2025-03-31' }, people: 2 };

describe('personal data', () => {
  it('only an administrator asks for the log', async () => {
    const client = new Scripted({ get_privacy: () => privacy, list_people: () => [], list_contact_access: () => [] });
    await new PersonalData(client, false).load();
    expect(client.requests('list_contact_access')).toEqual([]);
    const data = new PersonalData(client, true);
    await data.load();
    expect([data.purpose, data.until, data.accesses]).toEqual(['liên hệ', '2025-03-31', []]);
  });

  it('what is being typed is not pulled away by a change elsewhere', async () => {
    const data = new PersonalData(new Scripted({ get_privacy: () => privacy, list_people: () => [] }), false);
    await data.load();
    data.purpose = 'liên hệ tổ';
    await data.load(true);
    expect(data.purpose).toBe('liên hệ tổ');
  });

  it('a file about a person is made only after it was noted', async () => {
    const client = new Scripted({
      export_person: () => {
        throw refusal('not_allowed', { role: 'Lãnh đạo' });
      },
    });
    const data = new PersonalData(client, false);
    await data.exportOne(ID);
    expect(client.asked.map((a) => a.name)).toEqual(['export_person']);
    client.script.export_person = () => null;
    await data.exportOne(ID);
    expect(client.asked.map((a) => a.name)).toEqual(['export_person', 'export_person', 'person_txt']);
  });

  it('a contact is asked for when it is looked at, and a refused deletion says why', async () => {
    const client = new Scripted({
      view_contact: ({ person }) => ({ person, name: 'Lê An', title: null, unit: null, phone: '0912345678' }),
      delete_person: () => {
        throw refusal('name_not_confirmed', { name: 'Lê An' });
      },
    });
    const look = new Look(client);
    expect(client.asked).toEqual([]);
    await look.view(ID);
    expect(look.contact?.phone).toBe('0912345678');
    const deleting = new Deleting(client, ID);
    deleting.typed = 'Lê';
    expect(await deleting.run()).toBe(false);
    expect(deleting.error).toContain('Lê An');
  });

  it('says where the name stays before anything is deleted', async () => {
    const client = new Scripted({
      look_at_deletion: () => ({ texts: [{ place: 'ghi chú của phiếu', text: 'gặp bà An' }], issued: [] }),
    });
    const deleting = new Deleting(client, ID);
    await deleting.look();
    expect(deleting.staying?.texts.map((t) => t.place)).toEqual(['ghi chú của phiếu']);
    expect(client.requests('delete_person')).toEqual([]);
  });

  it('old backups go only after one was made, and a refusal says why', async () => {
    const old = { number: 1, at: '2024-11-09T08:00:00+07:00', kind: 'automatic' as const, expiry: { on: '2025-11-01', after: 10 } };
    let copies: OldCopies = { deleted_on: '2024-11-10', copies: [old], has_newer: false, papers: [], others: [] };
    const client = new Scripted(
      {
        list_old_copies: () => copies,
        delete_old_copies: () => {
          if (!copies.has_newer) throw refusal('no_newer_backup', {});
          copies = { ...copies, copies: [] };
          return 1;
        },
      },
      {},
      () => {
        copies = { ...copies, has_newer: true };
        return null as never;
      },
    );
    const left = new Leftovers(client);
    await left.load();
    expect(left.any).toBe(true);
    expect(await left.takeAway()).toBeNull();
    expect(left.error).toContain('sao lưu');
    expect(await left.backUp()).toBe(true);
    expect(await left.takeAway()).toBe(1);
    expect(left.any).toBe(false);
  });

  it('asks about a note only if it may hold a number, and forgets the answer to what is no longer there', async () => {
    const client = new Scripted({ check_note: ({ text }) => (text.includes('0912') ? ['phone'] : []) });
    const watch = new NoteWatch(client);
    watch.see('chữ mờ ở ô 7');
    expect(client.asked).toEqual([]);
    await watch.ask('gọi 0912 345 678');
    expect(watch.found).toEqual(['phone']);
    const slow = watch.ask('gọi 0912 345 679');
    watch.see('gọi lại');
    await slow;
    expect(watch.found).toEqual([]);
  });
});
