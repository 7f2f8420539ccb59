import { describe, expect, it } from 'vitest';
import type { HeadFound, JournalLine, JournalPage, JournalVerdict } from '../../api/client';
import { gate, refusal, Scripted } from '../../testing/scripted';
import { Entry } from './entry.svelte';
import { EVERYTHING, Journal } from './journal.svelte';
import { targetOf } from './target';
import { Verifying } from './verifying.svelte';

const line = (entry: number): JournalLine => ({
  entry,
  at: '2024-11-10T08:00:00.000+07:00',
  who: 'Lê Thị Bích',
  deed: 'Nhập số vào phiếu',
  kind: 'keying',
  subject: null,
  code: null,
  what: [],
  more: 0,
  why: null,
  is_undo: false,
});
const page = (entries: number[], next: number | null): JournalPage => ({ lines: entries.map(line), next, head: 9 });
const nowhere = targetOf(null);

describe('an address in the journal', () => {
  it('names an entry, a sheet, a box of it, or the check', () => {
    expect(targetOf('123')).toEqual({ part: 'entries', entry: 123, code: null, no: null });
    expect(targetOf('482-1937')).toEqual({ part: 'entries', entry: null, code: '482-1937', no: null });
    expect(targetOf('482-1937:7a')).toEqual({ part: 'entries', entry: null, code: '482-1937', no: '7a' });
    expect(targetOf('kiem-tra').part).toBe('verify');
    expect(targetOf('gì đó')).toEqual(nowhere);
  });
});

describe('looking through', () => {
  it('pages follow each other, and the first line is chosen unless an entry was gone to', async () => {
    const client = new Scripted({ list_journal: ({ before }) => (before === null ? page([9, 8], 8) : page([7], null)) });
    const journal = new Journal(client, nowhere);
    await journal.load();
    expect(journal.chosen).toBe(9);
    await journal.more();
    expect(journal.lines.map((l) => l.entry)).toEqual([9, 8, 7]);
    await journal.more();
    expect(client.requests('list_journal').map((r) => r.before)).toEqual([null, 8]);
    const there = new Journal(client, targetOf('3'));
    await there.load();
    expect(there.chosen).toBe(3);
  });

  it('words are looked for until they are found, the journal ends, or somebody stops it', async () => {
    const held = gate();
    const asked: (number | null)[] = [];
    const client = new Scripted({
      list_journal: async ({ before }) => {
        asked.push(before);
        if (before === null) return page([], 6);
        if (before === 6) return page([4], 3);
        await held.passed;
        return page([2], null);
      },
    });
    const journal = new Journal(client, nowhere);
    const looking = journal.filter({ text: 'ha tri' });
    while (asked.length < 3) await Promise.resolve();
    expect(journal.searching).toBe(true);
    expect(journal.lines.map((l) => l.entry)).toEqual([4]);
    journal.stop();
    held.open();
    await looking;
    expect(journal.lines.map((l) => l.entry)).toEqual([4]);
    expect([journal.next, journal.searching, journal.busy]).toEqual([3, false, false]);
  });

  it('a box belongs to its sheet: another sheet is looked at whole', async () => {
    const client = new Scripted({ list_journal: () => page([], null) });
    const journal = new Journal(client, targetOf('482-1937:7'));
    expect(journal.isFiltered).toBe(true);
    await journal.filter({ code: '515-0042' });
    expect(journal.query).toEqual({ ...EVERYTHING, code: '515-0042' });
    await journal.filter(EVERYTHING);
    expect(journal.isFiltered).toBe(false);
  });

  it('a wrong code is told in words and what was listed before is gone', async () => {
    const client = new Scripted({
      list_journal: ({ query }) => {
        if (query.code) throw refusal('missing');
        return page([9], null);
      },
    });
    const journal = new Journal(client, nowhere);
    await journal.load();
    await journal.filter({ code: '1' });
    expect([journal.lines, journal.error !== '']).toEqual([[], true]);
  });
});

describe('one entry', () => {
  it('the figures it moved come after it, and a late answer is for nobody', async () => {
    const held = gate();
    const view = (entry: number) => ({ line: line(entry), rows: [], total: 0, technical: null, previous: null, next: null });
    const client = new Scripted({
      get_entry: async ({ entry }) => {
        if (entry === 1) await held.passed;
        return view(entry);
      },
      entry_figures: () => ({ figures: [], uncounted: [] }),
    });
    const entry = new Entry(client);
    const slow = entry.load(1);
    await entry.load(2);
    held.open();
    await slow;
    expect([entry.view?.line.entry, entry.moved]).toEqual([2, { figures: [], uncounted: [] }]);
  });
});

describe('verifying', () => {
  const verdict = { entries: 9, head: '', broken: null, misfit: null, rows: [], rows_total: 0, heads: [], is_sound: true } as JournalVerdict;

  it('tells what came of it, or that it was stopped', async () => {
    const client = new Scripted({});
    client.inspected.verify_journal = () => verdict;
    const verifying = new Verifying(client);
    await verifying.verify();
    expect([verifying.verdict, verifying.running, verifying.of]).toEqual([verdict, false, 2]);
    client.inspected.verify_journal = () => null;
    await verifying.verify();
    expect([verifying.verdict, verifying.cancelled]).toEqual([null, true]);
  });

  it('a head that cannot be read is told in words', async () => {
    const found = { line: null, since: 0, near: null, read: '' } as HeadFound;
    const client = new Scripted({
      find_head: ({ text }) => {
        if (text === 'x') throw refusal('head_unreadable', { count: '0' });
        return found;
      },
    });
    const verifying = new Verifying(client);
    verifying.head = 'x';
    await verifying.lookUp();
    expect([verifying.found, verifying.headError !== '']).toEqual([null, true]);
    verifying.head = '0000 0000 0000 0000';
    await verifying.lookUp();
    expect([verifying.found, verifying.headError]).toEqual([found, '']);
  });
});
