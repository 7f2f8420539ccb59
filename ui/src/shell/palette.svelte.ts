import type { Client, Hit } from '../api/client';
import type { ScreenName } from '../features/screen';
import { matches } from '../text/format';
import { vi } from '../text/vi';
import { wordsOf } from '../text/words';

export interface Found {
  key: string;
  kind: Hit['kind'] | 'screen';
  title: string;
  detail: string;
  screen: ScreenName;
  target?: string;
}

/** A part of a screen that has a name of its own. */
export interface Place {
  title: string;
  screen: ScreenName;
  target: string;
}

const SCREEN_OF_KIND: Record<Hit['kind'], ScreenName> = {
  area: 'areas',
  visit: 'schedule',
  sheet: 'keying',
  task: 'plan',
  unit: 'plan',
};

/** A task and a school have their place on the plan's screen; others are known there by their own number. */
const targetOf = (hit: Hit): string =>
  hit.kind === 'task' ? `nhiem-vu-${hit.target}` : hit.kind === 'unit' ? 'tu-bao-cao' : hit.target;

/** Jump to anything: screens, areas, evenings, sheets, tasks, schools. */
export class Finder {
  query = $state('');
  found = $state.raw<Found[]>([]);
  at = $state(0);
  error = $state('');
  /** The answer belongs to what is typed now. */
  fresh = $state(true);

  readonly #client: Client;
  readonly #screens: readonly ScreenName[];
  readonly #places: readonly Place[];
  #asked = 0;

  constructor(client: Client, screens: readonly ScreenName[], places: readonly Place[] = []) {
    this.#client = client;
    this.#screens = screens;
    this.#places = places;
    this.found = this.#screensFor('');
  }

  async type(query: string): Promise<void> {
    this.query = query;
    this.at = 0;
    const asked = ++this.#asked;
    const screens = this.#screensFor(query);
    if (query.trim() === '') {
      this.found = screens;
      this.fresh = true;
      return;
    }
    this.fresh = false;
    try {
      const hits = await this.#client.call('search', { query });
      // A later question may have been answered first.
      if (asked !== this.#asked) return;
      this.error = '';
      this.found = [...screens, ...hits.map(found)];
    } catch (error) {
      if (asked !== this.#asked) return;
      this.error = wordsOf(error);
      this.found = screens;
    }
    this.fresh = true;
  }

  move(step: number): void {
    if (this.found.length > 0) this.at = (this.at + step + this.found.length) % this.found.length;
  }

  #screensFor(query: string): Found[] {
    const screens = this.#screens.map((screen) => ({ title: vi.actions[screen], screen }));
    return [...screens, ...this.#places]
      .filter(({ title }) => matches(title, query))
      .map((place) => ({ key: place.title, kind: 'screen', detail: '', ...place }));
  }
}

function found(hit: Hit): Found {
  return {
    key: `${hit.kind} ${hit.target}`,
    kind: hit.kind,
    title: hit.title,
    detail: hit.detail,
    screen: SCREEN_OF_KIND[hit.kind],
    target: targetOf(hit),
  };
}
