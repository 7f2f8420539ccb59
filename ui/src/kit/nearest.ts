/** Work on pages, one at a time, the nearest to what is looked at first. */
export class Nearest {
  readonly #waiting = new Map<number, () => Promise<void>>();
  #running = false;

  constructor(
    /** The page that is looked at. */
    readonly here: () => number,
    /** Whether work is left. */
    readonly busy: (is: boolean) => void = () => undefined,
  ) {}

  /** Newer work on a page takes the place of older work that has not begun; work on page `Infinity` comes last. */
  add(page: number, work: () => Promise<void>): void {
    this.#waiting.set(page, work);
    if (!this.#running) void this.#run();
  }

  drop(page: number): void {
    this.#waiting.delete(page);
  }

  async #run(): Promise<void> {
    this.#running = true;
    this.busy(true);
    // Whoever adds several pages at once has them all in before the first is chosen.
    await Promise.resolve();
    for (let next = this.#next(); next; next = this.#next()) {
      const [page, work] = next;
      this.#waiting.delete(page);
      await work();
    }
    this.#running = false;
    this.busy(false);
  }

  #next(): [number, () => Promise<void>] | undefined {
    const here = this.here();
    let best: [number, () => Promise<void>] | undefined;
    for (const one of this.#waiting) {
      if (!best || Math.abs(one[0] - here) < Math.abs(best[0] - here)) best = one;
    }
    return best;
  }
}
