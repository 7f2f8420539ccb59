import { expect, it } from 'vitest';
import { ACTIONS, GENERAL, actionOf, actionsOn, keyLabel } from './actions';
import { isComposing } from './ime';

const none = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };

it('every action has a name and a key, and no key calls two', () => {
  const keys = ACTIONS.flatMap((a) => a.keys);
  expect(new Set(keys).size).toBe(keys.length);
  for (const action of ACTIONS) {
    expect(action.name).not.toBe('');
    expect(action.keys.length).toBeGreaterThan(0);
  }
});

it('keys find their action', () => {
  expect(actionOf({ ...none, key: 'k', ctrlKey: true })).toBe('find');
  expect(actionOf({ ...none, key: 'K', ctrlKey: true })).toBe('find');
  expect(actionOf({ ...none, key: 'F5' })).toBe('keying');
  expect(actionOf({ ...none, key: '2', altKey: true, code: 'Digit2' })).toBe('plan');
  expect(actionOf({ ...none, key: 'k' })).toBeNull();
});

it('Alt with the numpad writes characters on Windows and calls nothing', () => {
  expect(actionOf({ ...none, key: '2', altKey: true, code: 'Numpad2' })).toBeNull();
});

it('nothing is called while an input method composes', () => {
  expect(actionOf({ ...none, key: 'F5', isComposing: true })).toBeNull();
  expect(actionOf({ ...none, key: 'F5', keyCode: 229 })).toBeNull();
  expect(isComposing({ key: 'a' })).toBe(false);
  expect(isComposing({ key: 'Dead' })).toBe(true);
});

it('keys are printed as on keyboards', () => {
  expect(keyLabel('ctrl+k')).toBe('Ctrl K');
  expect(keyLabel('f5')).toBe('F5');
});

it('Ctrl with / asks for the keys, and each action is told somewhere', () => {
  expect(actionOf({ ...none, key: '/', ctrlKey: true })).toBe('help');
  const everywhere = GENERAL.map((a) => a.id);
  const told = new Set([...everywhere, ...everywhere.flatMap((id) => actionsOn(id).map((a) => a.id))]);
  expect(ACTIONS.map((a) => a.id).filter((id) => !told.has(id))).toEqual([]);
  expect(actionsOn('keying').map((a) => a.id)).toContain('accept');
  expect(everywhere).not.toContain('accept');
  expect(actionsOn('settings')).toEqual([]);
});
