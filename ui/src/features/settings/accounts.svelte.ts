import type { AccountId, AccountRow, Role } from '../../api/client';
import { KeptList } from './kept.svelte';

/** Who may sign in. */
export class Accounts extends KeptList<AccountRow> {
  protected fetch(): Promise<AccountRow[]> {
    return this.client.call('list_every_account', {});
  }

  /** Empty when it was done, else the words why not. */
  add(name: string, role: Role, pin: string): Promise<string> {
    return this.does(() => this.client.call('add_account', { name, role, pin: pin === '' ? null : pin }));
  }

  edit(id: AccountId, name: string, role: Role, active: boolean): Promise<string> {
    return this.does(() => this.client.call('edit_account', { id, name, role, active }));
  }

  setPin(account: AccountId, pin: string | null): Promise<string> {
    return this.does(() => this.client.call('set_pin', { account, pin }));
  }

  /** One's own: the first is simply set, any other is changed with the old one. */
  setOwnPin(account: AccountRow, old: string, pin: string | null): Promise<string> {
    if (!account.has_pin) return this.setPin(account.id, pin);
    return this.does(() => this.client.desk({ do: 'change_pin', old, new: pin }));
  }
}
