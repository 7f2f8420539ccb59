import { expect, it } from 'vitest';
import type { KeyerRow, Measures, PersonId } from '../../api/client';
import { refusal, Scripted } from '../../testing/scripted';
import { Rhythm } from './measures.svelte';

const row = (name: string, sheets: number): KeyerRow => ({
  name,
  measure: { person: sheets as PersonId, sheets, boxes: 0, keys: 0, keys_per_sheet: null, minutes_per_sheet: null, checked: 0, wrong: 0, errors: null },
});

it('keyers stand by name, whoever keyed most', async () => {
  const keyers = [row('Đào Thu Hằng', 90), row('Bùi Văn An', 20), row('Lê Thị Hoa', 50)];
  const rhythm = new Rhythm(new Scripted({ get_measures: () => ({ keyers }) as unknown as Measures }));
  expect(rhythm.keyers).toEqual([]);
  await rhythm.load();
  expect(rhythm.keyers.map((k) => k.name)).toEqual(['Bùi Văn An', 'Đào Thu Hằng', 'Lê Thị Hoa']);
});

it('who may not see them is told in words', async () => {
  const rhythm = new Rhythm(
    new Scripted({
      get_measures: () => {
        throw refusal('not_allowed');
      },
    }),
  );
  await rhythm.load();
  expect(rhythm.error).not.toBe('');
});
