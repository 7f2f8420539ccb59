/** The parts of the progress, as an address names them: `dia-ban`, `xu-huong`. */
export type Part = 'overview' | 'areas' | 'trend' | 'steps' | 'papers' | 'ranking';

export const PARTS: readonly Part[] = ['overview', 'areas', 'trend', 'steps', 'papers', 'ranking'];

const NAMES: Record<string, Part> = {
  'tong-quan': 'overview',
  'dia-ban': 'areas',
  'xu-huong': 'trend',
  'buoc-ly-do': 'steps',
  'phieu-thieu': 'papers',
  'xep-hang': 'ranking',
};

export function partOf(target: string | null): Part | null {
  return NAMES[target ?? ''] ?? null;
}
