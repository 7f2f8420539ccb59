/** For which files somebody has put the first steps away: a choice of this computer, kept beside its looks. */

const KEPT = 'first-steps-away';
/** Files that are remembered; older ones have long keyed their first sheet. */
const MOST = 20;

export function isPutAway(file: string): boolean {
  return kept().includes(file);
}

export function putAway(file: string): void {
  localStorage.setItem(KEPT, JSON.stringify([file, ...kept().filter((other) => other !== file)].slice(0, MOST)));
}

function kept(): string[] {
  try {
    const said: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]');
    return Array.isArray(said) ? said.filter((file) => typeof file === 'string') : [];
  } catch {
    return [];
  }
}
