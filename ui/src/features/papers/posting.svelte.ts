import { Making } from '../../api/making.svelte';
import type {
  Client,
  HangingRow,
  PostingBoard,
  PostingPlaceId,
  PostingPlaceRow,
  PutPosting,
  PutPostingPlace,
} from '../../api/client';
import { wordsOf } from '../../text/words';

/** Public places where papers are posted, and what hangs there. */
export class Posting {
  board = $state.raw<PostingBoard | null>(null);
  chosenId = $state<PostingPlaceId | null>(null);
  error = $state('');
  /** Why the last deed was refused; stands where it was asked for. */
  refused = $state('');
  busy = $state(false);
  readonly making: Making;

  readonly #client: Client;
  #asked = 0;

  constructor(client: Client) {
    this.#client = client;
    this.making = new Making(client);
  }

  get places(): PostingPlaceRow[] {
    return this.board?.places ?? [];
  }

  get chosen(): PostingPlaceRow | null {
    return this.places.find((p) => p.id === this.chosenId) ?? this.places[0] ?? null;
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const board = await this.#client.call('list_postings', {});
      if (asked !== this.#asked) return;
      this.board = board;
      this.error = '';
    } catch (error) {
      if (asked === this.#asked) this.error = wordsOf(error);
    }
  }

  listen(): () => void {
    void this.load();
    const tables = ['posting_place', 'posting', 'attachment', 'visit', 'area', 'area_name', 'person'];
    return this.#client.onChanged(tables, () => void this.load());
  }

  async putPlace(form: PutPostingPlace): Promise<boolean> {
    return this.#does(async () => {
      this.chosenId = await this.#client.call('put_posting_place', form);
    });
  }

  removePlace(place: PostingPlaceRow): Promise<boolean> {
    return this.#does(() => this.#client.call('remove_posting_place', { id: place.id }));
  }

  post(form: PutPosting): Promise<boolean> {
    return this.#does(() => this.#client.call('put_posting', form));
  }

  takeDown(row: HangingRow, on: string): Promise<boolean> {
    return this.#does(() => this.#client.call('take_down_posting', { id: row.id, on }));
  }

  remove(row: HangingRow): Promise<boolean> {
    return this.#does(() => this.#client.call('remove_posting', { id: row.id }));
  }

  attach(row: HangingRow, path: string): Promise<boolean> {
    return this.#does(() => this.#client.call('attach_photo', { posting: row.id, path }));
  }

  /** The list to take along and tick off. */
  print(): Promise<void> {
    return this.making.make('posting_list_pdf', { keeper: null, area: null });
  }

  async #does(deed: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.refused = '';
    try {
      await deed();
      await this.load();
      return true;
    } catch (error) {
      this.refused = wordsOf(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
