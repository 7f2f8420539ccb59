import type { AccountRow, BackupBrief, Client, OpenFile, Program, Trouble } from '../api/client';
import type { Host } from '../host/host';

/** Names of the screens, as in the address and the side bar. */
export type ScreenName = 'today' | 'plan' | 'areas' | 'schedule' | 'teams' | 'keying' | 'radar' | 'verify' | 'measures' | 'progress' | 'papers' | 'report' | 'wards' | 'backup' | 'journal' | 'settings';

/** Targets that open a screen with its first work begun. */
export const BEGUN = { paste: 'dan-bang', propose: 'xep-thu' } as const;

/** What every screen is given. */
export interface ScreenProps {
  client: Client;
  host: Host;
  file: OpenFile;
  /** Which program this is, and where it keeps its things. */
  program: Program & { offices_folder: string };
  who: AccountRow;
  /** The office's day. */
  today: string;
  /** How the copies of the file stood when the frame last asked. */
  backup: BackupBrief | null;
  /** What is wrong with the file, if anything. */
  trouble: Trouble | null;
  /** What to show first: an area's or visit's id, a sheet's code. */
  target: string | null;
  /** Goes to another screen. */
  go: (screen: ScreenName, target?: string) => void;
}
