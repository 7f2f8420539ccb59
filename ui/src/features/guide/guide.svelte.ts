import type { Client, Guide, GuideBlock, GuideChapter, GuideRun } from '../../api/client';
import { fold } from '../../text/format';
import { wordsOf } from '../../text/words';

/** A part of the guide that can be read: a chapter, or what the versions brought. */
export type Part = GuideChapter | 'news';

/** A part in the list of contents. */
export interface Line {
  part: Part;
  /** Its number as printed; what is new has none. */
  n: number | null;
  title: string;
  /** Places where what is looked for stands. */
  hits: number;
}

/** A stretch of words, looked for or not. */
export interface Stretch {
  text: string;
  hit: boolean;
}

/** The guide, open at a part, with what is looked for in it. */
export class GuideBook {
  guide = $state.raw<Guide | null>(null);
  error = $state('');
  query = $state('');
  part = $state<Part>('start');

  readonly #client: Client;
  readonly #pictures = new Map<string, Promise<string>>();
  #closed = false;

  constructor(client: Client, at: Part) {
    this.#client = client;
    this.part = at;
  }

  async load(): Promise<void> {
    try {
      this.error = '';
      this.guide = await this.#client.call('guide', {});
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  /** All parts, or those in which something that is looked for stands. */
  lines(newsTitle: string): Line[] {
    const chapters: Line[] = (this.guide?.chapters ?? []).map(({ chapter, title }, i) => ({ part: chapter, n: i + 1, title, hits: 0 }));
    const all: Line[] = this.guide === null ? [] : [...chapters, { part: 'news', n: null, title: newsTitle, hits: 0 }];
    if (this.query.trim() === '') return all;
    return all
      .map((line) => ({ ...line, hits: [line.title, ...wordsIn(this.blocksOf(line.part))].reduce((sum, text) => sum + hits(text, this.query), 0) }))
      .filter((line) => line.hits > 0);
  }

  blocksOf(part: Part): readonly GuideBlock[] {
    if (part === 'news') return this.guide?.news.flatMap((news) => news.blocks) ?? [];
    return this.guide?.chapters.find((c) => c.chapter === part)?.blocks ?? [];
  }

  /** Looks for something; the part in front stays if it has it. */
  find(query: string, newsTitle: string): void {
    this.query = query;
    const lines = this.lines(newsTitle);
    const [first] = lines;
    if (first && !lines.some((line) => line.part === this.part)) this.part = first.part;
  }

  /** To the next part of the list or the one before. */
  move(step: number, newsTitle: string): void {
    const lines = this.lines(newsTitle);
    const at = lines.findIndex((line) => line.part === this.part);
    const to = lines[Math.min(lines.length - 1, Math.max(0, at + step))];
    if (to) this.part = to.part;
  }

  /** Where the window has a picture; fetched once. */
  picture(name: string): Promise<string> {
    const known = this.#pictures.get(name);
    if (known) return known;
    const fetched = this.#client.bytes('guide_picture', { name }).then((bytes) => {
      if (this.#closed) return '';
      return URL.createObjectURL(new Blob([bytes], { type: 'image/png' }));
    });
    this.#pictures.set(name, fetched);
    return fetched;
  }

  /** Gives back the room of the pictures. */
  close(): void {
    this.#closed = true;
    for (const picture of this.#pictures.values()) {
      void picture.then((url) => url !== '' && URL.revokeObjectURL(url), () => undefined);
    }
    this.#pictures.clear();
  }
}

/** Every text of some blocks, one for each place it stands in. */
export function wordsIn(blocks: readonly GuideBlock[]): string[] {
  const said = (runs: readonly GuideRun[]) => runs.map((run) => run.text).join('');
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'heading':
        return [block.words];
      case 'paragraph':
      case 'note':
        return [said(block.runs)];
      case 'steps':
        return block.steps.map(said);
      case 'points':
        return block.points.map(said);
      case 'picture':
        return [block.caption];
    }
  });
}

/** How often it stands there, marks and case aside. */
export function hits(text: string, query: string): number {
  return stretches(text, query).filter((s) => s.hit).length;
}

/** A text cut where what is looked for begins and ends; marks and case aside, at the beginnings of words. */
export function stretches(text: string, query: string): Stretch[] {
  const wanted = fold(query).trim().replace(/\s+/g, ' ');
  if (wanted === '') return [{ text, hit: false }];
  // Letter by letter, so that a place in the one is the same place in the other.
  const letters = [...text.normalize('NFC')];
  const folded = letters.map((letter) => fold(letter) || ' ');
  const found: Stretch[] = [];
  let plain = '';
  for (let at = 0; at < letters.length; ) {
    const before = folded[at - 1];
    const length = before !== undefined && /[\p{L}\p{N}]/u.test(before) ? 0 : lengthOf(folded, at, wanted);
    if (length === 0) {
      plain += letters[at++] ?? '';
      continue;
    }
    if (plain !== '') found.push({ text: plain, hit: false });
    plain = '';
    found.push({ text: letters.slice(at, at + length).join(''), hit: true });
    at += length;
  }
  if (plain !== '') found.push({ text: plain, hit: false });
  return found;
}

/** Letters from a place on that read as wanted; 0: they do not. */
function lengthOf(folded: readonly string[], at: number, wanted: string): number {
  let read = '';
  for (let end = at; end < folded.length && read.length < wanted.length; end++) {
    read += folded[end] ?? '';
    if (read === wanted) return end - at + 1;
  }
  return 0;
}
