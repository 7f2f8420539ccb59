/** The parts of the screen, as an address names them: `ban-sao`, `kiem-tra`. */
export type Part = 'copies' | 'check';

const NAMES: Record<string, Part> = { 'ban-sao': 'copies', 'kiem-tra': 'check' };

export const PARTS: readonly Part[] = Object.values(NAMES);

export function partOf(target: string | null): Part {
  return NAMES[target ?? ''] ?? 'copies';
}
