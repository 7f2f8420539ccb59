import type { AccountId, AccountRow, Client, Role } from '../../api/client';
import { wordsOf } from '../../text/words';

/** Who may sign in. */
export class Accounts {
  rows = $state.raw<AccountRow[]>([]);
  error = $state('');

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async load(): Promise<void> {
    try {
      this.rows = await this.#client.call('list_every_account', {});
      this.error = '';
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  /** Empty when it was done, else the words why not. */
  add(name: string, role: Role, pin: string): Promise<string> {
    return this.#does(() => this.#client.call('add_account', { name, role, pin: pin === '' ? null : pin }));
  }

  edit(id: AccountId, name: string, role: Role, active: boolean): Promise<string> {
    return this.#does(() => this.#client.call('edit_account', { id, name, role, active }));
  }

  setPin(account: AccountId, pin: string | null): Promise<string> {
    return this.#does(() => this.#client.call('set_pin', { account, pin }));
  }

  async #does(deed: () => Promise<unknown>): Promise<string> {
    try {
      await deed();
      await this.load();
      return '';
    } catch (error) {
      return wordsOf(error);
    }
  }
}
