import { expect, it } from 'vitest';
import type { Filling, GetReportOutlook } from '../../api/client';
import { refusal, Scripted } from '../../testing/scripted';
import { TemplateFilling } from './filling.svelte';

const OF: GetReportOutlook = { kind: 'weekly', day: '2024-11-12', from: null, to: null };
const LOOK = { file: 'mau.xlsx', cells: [{}], left: [] } as unknown as Filling;

it('a template is looked at for the report that is shown, and filled only after', async () => {
  const client = new Scripted({ look_at_template: () => LOOK });
  const filling = new TemplateFilling(client, OF);
  await filling.check();
  await filling.fill();
  expect(client.asked).toEqual([]);
  filling.path = ' /mau.xlsx ';
  await filling.check();
  expect(filling.look).toBe(LOOK);
  await filling.fill();
  const request = { path: '/mau.xlsx', ...OF };
  expect(client.asked).toEqual([
    { name: 'look_at_template', request },
    { name: 'report_filled', request },
  ]);
});

it('a refusal is told, and another file takes back what was said of the one before', async () => {
  const client = new Scripted({
    look_at_template: () => {
      throw refusal('template_refused', { file: 'mau.xls' });
    },
  });
  const filling = new TemplateFilling(client, OF);
  filling.path = 'mau.xls';
  await filling.check();
  expect(filling.error).toContain('mau.xls');
  filling.touched();
  expect(filling.error).toBe('');
});
