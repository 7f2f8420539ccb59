import { expect, it } from 'vitest';
import type { Forecast } from '../../api/client';
import { gate, Scripted } from '../../testing/scripted';
import { Sheets } from '../../testing/sheets';
import { Morning } from './morning.svelte';

const forecast = (finished: number): Forecast => ({ waiting: 29 - finished, finished, minutes_per_sheet: 1.4, done_at: '09:05:00' });

it('the morning is read again when a sheet is done, not with every box, and never twice at once', async () => {
  const slow = gate();
  let finished = 17;
  const client = new Scripted({
    get_forecast: async () => {
      await slow.passed;
      return forecast(finished++);
    },
  });
  const morning = new Morning(client);
  const sheets = new Sheets();
  const reading = morning.load();
  morning.take(sheets.view('482-1937'));
  sheets.values.set('482-1937', [32, 27, 5]);
  morning.take(sheets.view('482-1937'));
  morning.take(sheets.view('482-1937'));
  expect(client.requests('get_forecast')).toHaveLength(1);
  slow.open();
  await reading;
  expect(client.requests('get_forecast')).toHaveLength(2);
  expect([morning.finished, morning.all]).toEqual([18, 29]);
});

it('without an answer it says nothing', async () => {
  const morning = new Morning(new Scripted({}));
  await morning.load();
  expect([morning.forecast, morning.all]).toEqual([null, 0]);
});
