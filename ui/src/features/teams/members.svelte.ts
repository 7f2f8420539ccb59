import type { Client, ForceId, Forces, MemberId, MemberRow } from '../../api/client';
import { rowAfter } from '../../keyboard/rows';
import { matches } from '../../text/format';
import { vi } from '../../text/vi';
import { wordsOf } from '../../text/words';
import { PersonDraft } from '../people.svelte';

/** Members of every force, and the one being looked at. */
export class Members {
  rows = $state.raw<MemberRow[]>([]);
  forces = $state.raw<Forces | null>(null);
  loaded = $state(false);
  error = $state('');
  query = $state('');
  /** 0 for every force. */
  force = $state<ForceId | 0>(0);
  withLeft = $state(false);
  /** `new`: one that is being typed. */
  chosen = $state<MemberId | 'new' | null>(null);

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  get shown(): MemberRow[] {
    const query = this.query.trim();
    return this.rows.filter(
      (r) =>
        (this.withLeft || (r.left_on === null && !r.deleted)) &&
        (this.force === 0 || r.force === this.force) &&
        (query === '' || matches([r.name, r.unit ?? '', r.title ?? '', r.force_name].join(' '), query)),
    );
  }

  get row(): MemberRow | null {
    return this.rows.find((r) => r.id === this.chosen) ?? null;
  }

  async load(): Promise<void> {
    try {
      const [rows, forces] = await Promise.all([
        this.#client.call('list_members', {}),
        this.#client.call('list_forces', {}),
      ]);
      this.rows = rows;
      this.forces = forces;
      this.error = '';
      this.loaded = true;
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  /** Nothing is searched for and nothing filtered any more. */
  showAll(): void {
    this.query = '';
    this.force = 0;
  }

  /** To the next or previous member of those shown. */
  move(step: number): void {
    const next = rowAfter(this.shown, (r) => r.id === this.chosen, step);
    if (next) this.chosen = next.id;
  }
}

/** A member being typed. */
export class MemberDraft {
  readonly person: PersonDraft;
  force = $state<ForceId | 0>(0);
  leftOn = $state<string | null>(null);
  leftOk = $state(true);
  error = $state('');
  saving = $state(false);

  readonly #client: Client;
  readonly #row: MemberRow | null;

  constructor(client: Client, row: MemberRow | null, force: ForceId | 0) {
    this.#client = client;
    this.#row = row;
    this.person = new PersonDraft(row);
    this.force = row?.force ?? force;
    this.leftOn = row?.left_on ?? null;
  }

  /** The member's id once it is kept; `null` when it was refused. */
  async save(): Promise<MemberId | null> {
    if (!this.leftOk) {
      this.error = vi.teams.badDay;
      return null;
    }
    const force = this.force;
    if (force === 0) return null;
    this.saving = true;
    try {
      const member = { force, person: this.person.form, left_on: this.leftOn };
      const row = this.#row;
      if (row === null) return await this.#client.call('add_member', { member });
      await this.#client.call('edit_member', { id: row.id, member });
      return row.id;
    } catch (error) {
      this.error = wordsOf(error);
      return null;
    } finally {
      this.saving = false;
    }
  }

  async remove(): Promise<boolean> {
    const row = this.#row;
    if (row === null) return false;
    try {
      await this.#client.call('remove_member', { id: row.id });
      return true;
    } catch (error) {
      this.error = wordsOf(error);
      return false;
    }
  }
}
