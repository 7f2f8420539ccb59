/** How fast keys follow one another: a scanner's from a hand's. Times are those of the keys, no clock of ours. */

/**
 * Keys this close together may be a scanner's, in milliseconds. Scanners send a digit each 2–20 ms, and the
 * system tells the time of a key to 16 ms; two fingers on a numpad are seldom this quick, seven digits never.
 */
export const SCANNER_MS = 50;

/** An Enter this soon after a digit is one movement with it, in milliseconds: of a hand used to Enter after
 * every number, or of a scanner that ends with it. */
export const ECHO_MS = 400;

/** How fast the digits of a field came. */
export interface Pace {
  readonly last: number | null;
  /** Longest time between two of them; `null` before the second. */
  readonly slowest: number | null;
}

export const STILL: Pace = { last: null, slowest: null };

/** The pace with one digit more. */
export function paced(pace: Pace, when: number): Pace {
  if (pace.last === null) return { last: when, slowest: null };
  return { last: when, slowest: Math.max(pace.slowest ?? 0, when - pace.last) };
}

/** Whether a scanner may have typed all of it. */
export function isBurst(pace: Pace): boolean {
  return pace.slowest === null || pace.slowest <= SCANNER_MS;
}

/** Whether a digit follows so closely that it belongs to what a scanner types. */
export function isOfBurst(pace: Pace, when: number): boolean {
  return pace.last !== null && when - pace.last <= SCANNER_MS;
}

/** Whether an Enter is the end of the movement that brought the cursor here, and no wish to go on. */
export function isEcho(arrived: number, when: number | undefined): boolean {
  return when !== undefined && when >= arrived && when - arrived <= ECHO_MS;
}
