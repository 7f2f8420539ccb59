/** The parts of the reports' screen, as an address names them: `lap`, `da-phat-hanh`, `da-phat-hanh-3`. */
export type Part = 'make' | 'issued';

export const PARTS: readonly Part[] = ['make', 'issued'];

export interface Place {
  part: Part;
  /** An issued report's id. */
  report: number | null;
}

export function partOf(target: string | null): Place {
  const issued = /^da-phat-hanh(?:-(\d+))?$/.exec(target ?? '');
  if (!issued) return { part: 'make', report: null };
  return { part: 'issued', report: issued[1] === undefined ? null : Number(issued[1]) };
}
