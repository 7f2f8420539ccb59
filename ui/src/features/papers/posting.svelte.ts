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
import { Kept } from './kept.svelte';

/** Public places where papers are posted, and what hangs there. */
export class Posting extends Kept<PostingBoard> {
  chosenId = $state<PostingPlaceId | null>(null);
  readonly making: Making;
  protected readonly tables = ['posting_place', 'posting', 'attachment', 'visit', 'area', 'area_name', 'person'];

  constructor(client: Client) {
    super(client);
    this.making = new Making(client);
  }

  get board(): PostingBoard | null {
    return this.held;
  }

  get places(): PostingPlaceRow[] {
    return this.board?.places ?? [];
  }

  get chosen(): PostingPlaceRow | null {
    return this.places.find((p) => p.id === this.chosenId) ?? this.places[0] ?? null;
  }

  protected fetch(): Promise<PostingBoard> {
    return this.client.call('list_postings', {});
  }

  async putPlace(form: PutPostingPlace): Promise<boolean> {
    return this.does(async () => {
      this.chosenId = await this.client.call('put_posting_place', form);
    });
  }

  removePlace(place: PostingPlaceRow): Promise<boolean> {
    return this.does(() => this.client.call('remove_posting_place', { id: place.id }));
  }

  post(form: PutPosting): Promise<boolean> {
    return this.does(() => this.client.call('put_posting', form));
  }

  takeDown(row: HangingRow, on: string): Promise<boolean> {
    return this.does(() => this.client.call('take_down_posting', { id: row.id, on }));
  }

  remove(row: HangingRow): Promise<boolean> {
    return this.does(() => this.client.call('remove_posting', { id: row.id }));
  }

  attach(row: HangingRow, path: string): Promise<boolean> {
    return this.does(() => this.client.call('attach_photo', { posting: row.id, path }));
  }

  /** The list to take along and tick off. */
  print(): Promise<void> {
    return this.making.make('posting_list_pdf', { keeper: null, area: null });
  }
}
