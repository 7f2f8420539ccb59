/** How the cursor goes through a grid of numbers, row by row as the papers lie. It knows no cells, only where they are. */

import type { KeyStroke } from './grammar';

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Which places there are: rows may lack columns, and be closed to keying as a whole. */
export interface Field {
  readonly rows: number;
  readonly columns: number;
  /** Rows that a page holds. */
  readonly page: number;
  has(place: Place): boolean;
}

export type Way = 'up' | 'down' | 'page_up' | 'page_down' | 'row_start' | 'row_end' | 'first' | 'last';

/** The way a key leads in a grid, where it differs from the keys of a sheet; `null`: it does not. */
export function wayOf(stroke: KeyStroke, editing: boolean): Way | null {
  if (stroke.altKey || stroke.shiftKey || stroke.metaKey || editing) return null;
  switch (stroke.key) {
    case 'ArrowUp':
      return 'up';
    case 'ArrowDown':
      return 'down';
    case 'PageUp':
      return 'page_up';
    case 'PageDown':
      return 'page_down';
    case 'Home':
      return stroke.ctrlKey ? 'first' : 'row_start';
    case 'End':
      return stroke.ctrlKey ? 'last' : 'row_end';
    default:
      return null;
  }
}

/** Where a way leads: to the nearest place there is, and nowhere if there is none. */
export function placeAfter(from: Place, way: Way, field: Field): Place {
  const rows = Array.from({ length: field.rows }, (_, row) => row);
  const inColumn = rows.filter((row) => field.has({ row, column: from.column }));
  const columns = (row: number) =>
    Array.from({ length: field.columns }, (_, column) => column).filter((column) => field.has({ row, column }));
  const inRow = (row: number | undefined, which: 0 | -1): Place => {
    const column = row === undefined ? undefined : columns(row).at(which);
    return row === undefined || column === undefined ? from : { row, column };
  };
  const stay = from.row;
  switch (way) {
    case 'up':
      return { ...from, row: inColumn.findLast((row) => row < from.row) ?? stay };
    case 'down':
      return { ...from, row: inColumn.find((row) => row > from.row) ?? stay };
    case 'page_up':
      return { ...from, row: inColumn.find((row) => row >= from.row - field.page) ?? stay };
    case 'page_down':
      return { ...from, row: inColumn.findLast((row) => row <= from.row + field.page) ?? stay };
    case 'row_start':
      return inRow(from.row, 0);
    case 'row_end':
      return inRow(from.row, -1);
    case 'first':
      return inRow(rows.find((row) => columns(row).length > 0), 0);
    case 'last':
      return inRow(rows.findLast((row) => columns(row).length > 0), -1);
  }
}

/** The first place of the next row that has one, for whoever leaves a row at its end; `null` at the last. */
export function nextRow(row: number, field: Field): Place | null {
  for (let r = row + 1; r < field.rows; r++) {
    for (let column = 0; column < field.columns; column++) if (field.has({ row: r, column })) return { row: r, column };
  }
  return null;
}

/** The last place of the row before, for whoever leaves a row at its beginning; `null` at the first. */
export function rowBefore(row: number, field: Field): Place | null {
  for (let r = row - 1; r >= 0; r--) {
    for (let column = field.columns - 1; column >= 0; column--) if (field.has({ row: r, column })) return { row: r, column };
  }
  return null;
}
