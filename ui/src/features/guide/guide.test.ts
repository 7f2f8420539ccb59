import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Guide, GuideBlock } from '../../api/client';
import { ACTIONS, keyLabel } from '../../keyboard/actions';
import { refusal, Scripted } from '../../testing/scripted';
import { GuideBook, hits, stretches, wordsIn } from './guide.svelte';

const plain = (text: string) => [{ set: 'plain' as const, text }];
const GUIDE: Guide = {
  version: '1.2.3',
  chapters: [
    { chapter: 'start', title: 'Bắt đầu', blocks: [{ kind: 'paragraph', runs: plain('Mở hồ sơ.') }] },
    {
      chapter: 'verification',
      title: 'Đối soát',
      blocks: [
        { kind: 'heading', words: 'Duyệt buổi' },
        { kind: 'steps', steps: [plain('Chọn buổi.'), plain('Bấm Duyệt.')] },
        { kind: 'note', runs: plain('Đối soát xong thì khóa.') },
      ],
    },
  ],
  news: [{ version: '1.2.3', blocks: [{ kind: 'points', points: [plain('Có hướng dẫn.')] }] }],
};

function book(at: 'start' | 'news' = 'start') {
  const client = new Scripted({ guide: () => GUIDE });
  return { client, book: new GuideBook(client, at) };
}

const found = (text: string, query: string) => stretches(text, query).filter((s) => s.hit).map((s) => s.text);

describe('what is looked for', () => {
  it('is found without marks, in the words as they are written', () => {
    expect(found('Mở Đối soát (Alt 0), ĐỐI SOÁT', 'doi soat')).toEqual(['Đối soát', 'ĐỐI SOÁT']);
    expect(found('Mở Đối soát'.normalize('NFD'), 'đối soát')).toEqual(['Đối soát']);
    expect(stretches('Mở Đối soát.', 'doi').map((s) => s.text).join('')).toBe('Mở Đối soát.');
  });

  it('begins a word, and may be the beginning of one', () => {
    expect(found('In phiếu, xin tin', 'in')).toEqual(['In']);
    expect(found('Nhập phiếu', 'nha')).toEqual(['Nhậ']);
    expect(found('Nhập phiếu', ' nhap   phieu ')).toEqual(['Nhập phiếu']);
    expect(found('Nhập phiếu', '')).toEqual([]);
  });

  it('leaves the parts that have it, and goes to the first of them', async () => {
    const { book: b } = book();
    await b.load();
    expect(b.lines('Có gì mới').map((l) => l.part)).toEqual(['start', 'verification', 'news']);
    b.find('doi soat', 'Có gì mới');
    expect(b.lines('Có gì mới').map((l) => [l.part, l.hits])).toEqual([['verification', 2]]);
    expect(b.part).toBe('verification');
    b.find('huong dan', 'Có gì mới');
    expect(b.part).toBe('news');
    b.find('không đâu có', 'Có gì mới');
    expect(b.lines('Có gì mới')).toEqual([]);
    expect(b.part, 'and stays there if there is none').toBe('news');
  });
});

describe('the guide', () => {
  it('turns to the next part and the one before, and no further than there are', async () => {
    const { book: b } = book();
    await b.load();
    const way = [1, 1, 1, -1, -1, -1].map((step) => {
      b.move(step, 'Có gì mới');
      return b.part;
    });
    expect(way).toEqual(['verification', 'news', 'news', 'verification', 'start', 'start']);
  });

  it('tells every word of every block', () => {
    const blocks: GuideBlock[] = [...GUIDE.chapters.flatMap((c) => c.blocks), { kind: 'picture', name: 'a', caption: 'Hình' }];
    expect(wordsIn(blocks)).toEqual(['Mở hồ sơ.', 'Duyệt buổi', 'Chọn buổi.', 'Bấm Duyệt.', 'Đối soát xong thì khóa.', 'Hình']);
    expect(hits('Duyệt và duyệt', 'duyet')).toBe(2);
  });

  it('says what went wrong, and is asked again', async () => {
    let broken = true;
    const client = new Scripted({
      guide: () => {
        if (broken) throw refusal('internal');
        return GUIDE;
      },
    });
    const b = new GuideBook(client, 'news');
    await b.load();
    expect([b.guide, b.error !== '']).toEqual([null, true]);
    broken = false;
    await b.load();
    expect([b.guide?.version, b.error]).toEqual(['1.2.3', '']);
  });
});

it('every key of the program stands in the chapter of keys, as keys are written', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../../assets/guide/keys.md'), 'utf8');
  const written = new Set([...text.matchAll(/`([^`]+)`/g)].map((m) => m[1]));
  const missing = ACTIONS.flatMap((a) => a.keys.map(keyLabel)).filter((key) => !written.has(key));
  expect(missing).toEqual([]);
});
