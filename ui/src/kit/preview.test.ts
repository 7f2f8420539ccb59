import { expect, it } from 'vitest';
import { previewIntent } from '../keyboard/preview';
import { Nearest } from './nearest';
import { PageText, type TextPiece } from './pagetext';
import { PdfSearch, type Readable } from './pdfsearch.svelte';
import { percentOf, scaleOf, zoomed, ZOOMS } from './zoom';

const piece = (str: string, down = 0, hasEOL = false): TextPiece => ({ str, down, hasEOL });
const A4 = { width: 595, height: 842 };

it('words are found without marks, and where they stand with their marks', () => {
  const text = new PageText([piece('Tổ dân phố 1 Ngô Thì Nhậm, phường Hà Cầu', 0.25)]);
  const [found] = text.find('ngo thi nham');
  expect(found?.down).toBe(0.25);
  expect(text.pieces[0]?.str.slice(found?.from.offset, found?.to.offset)).toBe('Ngô Thì Nhậm');
  expect(text.find('đ')).toHaveLength(1);
  expect(text.find('ngõ thị nham')).toHaveLength(1);
  expect(text.find('  ')).toEqual([]);
});

it('a text taken apart into letters and marks is found whole', () => {
  const apart = 'Cầu Đơ'.normalize('NFD');
  const [found] = new PageText([piece(apart)]).find('cau do');
  expect(apart.slice(found?.from.offset, found?.to.offset)).toBe(apart);
});

it('what was found may go over pieces and lines', () => {
  const text = new PageText([piece('Ủy ban '), piece('nhân dân', 0.1, true), piece('phường Hà Cầu', 0.2)]);
  expect(text.find('uy ban nhan dan phuong')).toEqual([
    { from: { piece: 0, offset: 0 }, to: { piece: 2, offset: 6 }, down: 0 },
  ]);
});

it('the same word twice is two places, never overlapping ones', () => {
  expect(new PageText([piece('aaaa')]).find('aa').map((f) => f.from.offset)).toEqual([0, 2]);
});

it('pages fit the room, or have their own size', () => {
  expect(scaleOf('width', A4, { width: 595, height: 100 })).toBe(1);
  expect(scaleOf('page', A4, { width: 595, height: 421 })).toBe(0.5);
  expect(percentOf(scaleOf(125, A4, { width: 10, height: 10 }))).toBe(125);
});

it('steps go up and down from whatever is seen, and end at the ends', () => {
  expect(zoomed(80, 1)).toBe(90);
  expect(zoomed(80, -1)).toBe(75);
  expect(zoomed(100, 1)).toBe(110);
  expect(zoomed(200, 1)).toBe(200);
  expect(zoomed(20, -1)).toBe(Math.min(...ZOOMS));
});

const stroke = (key: string, more: object = {}) => ({ key, ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, ...more });

it('keys of a preview take no others away, and none from an input method', () => {
  expect(previewIntent(stroke('+', { ctrlKey: true, shiftKey: true }))).toBe('larger');
  expect(previewIntent(stroke('0', { ctrlKey: true }))).toBe('fit');
  expect(previewIntent(stroke('F3', { shiftKey: true }))).toBe('previous');
  expect(previewIntent(stroke('+'))).toBeNull();
  expect(previewIntent(stroke('k', { ctrlKey: true }))).toBeNull();
  expect(previewIntent(stroke('F3', { isComposing: true }))).toBeNull();
});

it('the page looked at is drawn first, then its neighbours, then what waits for all of them; what was dropped is not drawn', async () => {
  let here = 5;
  const drawn: number[] = [];
  let done: () => void = () => undefined;
  const finished = new Promise<void>((go) => (done = go));
  const queue = new Nearest(
    () => here,
    (busy) => {
      if (!busy) done();
    },
  );
  for (const page of [Infinity, 1, 2, 3, 4, 5, 6, 9]) {
    queue.add(page, async () => {
      drawn.push(page);
      // Somebody scrolls while the first page is drawn.
      here = 9;
    });
  }
  queue.drop(3);
  await finished;
  expect(drawn).toEqual([5, 9, 6, 4, 2, 1, Infinity]);
});

class Book implements Readable {
  constructor(public pages: string[]) {}
  get count() {
    return this.pages.length;
  }
  text(page: number) {
    return Promise.resolve(new PageText([piece(this.pages[page - 1] ?? '')]));
  }
}

it('the first place shown is on the page looked at; the next ones go round', async () => {
  const search = new PdfSearch(new Book(['Hà Trì', 'Cầu Đơ', 'hà trì, Hà Trì']));
  search.query = 'ha tri';
  await search.look(2);
  expect(search.hits.map((h) => h.page)).toEqual([1, 3, 3]);
  expect(search.at).toBe(1);
  search.step(1);
  search.step(1);
  expect(search.at).toBe(0);
  search.step(-1);
  expect(search.at).toBe(2);
  search.query = 'khong co';
  await search.look(1);
  expect([search.at, search.current]).toEqual([-1, null]);
});

it('newer pages keep the place, as far as there is one', async () => {
  const book = new Book(['a', 'a', 'a']);
  const search = new PdfSearch(book);
  search.query = 'a';
  await search.look(3);
  expect(search.at).toBe(2);
  book.pages = ['a', 'a'];
  await search.look(1, true);
  expect(search.at).toBe(1);
});

it('only the last question is answered', async () => {
  const search = new PdfSearch(new Book(['một', 'hai']));
  search.query = 'mot';
  const older = search.look(1);
  search.query = 'hai';
  await Promise.all([older, search.look(1)]);
  expect(search.hits.map((h) => h.page)).toEqual([2]);
});
