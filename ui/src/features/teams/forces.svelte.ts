import type { Client, ForceForm, ForceId, ForceKind, ForceRow, Forces, TeamId } from '../../api/client';
import { parseCount } from '../../text/format';
import { vi } from '../../text/vi';
import { wordsOf } from '../../text/words';

/** Where people come from, and the teams they go out in. */
export class ForceList {
  all = $state.raw<Forces | null>(null);
  error = $state('');

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async load(): Promise<void> {
    try {
      this.all = await this.#client.call('list_forces', {});
      this.error = '';
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  /** One place up or down in the plan's order. */
  async move(id: ForceId, step: number): Promise<void> {
    const order = (this.all?.forces ?? []).map((f) => f.id);
    const at = order.indexOf(id);
    const to = at + step;
    if (at === -1 || to < 0 || to >= order.length) return;
    order.splice(to, 0, ...order.splice(at, 1));
    await this.#does(() => this.#client.call('order_forces', { order }));
  }

  remove(id: ForceId): Promise<boolean> {
    return this.#does(() => this.#client.call('remove_force', { id }));
  }

  addTeam(name: string): Promise<boolean> {
    return this.#does(() => this.#client.call('add_team', { name }));
  }

  renameTeam(id: TeamId, name: string): Promise<boolean> {
    return this.#does(() => this.#client.call('rename_team', { id, name }));
  }

  removeTeam(id: TeamId): Promise<boolean> {
    return this.#does(() => this.#client.call('remove_team', { id }));
  }

  async #does(deed: () => Promise<unknown>): Promise<boolean> {
    try {
      await deed();
    } catch (error) {
      this.error = wordsOf(error);
      return false;
    }
    await this.load();
    return true;
  }
}

/** A force being typed. */
export class ForceDraft {
  kind = $state<ForceKind>('detailed');
  name = $state('');
  role = $state('');
  quota = $state('');
  detailing = $state('');
  detailer = $state('');
  detailerTitle = $state('');
  error = $state('');
  saving = $state(false);

  readonly #client: Client;
  readonly #id: ForceId | null;

  constructor(client: Client, row: ForceRow | null) {
    this.#client = client;
    this.#id = row?.id ?? null;
    if (row === null) return;
    this.kind = row.kind;
    this.name = row.name;
    this.role = row.role ?? '';
    this.quota = row.quota === null ? '' : String(row.quota);
    this.detailing = row.detailing ?? '';
    this.detailer = row.detailer_name ?? '';
    this.detailerTitle = row.detailer_title ?? '';
  }

  get badQuota(): boolean {
    const n = parseCount(this.quota);
    return this.quota.trim() !== '' && (n === null || n < 1 || n > 99);
  }

  get form(): ForceForm {
    const orNull = (text: string) => text.trim() || null;
    return {
      kind: this.kind,
      name: this.name,
      role: orNull(this.role),
      quota: this.kind === 'cooperating' ? null : parseCount(this.quota),
      detailing: orNull(this.detailing),
      detailer_name: orNull(this.detailer),
      detailer_title: orNull(this.detailerTitle),
    };
  }

  async save(): Promise<boolean> {
    if (this.kind !== 'cooperating' && this.badQuota) {
      this.error = vi.teams.badQuota;
      return false;
    }
    this.saving = true;
    try {
      const force = this.form;
      if (this.#id === null) await this.#client.call('add_force', { force });
      else await this.#client.call('edit_force', { id: this.#id, force });
      return true;
    } catch (error) {
      this.error = wordsOf(error);
      return false;
    } finally {
      this.saving = false;
    }
  }
}
