/** How long a screen may stand without saying that it waits. */
const MOMENT_MS = 600;

/** Questions of a screen that have no answer yet: on a slow disk it says that it waits, and is never just blank. */
export class Unanswered {
  /** Something was asked more than a moment ago. */
  long = $state(false);
  #late = 0;

  /** Watches a question until it is answered or refused. */
  readonly watch = <T>(asking: Promise<T>): Promise<T> => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      this.#late += 1;
      this.long = true;
    }, MOMENT_MS);
    const ended = () => {
      clearTimeout(timer);
      if (isLate) this.#late -= 1;
      this.long = this.#late > 0;
    };
    asking.then(ended, ended);
    return asking;
  };
}
