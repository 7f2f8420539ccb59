import type { DeskState } from '../api/client';

/** Who sits at which file. */
function seatOf(desk: DeskState | null): string | null {
  return desk?.file && desk.who ? `${desk.file.path} ${String(desk.who.id)}` : null;
}

/**
 * Where in the window each person was. Whoever sits down anew begins at the beginning: what the one before was
 * looking at is not theirs to see.
 */
export class Places {
  readonly #at = new Map<string, string>();
  #last: string | null = null;

  change(before: DeskState | null, after: DeskState): void {
    const [from, to] = [seatOf(before), seatOf(after)];
    if (from !== null && from !== to) this.#at.set(from, location.hash);
    if (to === null || to === this.#last) return;
    // The address the window was opened with is the first one's.
    if (this.#last !== null) history.replaceState(null, '', this.#at.get(to) ?? '#/');
    this.#last = to;
  }
}
