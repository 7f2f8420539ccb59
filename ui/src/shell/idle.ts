/** What a person does at a screen. */
const DEEDS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'compositionupdate'] as const;

/** The office is told now and then that somebody is there. */
const TELL_MS = 5_000;
/** The window locks a little before the office would, so that nothing is refused in between. */
const AHEAD_MS = 2_000;

export interface Watched {
  /** Milliseconds without a deed after which the screen is locked; `null`: it never is. */
  readonly limit: number | null;
  stir(): void;
  lock(): void;
}

/** By the clock or by what only goes forward, whichever is later: a computer that slept has been alone. */
const now = () => ({ ticks: performance.now(), clock: Date.now() });
type Moment = ReturnType<typeof now>;
const since = (then: Moment) => Math.max(now().ticks - then.ticks, now().clock - then.clock);

/** Watches whether anybody is at the screen. Answers a way to stop. */
export function watchIdle(watched: Watched): () => void {
  let last = now();
  let told = now();
  let untold = false;
  const stir = () => {
    if (isOver()) return;
    last = now();
    untold = true;
  };
  const limit = () => watched.limit ?? Infinity;
  const isOver = () => since(last) >= limit() - Math.min(AHEAD_MS, limit() / 4);
  const look = () => {
    if (isOver()) return watched.lock();
    if (!untold || since(told) < Math.min(TELL_MS, limit() / 4)) return;
    untold = false;
    told = now();
    watched.stir();
  };
  for (const deed of DEEDS) addEventListener(deed, stir, { capture: true, passive: true });
  const timer = setInterval(look, 250);
  return () => {
    clearInterval(timer);
    for (const deed of DEEDS) removeEventListener(deed, stir, { capture: true });
  };
}
