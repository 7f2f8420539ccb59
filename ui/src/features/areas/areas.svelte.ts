import type { AreaEvent, AreaId, AreaKind, AreaRow, Client } from '../../api/client';
import { rowAfter } from '../../keyboard/rows';
import { compare, matches } from '../../text/format';
import { wordsOf } from '../../text/words';

export type Living = 'living' | 'past' | 'all';
export type Order = 'plan' | 'name';

/** The office's areas, the one being looked at, and those picked for one deed. */
export class Areas {
  rows = $state.raw<AreaRow[]>([]);
  loaded = $state(false);
  error = $state('');
  query = $state('');
  cluster = $state('');
  kind = $state<AreaKind | ''>('');
  living = $state<Living>('living');
  order = $state<Order>('plan');
  /** `new`: one that is being typed. */
  chosen = $state<AreaId | 'new' | null>(null);
  picked = $state.raw<readonly AreaId[]>([]);

  /** What happened to the chosen one. */
  events = $state.raw<AreaEvent[] | null>(null);

  readonly shown = $derived.by(() => {
    const query = this.query.trim();
    const kept = this.rows.filter(
      (r) =>
        (this.living === 'all' || (r.ended_on === null) === (this.living === 'living')) &&
        (this.cluster === '' || r.cluster === this.cluster) &&
        (this.kind === '' || r.kind === this.kind) &&
        (query === '' || matches([r.label, r.cluster ?? '', r.leader_name ?? '', ...r.former_names.map((f) => f.name)].join(' '), query)),
    );
    return this.order === 'name' ? kept.sort((a, b) => compare(a.name, b.name)) : kept;
  });
  readonly row = $derived(this.rows.find((r) => r.id === this.chosen) ?? null);
  readonly clusters = $derived([...new Set(this.rows.flatMap((r) => r.cluster ?? []))].sort(compare));
  readonly past = $derived(this.rows.filter((r) => r.ended_on !== null).length);
  readonly pickedRows = $derived(this.rows.filter((r) => this.picked.includes(r.id)));

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async load(): Promise<void> {
    try {
      this.rows = await this.#client.call('list_areas', {});
      this.error = '';
      this.loaded = true;
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  /** Reads what happened to an area; the answer of one that is no longer chosen is dropped. */
  async loadEvents(area: AreaId): Promise<void> {
    try {
      const events = await this.#client.call('area_history', { area });
      if (this.chosen === area) this.events = events;
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  choose(area: AreaId | 'new' | null): void {
    if (area === this.chosen) return;
    this.events = null;
    this.chosen = area;
  }

  /** To the next or previous area of those shown. */
  move(step: number): void {
    const next = rowAfter(this.shown, (r) => r.id === this.chosen, step);
    if (next) this.choose(next.id);
  }

  pick(area: AreaId): void {
    this.picked = this.picked.includes(area) ? this.picked.filter((id) => id !== area) : [...this.picked, area];
  }

  /** Nothing is searched for and nothing filtered any more. */
  showAll(): void {
    this.query = '';
    this.cluster = '';
    this.kind = '';
    this.living = 'living';
  }

  /** The picked areas into one cluster, or into none. */
  async setCluster(cluster: string): Promise<boolean> {
    try {
      await this.#client.call('set_cluster', { areas: [...this.picked], cluster: cluster.trim() || null });
      this.picked = [];
      this.error = '';
      return true;
    } catch (error) {
      this.error = wordsOf(error);
      return false;
    }
  }
}
