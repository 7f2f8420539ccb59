/** What of the journal an address names: `kiem-tra`, an entry `123`, a sheet `482-1937`, a box of it `482-1937:7`. */
export interface Target {
  part: Part;
  entry: number | null;
  code: string | null;
  no: string | null;
}

export type Part = 'entries' | 'verify';

export const PARTS: readonly Part[] = ['entries', 'verify'];

export function targetOf(target: string | null): Target {
  const nothing: Target = { part: 'entries', entry: null, code: null, no: null };
  if (target === null) return nothing;
  if (target === 'kiem-tra') return { ...nothing, part: 'verify' };
  const sheet = /^(\d{3}-?\d{4})(?::(.+))?$/.exec(target);
  if (sheet) return { ...nothing, code: sheet[1] ?? null, no: sheet[2] ?? null };
  return /^\d+$/.test(target) ? { ...nothing, entry: Number(target) } : nothing;
}
