import type { SecondPlace } from '../../api/client';

/** How copies on another drive stand, and the one thing to do about it. */
export interface Second {
  says: 'none' | 'locked' | 'failed' | 'gone' | 'due' | 'has';
  tone: 'wait' | 'plain';
  does: 'set_up' | 'see' | 'copy';
}

/** What is not set up comes first, then what went wrong, then what is late. A drive in a drawer is no trouble until then. */
export function secondOf(second: SecondPlace): Second {
  if (second.folder === null) return { says: 'none', tone: 'wait', does: 'set_up' };
  if (!second.has_passphrase) return { says: 'locked', tone: 'wait', does: 'set_up' };
  if (!second.there) return { says: 'gone', tone: second.due || second.last === null ? 'wait' : 'plain', does: 'see' };
  if (second.failure !== null) return { says: 'failed', tone: 'wait', does: 'see' };
  if (second.due || second.last === null) return { says: 'due', tone: 'wait', does: 'copy' };
  return { says: 'has', tone: 'plain', does: 'copy' };
}
