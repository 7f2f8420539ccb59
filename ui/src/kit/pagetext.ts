/** Finding words on a page without marks: "ngo thi nham" finds "Ngô Thì Nhậm". */

import { fold } from '../text/format';

/** A piece of text as the page holds it. */
export interface TextPiece {
  readonly str: string;
  /** The line ends after it. */
  readonly hasEOL: boolean;
  /** How far down the page it stands, from 0 to 1. */
  readonly down: number;
}

/** A place in a page's text; `offset` counts within the piece. */
export interface Spot {
  readonly piece: number;
  readonly offset: number;
}

/** What was found: from the first letter to behind the last one. */
export interface Found {
  readonly from: Spot;
  readonly to: Spot;
  readonly down: number;
}

/** A page's text in one string, in which every letter knows where it came from. */
export class PageText {
  readonly #folded: string;
  readonly #spots: Spot[] = [];

  constructor(readonly pieces: readonly TextPiece[]) {
    let text = '';
    const put = (letters: string, spot: Spot) => {
      for (const letter of letters) {
        // Gaps between words may be of any width, and lines end where they like.
        const blank = /\s/.test(letter);
        if (blank && (text === '' || text.endsWith(' '))) continue;
        text += blank ? ' ' : letter;
        // A letter outside the basic plane counts twice in a string.
        for (let i = 0; i < letter.length; i++) this.#spots.push(spot);
      }
    };
    for (const [piece, { str, hasEOL }] of pieces.entries()) {
      let offset = 0;
      for (const letter of str) {
        put(fold(letter), { piece, offset });
        offset += letter.length;
      }
      if (hasEOL) put(' ', { piece, offset });
    }
    this.#folded = text;
  }

  find(query: string): Found[] {
    const wanted = foldQuery(query);
    if (wanted === '') return [];
    const found: Found[] = [];
    for (let at = this.#folded.indexOf(wanted); at !== -1; at = this.#folded.indexOf(wanted, at + wanted.length)) {
      const from = this.#spots[at];
      const last = this.#spots[at + wanted.length - 1];
      if (!from || !last) break;
      const to = { piece: last.piece, offset: this.#behind(last) };
      found.push({ from, to, down: this.pieces[from.piece]?.down ?? 0 });
    }
    return found;
  }

  /** Behind a letter and the marks that are written after it. */
  #behind({ piece, offset }: Spot): number {
    const rest = this.pieces[piece]?.str.slice(offset) ?? '';
    return offset + (/^.\p{M}*/su.exec(rest)?.[0].length ?? 0);
  }
}

export function foldQuery(query: string): string {
  return fold(query).trim().replace(/\s+/g, ' ');
}
