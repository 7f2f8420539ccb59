/** Short words about what was done, gone by themselves. Errors do not come here: they stay where they arose. */
export interface Toast {
  readonly id: number;
  readonly words: string;
}

const STAYS_MS = 4000;

class Toasts {
  list = $state<Toast[]>([]);
  #next = 1;

  say(words: string): void {
    const id = this.#next++;
    this.list = [...this.list.slice(-2), { id, words }];
    setTimeout(() => {
      this.list = this.list.filter((t) => t.id !== id);
    }, STAYS_MS);
  }
}

export const toasts = new Toasts();
