/** Parts of the print room, as an address names them: `da-in`, `niem-yet`; `2024-11-09` is an evening's sheets. */
export type Part = 'room' | 'printed' | 'posting' | 'news' | 'costs';

const NAMES: Record<string, Part> = { 'da-in': 'printed', 'niem-yet': 'posting', 'tin-bai': 'news', 'du-toan': 'costs' };

export function partOf(target: string | null): { part: Part; evening: string } {
  if (target !== null && /^\d{4}-\d{2}-\d{2}$/.test(target)) return { part: 'room', evening: target };
  return { part: NAMES[target ?? ''] ?? 'room', evening: '' };
}
