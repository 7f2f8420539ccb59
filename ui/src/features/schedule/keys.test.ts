import { expect, it } from 'vitest';
import { deedOf } from './keys';

const none = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };

it('calendar and list have the same keys', () => {
  expect(['m', 'M', 'Enter', 'Escape', 'Delete', 'Insert', 's', 't', 'p', 'f', ' '].map((key) => deedOf({ ...none, key }))).toEqual([
    'lift',
    'lift',
    'enter',
    'escape',
    'off',
    'add',
    'split',
    'teams',
    'propose',
    'mend',
    'next',
  ]);
  expect(deedOf({ ...none, key: 'x' })).toBeNull();
});

it('nothing is asked while an input method composes, nor with Ctrl or Alt', () => {
  expect(deedOf({ ...none, key: 's', isComposing: true })).toBeNull();
  expect(deedOf({ ...none, key: 's', keyCode: 229 })).toBeNull();
  expect(deedOf({ ...none, key: 's', ctrlKey: true })).toBeNull();
  expect(deedOf({ ...none, key: 'p', altKey: true })).toBeNull();
});
