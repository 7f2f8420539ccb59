import { wordsOf } from '../text/words';

type Progress = (done: number, of: number) => void;

/** Work in the background: its progress, a way to stop it, and what came of it. */
export class Background<T> {
  running = $state(false);
  done = $state(0);
  of = $state(0);
  result = $state.raw<T | null>(null);
  cancelled = $state(false);
  error = $state('');

  #at: { cancel(): Promise<void> } | null = null;

  /** Begins, unless it is under way already. `outcome` resolves with `null` when the work was cancelled. */
  protected async follow<W extends { cancel(): Promise<void> }>(
    begin: () => Promise<W>,
    outcome: (work: W, progress: Progress) => Promise<T | null>,
  ): Promise<void> {
    if (this.running) return;
    this.running = true;
    this.result = null;
    this.cancelled = false;
    this.error = '';
    this.done = 0;
    this.of = 0;
    try {
      const work = await begin();
      this.#at = work;
      this.result = await outcome(work, (done, of) => {
        this.done = done;
        this.of = of;
      });
      this.cancelled = this.result === null;
    } catch (error) {
      this.error = wordsOf(error);
    } finally {
      this.running = false;
      this.#at = null;
    }
  }

  async cancel(): Promise<void> {
    await this.#at?.cancel();
  }
}
