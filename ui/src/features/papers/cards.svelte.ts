import { Making } from '../../api/making.svelte';
import type { CardSize, Client, VisitRow } from '../../api/client';
import { count, dm } from '../../text/format';
import { vi } from '../../text/vi';
import { wordsOf } from '../../text/words';
import { Look } from './look.svelte';

/** A card for each team of an evening. */
export class CardPrint {
  visits = $state.raw<VisitRow[]>([]);
  /** Empty: every evening. */
  evening = $state('');
  size = $state<CardSize>('a5');
  /** Names of members and heads: whoever prints them has it noted. */
  names = $state(true);
  noting = $state(false);
  noted = $state('');
  error = $state('');
  readonly making: Making;
  readonly look = new Look();

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
    this.making = new Making(client);
  }

  get evenings(): { on: string; areas: string }[] {
    const by = new Map<string, string[]>();
    for (const visit of this.visits.filter((v) => v.cancelled === null)) {
      by.set(visit.on, [...(by.get(visit.on) ?? []), visit.area_name]);
    }
    return [...by].map(([on, areas]) => ({ on, areas: areas.join(', ') }));
  }

  async load(): Promise<void> {
    try {
      this.visits = (await this.#client.call('list_visits', {})).visits;
      if (this.evening !== '' && !this.evenings.some((e) => e.on === this.evening)) this.evening = '';
      this.error = '';
      await this.show();
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  /** Without names: looking at a card is no access to contacts. */
  async show(): Promise<void> {
    const on = this.evening === '' ? this.evenings[0]?.on : this.evening;
    if (on === undefined) return this.look.none(vi.papers.noEvening);
    const request = { evening: on, size: this.size, names: false };
    await this.look.now(() => this.#client.bytes('team_cards_pdf', request), vi.papers.showsCards(dm(on), this.names));
  }

  async make(): Promise<void> {
    if (this.noting) return;
    const evening = this.evening === '' ? null : this.evening;
    this.error = '';
    this.noted = '';
    if (this.names) {
      this.noting = true;
      try {
        const people = await this.#client.call('note_team_cards', { evening });
        if (people > 0) this.noted = vi.papers.cardsNoted(count(people));
      } catch (error) {
        this.error = wordsOf(error);
        return;
      } finally {
        this.noting = false;
      }
    }
    await this.making.make('team_cards_pdf', { evening, size: this.size, names: this.names });
  }
}
