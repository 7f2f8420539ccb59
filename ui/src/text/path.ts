import { vi } from './vi';

/** Steps of a path that are shown; those between the first and the last ones are dots. */
const SHOWN = 4;

/**
 * A folder as a person looks for it: `Tài liệu › Từng Ngõ` for `C:\Users\Thu Hằng\Documents\Từng Ngõ`. Where it lies in
 * full belongs beside it, in a title or on the page about the program.
 */
export function shortPath(full: string): string {
  const steps = withoutHome(full.split(/[/\\]+/).filter((step) => step !== ''));
  const named = steps.map((step) => vi.start.folders[step as keyof typeof vi.start.folders] ?? step);
  const shown = named.length > SHOWN ? [named[0], '…', ...named.slice(-(SHOWN - 2))] : named;
  return shown.join(' › ');
}

/** What lies in somebody's own folder is looked for from there. */
function withoutHome(steps: string[]): string[] {
  const users = steps.findIndex((step) => step === 'Users' || step === 'home');
  const ofUser = users === 0 || (users === 1 && /^[A-Za-z]:$/.test(steps[0] ?? ''));
  return ofUser && steps.length > users + 2 ? steps.slice(users + 2) : steps;
}
