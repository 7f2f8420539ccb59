import type { Client, OwnerForm, OwnerOffer, QueryId, QueryRow, VisitId, VisitRow } from '../../api/client';
import { plusDays } from '../../text/format';
import { wordsOf } from '../../text/words';

/** The choice of somebody who is not on the list. */
export const OTHER = 'other';
export const NOBODY = '';

/** How long an answer usually takes: two days, so that the evening can still be approved that week. */
const DUE_IN_DAYS = 2;

/** Questions about figures. */
export class QueryList {
  rows = $state.raw<QueryRow[]>([]);
  today = $state('');
  openOnly = $state(true);
  loaded = $state(false);
  error = $state('');

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async load(): Promise<void> {
    try {
      const { rows, today } = await this.#client.call('list_queries', { open_only: this.openOnly });
      this.rows = rows;
      this.today = today;
      this.loaded = true;
      this.error = '';
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  async show(openOnly: boolean): Promise<void> {
    this.openOnly = openOnly;
    await this.load();
  }

  async reopen(id: QueryId): Promise<boolean> {
    try {
      await this.#client.call('reopen_query', { id });
    } catch (error) {
      this.error = wordsOf(error);
      return false;
    }
    await this.load();
    return true;
  }
}

/** A question being written, new or to be corrected. */
export class QueryDraft {
  code = $state('');
  visit = $state('');
  box = $state('');
  body = $state('');
  owner = $state<string>(NOBODY);
  ownerName = $state('');
  due = $state<string | null>(null);
  dueOk = $state(true);
  offers = $state.raw<OwnerOffer[]>([]);
  visits = $state.raw<VisitRow[]>([]);
  error = $state('');
  busy = $state(false);

  readonly editing: QueryRow | null;
  readonly #client: Client;
  /** The last question for offers: what was asked before it no longer counts. */
  #offering: Promise<void> = Promise.resolve();

  constructor(client: Client, from: { editing?: QueryRow; code?: string; today: string }) {
    this.#client = client;
    this.editing = from.editing ?? null;
    this.code = from.editing?.code ?? from.code ?? '';
    this.box = from.editing?.box ?? '';
    this.body = from.editing?.body ?? '';
    this.due = from.editing?.due_on ?? plusDays(from.today, DUE_IN_DAYS);
    if (from.editing?.owner) this.owner = String(from.editing.owner.person);
    if (from.editing?.visit) this.visit = String(from.editing.visit);
  }

  async begin(today: string): Promise<void> {
    try {
      if (this.editing === null) {
        const { visits } = await this.#client.call('list_visits', {});
        this.visits = visits.filter((v) => v.on <= today).reverse();
      }
      await this.offer();
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  /** Who may know the answer; asked again when the sheet or evening changes. */
  offer(): Promise<void> {
    const code = this.code.trim() || null;
    const visit = this.visit === '' ? null : (Number(this.visit) as VisitId);
    const asked = this.#client.call('list_query_owners', { code, visit: code === null ? visit : null });
    const offering = asked.then(
      (offers) => this.#offering === offering && this.#take(offers, ''),
      (error: unknown) => this.#offering === offering && this.#take([], wordsOf(error)),
    ) as Promise<void>;
    this.#offering = offering;
    return offering;
  }

  #take(offers: OwnerOffer[], error: string): void {
    this.offers = offers;
    this.error = error;
    const known = offers.some((o) => String(o.person) === this.owner);
    if (!known && this.owner !== OTHER) this.owner = offers[0] ? String(offers[0].person) : NOBODY;
  }

  get #who(): OwnerForm | null {
    if (this.owner === NOBODY) return null;
    if (this.owner === OTHER) return this.ownerName.trim() === '' ? null : { kind: 'named', name: this.ownerName.trim(), title: null };
    const offer = this.offers.find((o) => String(o.person) === this.owner);
    return offer ? { kind: 'known', person: offer.person } : null;
  }

  async save(): Promise<boolean> {
    if (!this.dueOk || this.due === null) return false;
    this.busy = true;
    // Saved at once, it still goes to whoever would have been offered.
    await this.#offering;
    const [body, owner, due_on] = [this.body, this.#who, this.due];
    try {
      if (this.editing) await this.#client.call('edit_query', { id: this.editing.id, body, owner, due_on });
      else {
        const code = this.code.trim() || null;
        const visit = code === null && this.visit !== '' ? (Number(this.visit) as VisitId) : null;
        await this.#client.call('open_query', { code, visit, box: this.box.trim() || null, body, owner, due_on });
      }
      return true;
    } catch (error) {
      this.error = wordsOf(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}

/** An answer being written. */
export class AnswerDraft {
  words = $state('');
  error = $state('');
  busy = $state(false);

  readonly #client: Client;

  constructor(
    client: Client,
    readonly row: QueryRow,
  ) {
    this.#client = client;
  }

  async save(): Promise<boolean> {
    this.busy = true;
    try {
      await this.#client.call('answer_query', { id: this.row.id, answer: this.words });
      return true;
    } catch (error) {
      this.error = wordsOf(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
