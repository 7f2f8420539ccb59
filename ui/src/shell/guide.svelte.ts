import type { Component } from 'svelte';
import type { Client } from '../api/client';
import type { Standing } from '../features/guide/chapters';
import type { Host } from '../host/host';

type Panel = Component<{ client: Client; host: Host; at: Standing | 'news'; onclose: () => void }>;

/** The way into the guide. It comes with the first question for it: whoever never asks never loads it. */
export class GuideDoor {
  /** Where help was asked for; `null`: the guide is closed. */
  at = $state<Standing | 'news' | null>(null);
  Panel = $state.raw<Panel | null>(null);

  async open(at: Standing | 'news'): Promise<void> {
    this.at = at;
    this.Panel ??= (await import('../features/guide/GuidePanel.svelte')).default;
  }

  close(): void {
    this.at = null;
  }
}

/** What is new since the last version that was told of, asked once; told when somebody can see it. */
export class News {
  version = $state<string | null>(null);

  readonly #client: Client;
  #isTold = false;

  constructor(client: Client) {
    this.#client = client;
  }

  /** Nobody's work waits for it, and nothing is said if it does not come. */
  async ask(): Promise<void> {
    this.version = await this.#client.call('whats_new', { told: false }).then((news) => news.version, () => null);
  }

  async told(): Promise<void> {
    if (this.#isTold) return;
    this.#isTold = true;
    await this.#client.call('whats_new', { told: true }).catch(() => undefined);
  }

  putAside(): void {
    this.version = null;
  }
}
