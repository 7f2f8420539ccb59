import type { AuthorityRow, Client } from '../../api/client';
import { vi } from '../../text/vi';
import { wordsOf } from '../../text/words';

/** Where reports go, and the line being typed. */
export class Authorities {
  rows = $state.raw<AuthorityRow[]>([]);
  open = $state(false);
  editing = $state.raw<AuthorityRow | null>(null);
  name = $state('');
  address = $state('');
  from = $state<string | null>(null);
  to = $state<string | null>(null);
  fromOk = $state(true);
  toOk = $state(true);
  error = $state('');
  saving = $state(false);

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async load(): Promise<void> {
    try {
      this.rows = await this.#client.call('list_authorities', {});
      this.error = '';
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  begin(row: AuthorityRow | null): void {
    const a = row?.authority;
    this.editing = row;
    this.name = a?.name ?? '';
    // An address that only repeats the name follows it.
    this.address = a && a.address !== a.name ? a.address : '';
    this.from = a?.validity.from ?? null;
    this.to = a?.validity.to ?? null;
    this.fromOk = true;
    this.toOk = true;
    this.error = '';
    this.open = true;
  }

  async save(): Promise<boolean> {
    if (!this.fromOk || !this.toOk) {
      this.error = vi.settings.badDay;
      return false;
    }
    const { name, address, from, to } = this;
    const id = this.editing?.authority.id ?? null;
    return this.#does(() => this.#client.call('put_authority', { id, name, address, from, to }));
  }

  async remove(): Promise<boolean> {
    const id = this.editing?.authority.id;
    return id === undefined ? false : this.#does(() => this.#client.call('remove_authority', { id }));
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
