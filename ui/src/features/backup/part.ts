/** The parts of the screen, as an address names them: `ban-sao`, `noi-thu-hai`, `kiem-tra`. */
export type Part = 'copies' | 'away' | 'check';

const NAMES: Record<string, Part> = { 'ban-sao': 'copies', 'noi-thu-hai': 'away', 'kiem-tra': 'check' };

export const PARTS: readonly Part[] = Object.values(NAMES);

export function partOf(target: string | null): Part {
  return NAMES[target ?? ''] ?? 'copies';
}
