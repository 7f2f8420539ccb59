import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist';
import { tick } from 'svelte';
import { Nearest } from './nearest';
import { PageText, type TextPiece } from './pagetext';
import { openPdf } from './pdf';
import { percentOf, scaleOf, zoomed, type Size, type Zoom } from './zoom';

/** A4, until the first page says what it is. */
const USUAL: Size = { width: 595.28, height: 841.89 };
/** Work that waits until every page near the screen is drawn. */
const AFTER_ALL = Infinity;

/** The pages of a file and how they are looked at. A newer file takes the place of the older one, page by page. */
export class PdfPages {
  document = $state.raw<PDFDocumentProxy | null>(null);
  count = $state(0);
  failed = $state(false);
  /** A file is being opened or a page drawn. */
  opening = $state(false);
  drawing = $state(false);
  zoom = $state<Zoom>('width');
  room = $state.raw<Size>({ width: 0, height: 0 });
  /** The page that is looked at. */
  here = $state(1);
  readonly queue = new Nearest(
    () => this.here,
    (is) => (this.drawing = is),
  );

  #sizes = $state.raw<readonly Size[]>([]);
  #texts = new Map<number, Promise<PageText>>();
  #task: PDFDocumentLoadingTask | null = null;
  /** Files that are no longer shown: the worker that would close them draws the newer one's pages first. */
  #older: PDFDocumentLoadingTask[] = [];
  #turn = 0;

  get busy(): boolean {
    return this.opening || this.drawing;
  }

  get percent(): number {
    return percentOf(this.scale(this.here));
  }

  /** In points. */
  sizeOf(page: number): Size {
    return this.#sizes[page - 1] ?? this.#sizes[0] ?? USUAL;
  }

  /** Screen pixels to a point. */
  scale(page: number): number {
    return scaleOf(this.zoom, this.sizeOf(page), this.room);
  }

  step(by: 1 | -1): void {
    this.zoom = zoomed(this.percent, by);
  }

  async show(bytes: ArrayBuffer): Promise<void> {
    const turn = ++this.#turn;
    this.opening = true;
    try {
      const task = await openPdf(bytes);
      const document = await task.promise;
      const first = sizeOf(await document.getPage(1));
      if (turn !== this.#turn) return void task.destroy();
      // Sizes of the older file stand until the newer one's are known, so that nothing jumps.
      this.#sizes = [first, ...this.#sizes.slice(1, document.numPages)];
      this.#texts = new Map();
      this.document = document;
      this.count = document.numPages;
      this.here = Math.min(this.here, document.numPages);
      this.failed = false;
      if (this.#task) this.#older.push(this.#task);
      this.#task = task;
      void this.#afterwards(document, turn);
    } catch {
      if (turn === this.#turn) this.failed = true;
    } finally {
      if (turn === this.#turn) this.opening = false;
    }
  }

  /** The text of a page, read once. */
  text(page: number): Promise<PageText> {
    const known = this.#texts.get(page);
    if (known) return known;
    const reading = this.#read(page);
    this.#texts.set(page, reading);
    return reading;
  }

  destroy(): void {
    this.#turn++;
    this.#closeOlder();
    void this.#task?.destroy();
    this.#task = null;
  }

  #closeOlder(): void {
    for (const task of this.#older.splice(0)) void task.destroy();
  }

  async #afterwards(document: PDFDocumentProxy, turn: number): Promise<void> {
    // By then the pages near the screen have asked to be drawn.
    await tick();
    if (turn !== this.#turn) return;
    this.queue.add(AFTER_ALL, async () => {
      this.#closeOlder();
      await this.#measure(document, turn);
    });
  }

  async #read(page: number): Promise<PageText> {
    if (!this.document) return new PageText([]);
    const sheet = await this.document.getPage(page);
    const { items } = await sheet.getTextContent();
    const [, bottom = 0, , top = 1] = sheet.view;
    const pieces = items.flatMap((item): TextPiece[] => {
      if (!('str' in item)) return [];
      const baseline = Number(item.transform[5]);
      return [{ str: item.str, hasEOL: item.hasEOL, down: Math.max(0, (top - baseline) / (top - bottom)) }];
    });
    return new PageText(pieces);
  }

  async #measure(document: PDFDocumentProxy, turn: number): Promise<void> {
    const sizes: Size[] = [];
    try {
      for (let page = 1; page <= document.numPages; page++) sizes.push(sizeOf(await document.getPage(page)));
    } catch {
      // The file was replaced meanwhile, or a page is broken: it is said when it is drawn.
      return;
    }
    const same = sizes.every((s, i) => s.width === this.sizeOf(i + 1).width && s.height === this.sizeOf(i + 1).height);
    if (turn === this.#turn && !same) this.#sizes = sizes;
  }
}

function sizeOf(sheet: { getViewport: (at: { scale: number }) => Size }): Size {
  const { width, height } = sheet.getViewport({ scale: 1 });
  return { width, height };
}
