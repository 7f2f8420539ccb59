import { expect, it } from 'vitest';
import type { AreaId, Radar, RadarPacket, VisitId } from '../../api/client';
import { Scripted } from '../../testing/scripted';
import { Chasing } from '../chasing.svelte';
import { keyOf, Missing } from './radar.svelte';

const packet = (n: number): RadarPacket => ({
  visit: n as VisitId,
  area: n as AreaId,
  area_label: `Hà Trì ${String(n)}`,
  on: '2024-11-16',
  weekday: '',
  hands: null,
  hands_by: 'unknown',
  due: '',
  late: true,
  hours: 11,
  age: '11 giờ',
  expected: 5,
  back: 0,
  missing: 5,
  lost: 0,
  kept: 0,
  sheets: [],
  summary: null,
});

const of = (...packets: RadarPacket[]): Radar => ({ expected: 0, back: 0, missing: 0, late: 0, summaries_missing: 0, lost: 0, evenings: [], packets });

it('the cursor goes through the packets, and stays in its place when one comes back', async () => {
  let packets = [1, 2, 3].map(packet);
  const missing = new Missing(new Scripted({ get_radar: () => of(...packets) }));
  await missing.load();
  expect(missing.at?.area_label).toBe('Hà Trì 1');
  missing.go(1);
  expect(missing.at?.area_label).toBe('Hà Trì 2');
  packets = [packet(1), packet(3)];
  await missing.load();
  expect(missing.at?.area_label).toBe('Hà Trì 3');
  packets = [packet(1)];
  await missing.load();
  expect(missing.at && keyOf(missing.at)).toBe(keyOf(packet(1)));
  packets = [];
  await missing.load();
  expect(missing.at).toBeNull();
});

it('one message is copied at once, several are chosen from, and a window without a clipboard shows the text', async () => {
  const copied: string[] = [];
  let works = true;
  const toClipboard = (text: string) => {
    if (works) copied.push(text);
    return Promise.resolve(works);
  };
  let texts = [{ to: 'bà Hoa', text: 'Nhắc nộp phiếu' }];
  const chasing = new Chasing(new Scripted({ get_sheet_chase: () => texts }), toClipboard);
  await chasing.zalo();
  expect([copied, chasing.messages]).toEqual([['Nhắc nộp phiếu'], []]);
  works = false;
  await chasing.zalo();
  expect(chasing.messages).toEqual(texts);
  works = true;
  texts = [...texts, { to: 'ông Bình', text: 'Nhắc ông' }];
  await chasing.zalo();
  expect(copied.length).toBe(1);
  expect(chasing.messages.length).toBe(2);
});
