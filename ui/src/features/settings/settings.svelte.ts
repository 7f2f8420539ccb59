import type { AccountId, AccountRow, Client, FileCheck, Role } from '../../api/client';
import { wordsOf } from '../../text/words';

/** Accounts and the check of the file. */
export class Settings {
  accounts = $state.raw<AccountRow[]>([]);
  error = $state('');
  checking = $state(false);
  check = $state.raw<FileCheck | null>(null);
  checkError = $state('');

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async load(): Promise<void> {
    try {
      this.accounts = await this.#client.call('list_accounts', {});
      this.error = '';
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  async runCheck(): Promise<void> {
    this.checking = true;
    this.checkError = '';
    try {
      this.check = await this.#client.call('check_file', {});
    } catch (error) {
      this.checkError = wordsOf(error);
    } finally {
      this.checking = false;
    }
  }

  /** Empty when it was done, else the words why not. */
  add(name: string, role: Role, pin: string): Promise<string> {
    return this.#does(() => this.#client.call('add_account', { name, role, pin: pin === '' ? null : pin }));
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
