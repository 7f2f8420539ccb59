import type { SheetRow, SheetView } from '../../api/client';
import { vi } from '../../text/vi';
import type { Keying } from './keying.svelte';

/** What the sheet on the table comes to, once the cursor is back at the code. */
export function outcome(keying: Keying): { tone: 'good' | 'wait' | 'wrong'; words: string } | null {
  const { table, opening, writing } = keying;
  const { view } = table;
  if (view === null || table.at !== 'code' || writing.busy || opening.busy || table.filled === 0) return null;
  if (table.missing.length > 0) return { tone: 'wait', words: vi.keying.missing(table.missing.join(', ')) };
  if (table.accepted) return { tone: 'good', words: vi.keying.doneAccepted(view.code) };
  if (table.hard.length > 0) return { tone: 'wrong', words: vi.keying.impossible(view.code) };
  return { tone: 'good', words: table.soft.length > 0 ? vi.keying.doneSoft(view.code) : vi.keying.done(view.code) };
}

/** A rule's two sides, to set beside its two sums: `ô 6 + ô 7 ≤ ô 5`. */
export function sides(rule: string): { left: string; right: string } | null {
  const then = rule.split(` ${vi.keying.then} `).at(-1) ?? rule;
  const [left, right, more] = then.split(/ [≤≥=] /);
  return left && right && more === undefined ? { left, right } : null;
}

/** A sheet's place on its way, as a sign beside its name. */
export function rowTone(row: SheetRow): 'good' | 'wait' | 'wrong' | 'none' {
  if (row.impossible && row.state === 'returned') return 'wrong';
  if (row.state === 'returned') return 'wait';
  if (row.state === 'keyed' || row.state === 'verified' || row.state === 'locked') return 'good';
  return 'none';
}

export function rowWords(row: SheetRow): string {
  if (row.state === 'returned') {
    if (row.impossible) return vi.keying.rowImpossible;
    if (row.missing.length > 0) return vi.keying.rowMissing(row.missing.length);
  }
  return row.state === 'printed' || row.state === 'handed_out' ? vi.keying.rowNotBack : row.state_word;
}

/** What a sheet just keyed comes to. */
export function recentWords(view: SheetView): string {
  if (view.missing.length > 0) return vi.keying.rowMissing(view.missing.length);
  if (view.state === 'returned') return vi.keying.rowImpossible;
  const total = view.boxes.find((b) => b.control);
  return view.state === 'keyed' && total && total.value !== null && !view.accepted_because ? vi.keying.rowTotal : view.state_word;
}
