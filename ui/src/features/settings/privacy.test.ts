import { describe, expect, it } from 'vitest';
import type { PersonId, Privacy } from '../../api/client';
import { refusal, Scripted } from '../../testing/scripted';
import { Deleting, Look } from '../people.svelte';
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
});
