import type { OfficePeriod } from '../../api/client';
import { vi } from '../../text/vi';
import { LetterheadDraft } from './letterhead.svelte';
import { EditedList } from './kept.svelte';

/** What the office was and is called, and the period being written down. */
export class OfficeLife extends EditedList<OfficePeriod> {
  readonly draft = new LetterheadDraft();
  from = $state<string | null>(null);
  ok = $state(true);
  /** The first period began before the file did: it has no day. */
  readonly asksDay = $derived(this.editing === null || this.editing.issuer.validity.from !== null);

  protected fetch(): Promise<OfficePeriod[]> {
    return this.client.call('list_office_periods', {});
  }

  /** A new name begins as the newest one reads: most of it stays. */
  begin(period: OfficePeriod | null): void {
    const like = period ?? this.rows[0];
    if (like) this.draft.take(like.issuer);
    this.from = period?.issuer.validity.from ?? null;
    this.ok = true;
    this.opened(period);
  }

  async save(): Promise<boolean> {
    if (!this.ok || (this.asksDay && this.from === null)) {
      return this.refuses(vi.settings.badDay);
    }
    const letterhead = this.draft.typed();
    const { editing, from } = this;
    return this.edits(() =>
      editing
        ? this.client.call('correct_office_period', { id: editing.issuer.id, from, letterhead })
        : this.client.call('rename_office', { from: from ?? '', letterhead }),
    );
  }

  remove(): Promise<boolean> {
    return this.edits(() => this.client.call('remove_office_period', {}));
  }
}
