import type { Component } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { ScreenName, ScreenProps } from '../features/screen';
import { SCREEN_FILES } from './screens';

export type Screen = Component<ScreenProps>;
type Files = Record<ScreenName, () => Promise<{ default: Screen }>>;

/**
 * The screens that are here. Only the first is fetched before the window takes a key; the others come while nobody
 * asks for them, so that none is waited for.
 */
export class Screens {
  readonly #here = new SvelteMap<ScreenName, Screen>();
  readonly #underWay = new Map<ScreenName, Promise<void>>();
  /** Screens that did not come. */
  readonly #failed = new SvelteMap<ScreenName, true>();
  readonly #files: Files;

  constructor(files: Files = SCREEN_FILES) {
    this.#files = files;
  }

  /** The screen, if it is here. */
  of(name: ScreenName): Screen | null {
    return this.#here.get(name) ?? null;
  }

  hasFailed(name: ScreenName): boolean {
    return this.#failed.has(name);
  }

  /** Fetches a screen; one that is here or on its way is not fetched twice. */
  bring(name: ScreenName): Promise<void> {
    if (this.#here.has(name)) return Promise.resolve();
    const underWay = this.#underWay.get(name) ?? this.#fetch(name);
    this.#underWay.set(name, underWay);
    return underWay;
  }

  /** Fetches these, one after another, each when the window has nothing else to do. */
  async bringAll(names: readonly ScreenName[], idle: () => Promise<void> = atRest): Promise<void> {
    for (const name of names) {
      await idle();
      await this.bring(name);
    }
  }

  async #fetch(name: ScreenName): Promise<void> {
    this.#failed.delete(name);
    try {
      this.#here.set(name, (await this.#files[name]()).default);
    } catch {
      // Whoever goes there is told, and may ask again.
      this.#failed.set(name, true);
    } finally {
      this.#underWay.delete(name);
    }
  }
}

/** WebKit does not say when it is idle: there a moment without a key has to do. */
function atRest(): Promise<void> {
  return new Promise((go) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => go());
    else setTimeout(go, 50);
  });
}
