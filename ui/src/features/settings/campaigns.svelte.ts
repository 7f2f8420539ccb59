import type { CampaignId, CampaignRow, Groundwork } from '../../api/client';
import { hm, parseHour } from '../../text/format';
import { vi } from '../../text/vi';
import { EditedList } from './kept.svelte';

/** What a new campaign begins from, as one word for the choice. */
export type From = 'empty' | 'structure' | `earlier ${number}`;

export function groundworkOf(from: From): Groundwork {
  if (from === 'empty') return { kind: 'empty' };
  if (from === 'structure') return { kind: 'structure', sample: 'ha-cau-2024' };
  return { kind: 'earlier', id: Number(from.slice('earlier '.length)) as CampaignId };
}

/** The campaigns of the file, and the one being started or changed. */
export class Campaigns extends EditedList<CampaignRow> {
  title = $state('');
  app = $state('');
  subject = $state('');
  starts = $state<string | null>(null);
  ends = $state<string | null>(null);
  startsOk = $state(true);
  endsOk = $state(true);
  eveningStarts = $state('');
  eveningEnds = $state('');
  from = $state<From>('empty');

  protected fetch(): Promise<CampaignRow[]> {
    return this.client.call('list_campaigns', {});
  }

  /** A new campaign goes on from the one worked on, unless somebody says otherwise. */
  begin(row: CampaignRow | null): void {
    const now = this.rows.find((r) => r.chosen);
    this.title = row?.title ?? '';
    this.app = row?.app_name ?? now?.app_name ?? '';
    this.subject = '';
    this.starts = row?.starts_on ?? null;
    this.ends = row?.ends_on ?? null;
    this.startsOk = true;
    this.endsOk = true;
    this.eveningStarts = row ? hm(row.evening_starts) : '';
    this.eveningEnds = row ? hm(row.evening_ends) : '';
    this.from = now ? `earlier ${now.id}` : 'empty';
    this.opened(row);
  }

  async save(): Promise<boolean> {
    const { starts, ends, editing, title, app } = this;
    if (!this.startsOk || !this.endsOk || starts === null || ends === null) {
      return this.refuses(vi.settings.badDay);
    }
    if (!editing) {
      const subject = this.subject.trim() === '' ? null : this.subject;
      const from = groundworkOf(this.from);
      return this.edits(() =>
        this.client.call('start_campaign', { title, app, subject, starts_on: starts, ends_on: ends, from }),
      );
    }
    const [evening_starts, evening_ends] = [parseHour(this.eveningStarts), parseHour(this.eveningEnds)];
    if (evening_starts === null || evening_ends === null) {
      return this.refuses(vi.settings.badHour);
    }
    return this.edits(() =>
      this.client.call('edit_campaign', {
        id: editing.id,
        title,
        app,
        starts_on: starts,
        ends_on: ends,
        evening_starts,
        evening_ends,
      }),
    );
  }

  choose(row: CampaignRow): Promise<boolean> {
    return this.edits(() => this.client.call('choose_campaign', { id: row.id }));
  }
}
