/** How the cursor goes through a list of rows. */

/** How many rows a key goes on or back, 0 for any other key; pages and ends only where a page has a length. */
export function stepOf(key: string): -1 | 0 | 1;
export function stepOf(key: string, page: number): number;
export function stepOf(key: string, page = 0): number {
  switch (key) {
    case 'ArrowDown':
      return 1;
    case 'ArrowUp':
      return -1;
    case 'PageDown':
      return page;
    case 'PageUp':
      return page === 0 ? 0 : -page;
    case 'Home':
      return page === 0 ? 0 : -Infinity;
    case 'End':
      return page === 0 ? 0 : Infinity;
    default:
      return 0;
  }
}

/** The row a step leads to, never past the ends; from no row at all it is the one at `entry`. */
export function rowAfter<Row>(
  rows: readonly Row[],
  here: (row: Row) => boolean,
  step: number,
  entry: 'first' | 'last' = 'first',
): Row | undefined {
  const at = rows.findIndex(here);
  if (at === -1) return entry === 'first' ? rows[0] : rows.at(-1);
  return rows[Math.min(rows.length - 1, Math.max(0, at + step))];
}
