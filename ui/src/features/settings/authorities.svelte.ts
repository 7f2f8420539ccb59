import type { AuthorityRow } from '../../api/client';
import { vi } from '../../text/vi';
import { EditedList } from './kept.svelte';

/** Where reports go, and the line being typed. */
export class Authorities extends EditedList<AuthorityRow> {
  name = $state('');
  address = $state('');
  from = $state<string | null>(null);
  to = $state<string | null>(null);
  fromOk = $state(true);
  toOk = $state(true);

  protected fetch(): Promise<AuthorityRow[]> {
    return this.client.call('list_authorities', {});
  }

  begin(row: AuthorityRow | null): void {
    const a = row?.authority;
    this.name = a?.name ?? '';
    // An address that only repeats the name follows it.
    this.address = a && a.address !== a.name ? a.address : '';
    this.from = a?.validity.from ?? null;
    this.to = a?.validity.to ?? null;
    this.fromOk = true;
    this.toOk = true;
    this.opened(row);
  }

  async save(): Promise<boolean> {
    if (!this.fromOk || !this.toOk) {
      return this.refuses(vi.settings.badDay);
    }
    const { name, address, from, to } = this;
    const id = this.editing?.authority.id ?? null;
    return this.edits(() => this.client.call('put_authority', { id, name, address, from, to }));
  }

  async remove(): Promise<boolean> {
    const id = this.editing?.authority.id;
    return id === undefined ? false : this.edits(() => this.client.call('remove_authority', { id }));
  }
}
