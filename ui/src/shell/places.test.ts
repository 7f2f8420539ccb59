import { beforeEach, expect, it } from 'vitest';
import type { DeskState } from '../api/client';
import { boundTo } from '../api/bound';
import { hold, isHeld, release } from '../keyboard/hold';
import { Scripted } from '../testing/scripted';
import type { Api } from '../api/client';
import { Places } from './places';

const desk = (who: number | null, path = '/a.db') =>
  ({ file: { path }, who: who === null ? null : { id: who } }) as unknown as DeskState;

beforeEach(() => history.replaceState(null, '', '#/nhap-phieu'));

it('the first one stays where the window was opened', () => {
  new Places().change(null, desk(1));
  expect(location.hash).toBe('#/nhap-phieu');
});

it('somebody else begins at the beginning, and whoever comes back is where they were', () => {
  const places = new Places();
  places.change(null, desk(1));
  places.change(desk(1), desk(2));
  expect(location.hash).toBe('#/');
  history.replaceState(null, '', '#/bao-cao');
  places.change(desk(2), desk(null));
  places.change(desk(null), desk(1));
  expect(location.hash).toBe('#/nhap-phieu');
  places.change(desk(1), desk(2));
  expect(location.hash).toBe('#/bao-cao');
  // The same person in another file is somewhere else.
  places.change(desk(2), desk(2, '/b.db'));
  expect(location.hash).toBe('#/');
});

it('the same person heard of again is no arrival', () => {
  const places = new Places();
  places.change(null, desk(1));
  history.replaceState(null, '', '#/lich');
  places.change(desk(1), desk(1));
  expect(location.hash).toBe('#/lich');
});

it('what one left half done goes nowhere in the name of another', async () => {
  let here = true;
  const script = new Scripted({ get_overview: () => ({}) as never });
  const mine = boundTo(script as unknown as Api, () => here);
  await mine.call('get_overview', {});
  here = false;
  await expect(mine.call('get_overview', {})).rejects.toMatchObject({ wire: { code: 'not_signed_in' } });
  expect(script.requests('get_overview')).toHaveLength(1);
  let heard = 0;
  mine.onChanged(['tally'], () => void heard++);
  script.changed('tally');
  here = true;
  script.changed('tally');
  expect(heard).toBe(1);
});

it('a screen that is let go has the cursor where it was', () => {
  const [a, b] = [document.createElement('input'), document.createElement('input')];
  document.body.append(a, b);
  a.focus();
  hold();
  b.focus();
  hold();
  expect(isHeld()).toBe(true);
  release();
  expect([isHeld(), document.activeElement]).toEqual([false, a]);
  a.remove();
  b.remove();
});
