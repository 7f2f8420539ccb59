import type { BackupBrief, Overview } from '../api/client';
import type { ScreenName } from '../features/screen';
import { vi } from '../text/vi';

/** What waits behind a screen: a number, and what it counts. */
export interface Waiting {
  readonly n: number;
  readonly words: string;
}

/** The numbers of the side bar, from what the frame reads anyway. */
export function waitingOf(overview: Overview | null, screen: ScreenName, backup: BackupBrief | null = null): Waiting | null {
  if (screen === 'backup') return some(backup && needsLooking(backup) ? 1 : 0, () => vi.waiting.backup);
  if (overview === null) return null;
  const toKey = overview.returned - overview.keyed;
  const { late, disputed, queries_due } = overview;
  switch (screen) {
    case 'today':
      return some([toKey, late, disputed, queries_due].filter((n) => n > 0).length, vi.waiting.today);
    case 'keying':
      return some(toKey, vi.waiting.keying);
    case 'verify':
      return some(disputed + queries_due, vi.waiting.verify);
    default:
      return null;
  }
}

const some = (n: number, words: (n: number) => string): Waiting | null => (n > 0 ? { n, words: words(n) } : null);

const needsLooking = ({ failure, second_due, second_failure }: BackupBrief): boolean =>
  failure !== null || second_due || second_failure !== null;
