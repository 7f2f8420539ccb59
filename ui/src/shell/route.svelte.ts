import { untrack } from 'svelte';
import type { ScreenName } from '../features/screen';
import { vi } from '../text/vi';
import type { Place } from './palette.svelte';

/** Addresses of the screens, in the order of the side bar; it leaves out those that stand within another. */
export const PATHS = {
  today: 'hom-nay',
  plan: 'ke-hoach',
  areas: 'dia-ban',
  schedule: 'lich',
  teams: 'to-ho-tro',
  keying: 'nhap-phieu',
  radar: 'phieu-chua-ve',
  verify: 'doi-soat',
  measures: 'nhip-nhap-phieu',
  progress: 'tien-do',
  papers: 'an-pham',
  report: 'bao-cao',
  wards: 'tong-hop',
  backup: 'sao-luu',
  journal: 'nhat-ky',
  settings: 'cai-dat',
} as const satisfies Record<ScreenName, string>;

/** Where the window begins. */
export const HOME: ScreenName = 'today';

export const SCREENS = Object.keys(PATHS) as ScreenName[];

/** Whether a key's deed is to go to a screen. */
export const isScreen = (deed: string | null): deed is ScreenName => deed !== null && (SCREENS as string[]).includes(deed);

/** Screens reached from another one, which the side bar shows as the place. */
export const WITHIN: Partial<Record<ScreenName, ScreenName>> = { radar: 'keying', measures: 'verify', wards: 'report' };

/** Parts of screens that are found by name. */
export const PLACES: readonly Place[] = [
  { title: vi.places.receive, screen: 'radar', target: 'nhan' },
  { title: vi.places.receipts, screen: 'radar', target: 'bien-nhan' },
  { title: vi.places.trend, screen: 'progress', target: 'xu-huong' },
  { title: vi.places.ranking, screen: 'progress', target: 'xep-hang' },
  { title: vi.places.away, screen: 'backup', target: 'noi-thu-hai' },
  { title: vi.places.check, screen: 'backup', target: 'kiem-tra' },
  { title: vi.places.about, screen: 'settings', target: 'about' },
  { title: vi.places.verifyJournal, screen: 'journal', target: 'kiem-tra' },
];

export function hrefOf(screen: ScreenName, target?: string): string {
  return `#/${PATHS[screen]}${target ? `/${encodeURIComponent(target)}` : ''}`;
}

export function parseHash(hash: string): { screen: ScreenName | null; target: string | null } {
  const [path, target] = hash.replace(/^#\/?/, '').split('/');
  const screen = SCREENS.find((name) => PATHS[name] === path) ?? null;
  return { screen, target: target ? decodeURIComponent(target) : null };
}

/** Where the window is; back and forward work as in a browser. */
export class Route {
  screen = $state<ScreenName>('keying');
  target = $state<string | null>(null);
  /** Grows with each arrival, so that arriving twice at one place is heard twice. */
  arrival = $state(0);

  readonly #home: ScreenName;
  #taken: string | null = null;

  constructor(home: ScreenName) {
    this.#home = home;
    addEventListener('hashchange', () => this.#take());
    this.#take();
  }

  go(screen: ScreenName, target?: string): void {
    const href = hrefOf(screen, target);
    untrack(() => {
      if (location.hash === href) this.arrival++;
      else location.hash = href;
      // The browser tells of it a moment later; the next key is meant for there already.
      this.#take();
    });
  }

  #take(): void {
    const { hash } = location;
    if (hash === this.#taken) return;
    this.#taken = hash;
    const { screen, target } = parseHash(hash);
    this.screen = screen ?? this.#home;
    this.target = target;
    this.arrival++;
  }
}
