import { expect, it, vi as mock } from 'vitest';
import { area, visit } from '../../testing/rows';
import { gate, refusal, Scripted } from '../../testing/scripted';
import type { FlyerSettings, PutFlyer } from '../../api/client';
import { FlyerPrint } from './flyers.svelte';
import { FlyerText } from './flyertext.svelte';
import { Look } from './look.svelte';
import { LoudspeakerText } from './loudspeaker.svelte';
import { partOf } from './part';
import { Room } from './room.svelte';
import { SheetPrint } from './sheets.svelte';
import { ReceiptPrint, SlipPrint } from './slips.svelte';

it('sheets get their codes, then the file is made', async () => {
  const client = new Scripted({ number_sheets: () => ({ made: 5, kept: 2 }) });
  const sheets = new SheetPrint(client);
  sheets.evening = '2024-11-16';
  await sheets.print();
  expect(client.asked).toEqual([
    { name: 'number_sheets', request: { evening: '2024-11-16', count: 5, spare: 2, summary: true, loose: 0 } },
    { name: 'sheets_pdf', request: { evening: '2024-11-16', loose: false, layout: 'a4' } },
  ]);
  expect(sheets.numbered).toContain('5');
  expect(sheets.making.file?.file_name).toBe('sheets_pdf');
});

it('a count out of range is said before anything is asked; a refusal makes no file', async () => {
  const client = new Scripted({
    number_sheets: () => {
      throw refusal('no_visits', { date: '16/11/2024' });
    },
  });
  const sheets = new SheetPrint(client);
  sheets.count = '0';
  await sheets.print();
  sheets.count = '100';
  await sheets.print();
  expect(client.asked).toEqual([]);
  sheets.count = '5';
  await sheets.print();
  expect(client.asked.map((a) => a.name)).toEqual(['number_sheets']);
  expect(sheets.error).toContain('16/11/2024');
});

const visits = (...all: ReturnType<typeof visit>[]) => ({
  starts_on: '',
  ends_on: '',
  teams: [],
  clashes: [],
  days_off: [],
  own_days: [],
  targets_at_end: 0,
  visits: all,
});

it('evenings off are not printed, areas of one evening stand together', async () => {
  const client = new Scripted({
    list_visits: () =>
      visits(
        visit(1, '2024-11-09', 'A', { sheets: 5, spares: 2 }),
        visit(2, '2024-11-09', 'B'),
        visit(3, '2024-11-10', 'C', { cancelled: 'mưa' }),
      ),
  });
  const sheets = new SheetPrint(client);
  await sheets.load();
  expect(sheets.evenings).toEqual([{ on: '2024-11-09', areas: 'A, B', sheets: 7, without: 1 }]);
  expect(sheets.bare).toHaveLength(1);
});

it('an evening with codes shows its sheets, one without shows the form they will be printed on', async () => {
  const client = new Scripted({
    list_visits: () => visits(visit(1, '2024-11-09', 'A', { sheets: 5 }), visit(2, '2024-11-10', 'B')),
    list_forms: () => ({ versions: [], meanings: [] }),
    default_form: () => ({}) as never,
  });
  const sheets = new SheetPrint(client);
  await sheets.load();
  expect(client.asked.at(-1)?.name).toBe('sheets_pdf');
  expect(sheets.look.note).toContain('09/11');
  sheets.evening = '2024-11-10';
  await sheets.show();
  expect(client.asked.at(-1)?.name).toBe('form_preview_pdf');
  expect(sheets.look.note).not.toBe('');
});

const settings = (over: Partial<FlyerSettings> = {}): FlyerSettings => ({
  design: 'evening',
  headline: null,
  steps: [],
  link: null,
  contact_line: null,
  app_name: 'iHanoi',
  most_headline: 80,
  most_step: 90,
  most_steps: 5,
  fields: [],
  ...over,
});

const asked = (client: Scripted) => client.asked.at(-1)?.request;

function flyers(script: ConstructorParameters<typeof Scripted>[0] = {}) {
  const client = new Scripted({
    list_areas: () => [area(1, 'A'), area(2, 'B', { evenings: ['2024-11-09'] })],
    get_flyer: () => settings(),
    ...script,
  });
  const text = new FlyerText(client);
  return { client, text, print: new FlyerPrint(client, 'flyers', text) };
}

it('one flyer is shown for all, of an area that has an evening; nothing of it is changed that nobody changed', async () => {
  const { client, print } = flyers();
  await print.load();
  expect(print.look.bytes).not.toBeNull();
  expect(print.look.note).toContain('B');
  await print.make();
  expect(asked(client)).toEqual({
    size: 'a5',
    area: null,
    inks: 'copier',
    sheet: null,
    marks: true,
    bleed: false,
    sheets: 1,
    design: null,
    headline: null,
    steps: null,
  });
  print.sheets = '0';
  const before = client.asked.length;
  await print.make();
  expect(client.asked.length).toBe(before);
});

it('words for this once go with the file; kept, they are the campaign’s and go with none', async () => {
  const kept: PutFlyer[] = [];
  const { client, text, print } = flyers({
    get_flyer: () => settings(kept.length > 0 ? { headline: 'Tối nay', steps: ['Một', 'Hai'] } : {}),
    put_flyer: (request) => {
      kept.push(request);
      return null as never;
    },
  });
  await print.load();
  text.headline = 'Tối nay';
  text.steps = 'Một\n\nHai\n';
  expect(text.dirty).toBe(true);
  await print.make();
  expect(asked(client)).toMatchObject({ design: null, headline: 'Tối nay', steps: ['Một', 'Hai'] });
  expect(await text.save()).toBe(true);
  expect(kept).toEqual([{ design: 'evening', headline: 'Tối nay', steps: ['Một', 'Hai'] }]);
  expect(text.dirty).toBe(false);
  await print.make();
  expect(asked(client)).toMatchObject({ headline: null, steps: null });
});

it('a headline has two lines at most, each as long as fits', async () => {
  const { text } = flyers({ get_flyer: () => settings({ most_headline: 5, most_step: 3, most_steps: 2 }) });
  await text.load();
  const fits = (headline: string) => {
    text.headline = headline;
    return text.headlineOk;
  };
  expect([fits('12345'), fits('12345\n12345'), fits('123456'), fits('1\n2\n3'), fits('')]).toEqual([true, true, false, false, true]);
  text.steps = 'abc\nabcd';
  expect(text.stepsOk).toBe(false);
  text.steps = 'a\nb\nc';
  expect(text.stepsOk).toBe(false);
  text.steps = 'a\n\nb';
  expect(text.stepsOk).toBe(true);
});

it('what is being typed is not taken away when the campaign’s words are read again', async () => {
  const { text, print } = flyers();
  await print.load();
  text.headline = 'Đang gõ';
  await print.load();
  expect(text.headline).toBe('Đang gõ');
  text.reset();
  expect(text.headline).toBe('');
});

it('a picture is asked for as a picture', async () => {
  const { client, text } = flyers();
  const print = new FlyerPrint(client, 'pictures', text);
  await print.load();
  expect(client.asked.at(-1)?.name).toBe('flyer_picture_png');
  await print.make();
  expect(asked(client)).toEqual({ area: null, design: null, headline: null, steps: null });
});

it('without a sheet that is missing there is no slip, and without a receipt none to print again', async () => {
  const client = new Scripted({
    get_radar: () => ({ expected: 0, back: 0, missing: 0, late: 0, summaries_missing: 0, lost: 0, evenings: [], packets: [] }),
    list_receipts: () => [],
  });
  for (const print of [new SlipPrint(client), new ReceiptPrint(client)]) {
    await print.load();
    expect(print.look.nothing).not.toBe('');
    expect(print.look.bytes).toBeNull();
  }
  expect(client.asked.map((a) => a.name)).toEqual(['get_radar', 'list_receipts']);
});

it('only the newest wish is shown, and an error leaves the older pages', async () => {
  const look = new Look();
  const first = gate();
  const older = look.now(async () => {
    await first.passed;
    return new ArrayBuffer(1);
  });
  await look.now(() => Promise.resolve(new ArrayBuffer(2)));
  first.open();
  await older;
  expect(look.bytes?.byteLength).toBe(2);
  await look.now(() => Promise.reject(refusal('no_sheets')));
  expect(look.error).not.toBe('');
  expect(look.bytes?.byteLength).toBe(2);
  look.none('');
  expect([look.bytes, look.error]).toEqual([null, '']);
});

it('typing asks once, after a pause', async () => {
  mock.useFakeTimers();
  const look = new Look();
  const asked: string[] = [];
  for (const text of ['C', 'Ch', 'Chú']) {
    look.soon(() => {
      asked.push(text);
      return Promise.resolve(new ArrayBuffer(0));
    });
  }
  await mock.runAllTimersAsync();
  expect(asked).toEqual(['Chú']);
  mock.useRealTimers();
});

it('a paper is read when it is chosen, and again only when what it is made from changes', async () => {
  const client = new Scripted({ list_visits: () => visits(), list_receipts: () => [] });
  const room = new Room(client);
  room.listen();
  await room.choose('receipts');
  client.changed('visit');
  client.changed('receipt');
  await Promise.resolve();
  expect(client.asked.map((a) => a.name)).toEqual(['list_receipts', 'list_receipts']);
});

it('an address names a part of the room, or an evening', () => {
  expect(partOf('2024-11-09')).toEqual({ part: 'room', evening: '2024-11-09' });
  expect(partOf('da-in').part).toBe('printed');
  expect(partOf(null)).toEqual({ part: 'room', evening: '' });
});

it('the text for the loudspeaker is of an area or of the ward, and is opened rather than shown', async () => {
  const client = new Scripted({ list_areas: () => [area(3, 'A', { evenings: ['2024-11-09'] }), area(4, 'B')] });
  const text = new LoudspeakerText(client);
  await text.load();
  expect(text.visited.map((a) => a.id)).toEqual([3]);
  expect(text.look.nothing).toContain('Mở');
  await text.make();
  text.area = text.visited[0]?.id ?? 0;
  await text.make();
  expect(client.asked.slice(1)).toEqual([
    { name: 'loudspeaker_docx', request: { area: null } },
    { name: 'loudspeaker_docx', request: { area: 3 } },
  ]);
});
