import { expect, it } from 'vitest';
import type { DoorsView } from '../../api/client';
import { Scripted } from '../../testing/scripted';
import { Doors } from './doors.svelte';

const view = (idle_minutes: number): DoorsView => ({
  idle_minutes,
  roles: ['Văn phòng'],
  rights: [],
  unlock: { made_at: null, made_by: null, uses: [] },
});

it('minutes are a whole number the office takes, and what is being typed is not overwritten', async () => {
  let minutes = 10;
  const client = new Scripted({
    get_doors: () => view(minutes),
    set_idle: (request) => {
      minutes = request.minutes;
      return null as never;
    },
  });
  const doors = new Doors(client);
  await doors.load();
  expect(doors.minutes).toBe('10');
  for (const bad of ['', '0', '241', '1,5', 'mười', '-3']) {
    doors.minutes = bad;
    expect(await doors.saveMinutes()).toBeNull();
    expect(doors.error).not.toBe('');
  }
  expect(client.requests('set_idle')).toEqual([]);
  doors.minutes = '5';
  await doors.load();
  expect(doors.minutes).toBe('5');
  expect(await doors.saveMinutes()).toBe(5);
  expect(doors.view?.idle_minutes).toBe(5);
});

it('the code is there once, in what was answered', async () => {
  const sheet = { groups: ['12345'], made_at: '2024-11-10T08:00:00+07:00', made_by: 'Quản trị' };
  const client = new Scripted({ get_doors: () => view(10), make_unlock_sheet: () => sheet });
  const doors = new Doors(client);
  await doors.makeSheet();
  expect(doors.sheet).toEqual(sheet);
  doors.sheet = null;
  await doors.load();
  expect(doors.sheet).toBeNull();
});
