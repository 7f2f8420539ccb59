import type { Finding } from '../../api/client';
import type { vi } from '../../text/vi';
import type { ScreenName } from '../screen';

/** The one thing to do about a finding: where it is, and the words of its button. */
export interface Remedy {
  words: keyof typeof vi.checking.remedies;
  screen: ScreenName;
  target: string;
}

/** A file that does not hold together is brought back from a backup; a paper that was touched is looked at. */
export function remedyOf(finding: Finding): Remedy {
  switch (finding.kind) {
    case 'journal':
      return { words: 'journal', screen: 'journal', target: String(finding.entry) };
    case 'tables':
      return { words: 'rows', screen: 'journal', target: 'kiem-tra' };
    case 'document':
      return { words: 'documents', screen: 'plan', target: 'van-ban' };
    case 'report':
    case 'head':
      return { words: 'reports', screen: 'report', target: 'da-phat-hanh' };
    case 'database':
    case 'replay':
    case 'attachment':
    case 'backup':
      return { words: 'copies', screen: 'backup', target: 'ban-sao' };
  }
}
