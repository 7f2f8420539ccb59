import type { Client, OfficePeriod } from '../../api/client';
import { vi } from '../../text/vi';
import { wordsOf } from '../../text/words';
import { LetterheadDraft } from './letterhead.svelte';

/** What the office was and is called, and the period being written down. */
export class OfficeLife {
  periods = $state.raw<OfficePeriod[]>([]);
  /** The dialog is open; without a period to correct it is for a new name. */
  open = $state(false);
  correcting = $state.raw<OfficePeriod | null>(null);
  readonly draft = new LetterheadDraft();
  from = $state<string | null>(null);
  ok = $state(true);
  error = $state('');
  saving = $state(false);
  /** The first period began before the file did: it has no day. */
  readonly asksDay = $derived(this.correcting === null || this.correcting.issuer.validity.from !== null);

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async load(): Promise<void> {
    try {
      this.periods = await this.#client.call('list_office_periods', {});
      this.error = '';
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  /** A new name begins as the newest one reads: most of it stays. */
  begin(period: OfficePeriod | null): void {
    const like = period ?? this.periods[0];
    if (like) this.draft.take(like.issuer);
    this.correcting = period;
    this.from = period?.issuer.validity.from ?? null;
    this.ok = true;
    this.error = '';
    this.open = true;
  }

  async save(): Promise<boolean> {
    if (!this.ok || (this.asksDay && this.from === null)) {
      this.error = vi.settings.badDay;
      return false;
    }
    const letterhead = this.draft.typed();
    const { correcting, from } = this;
    return this.#does(() =>
      correcting
        ? this.#client.call('correct_office_period', { id: correcting.issuer.id, from, letterhead })
        : this.#client.call('rename_office', { from: from ?? '', letterhead }),
    );
  }

  remove(): Promise<boolean> {
    return this.#does(() => this.#client.call('remove_office_period', {}));
  }

  async #does(deed: () => Promise<unknown>): Promise<boolean> {
    this.saving = true;
    try {
      await deed();
      this.open = false;
      await this.load();
      return true;
    } catch (error) {
      this.error = wordsOf(error);
      return false;
    } finally {
      this.saving = false;
    }
  }
}
