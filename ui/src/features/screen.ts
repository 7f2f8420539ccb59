import type { AccountRow, Client, OpenFile } from '../api/client';
import type { Host } from '../host/host';

/** Names of the screens, as in the address and the side bar. */
export type ScreenName = 'today' | 'plan' | 'areas' | 'schedule' | 'teams' | 'keying' | 'radar' | 'verify' | 'measures' | 'progress' | 'papers' | 'report' | 'wards' | 'settings';

/** What every screen is given. */
export interface ScreenProps {
  client: Client;
  host: Host;
  file: OpenFile;
  who: AccountRow;
  /** The office's day. */
  today: string;
  /** What to show first: an area's or visit's id, a sheet's code. */
  target: string | null;
  /** Goes to another screen. */
  go: (screen: ScreenName, target?: string) => void;
}
