import type { AccessRow, Client, PersonId, PersonRow, Privacy } from '../../api/client';
import { Making } from '../../api/making.svelte';
import { matches } from '../../text/format';
import { vi } from '../../text/vi';
import { wordsOf } from '../../text/words';

/** Why contacts are kept, until when, of whom, and who looked. */
export class PersonalData {
  privacy = $state.raw<Privacy | null>(null);
  purpose = $state('');
  until = $state<string | null>(null);
  untilOk = $state(true);
  people = $state.raw<PersonRow[]>([]);
  /** `null` for who may not see it. */
  accesses = $state.raw<AccessRow[] | null>(null);
  query = $state('');
  error = $state('');
  saving = $state(false);
  /** The file about one person, and whose it is. */
  readonly file: Making;

  readonly #client: Client;
  readonly #seesLog: boolean;

  constructor(client: Client, seesLog: boolean) {
    this.#client = client;
    this.#seesLog = seesLog;
    this.file = new Making(client);
  }

  get shown(): PersonRow[] {
    const query = this.query.trim();
    if (query === '') return this.people;
    return this.people.filter((p) =>
      matches([p.name, p.title ?? '', p.unit ?? '', ...p.uses.map((u) => u.name)].join(' '), query),
    );
  }

  /** What is typed stays as it is typed. */
  async load(typing = false): Promise<void> {
    try {
      const [privacy, people, accesses] = await Promise.all([
        this.#client.call('get_privacy', {}),
        this.#client.call('list_people', {}),
        this.#seesLog ? this.#client.call('list_contact_access', {}) : null,
      ]);
      this.privacy = privacy;
      this.people = people;
      this.accesses = accesses;
      if (!typing) {
        this.purpose = privacy.purpose ?? '';
        this.until = privacy.retain_until;
      }
      this.error = '';
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  async save(): Promise<boolean> {
    if (!this.untilOk) {
      this.error = vi.privacy.badDay;
      return false;
    }
    return this.#does(() =>
      this.#client.call('edit_privacy', { purpose: this.purpose.trim() || null, retain_until: this.until }),
    );
  }

  /** How many people were deleted; `null` when it was refused. */
  async deleteAll(): Promise<number | null> {
    let count = 0;
    const done = await this.#does(async () => (count = await this.#client.call('delete_contacts', {})));
    return done ? count : null;
  }

  /** The note comes first: without it there is no file. */
  async exportOne(person: PersonId): Promise<void> {
    try {
      await this.#client.call('export_person', { person });
    } catch (error) {
      this.error = wordsOf(error);
      return;
    }
    await this.file.make('person_txt', { person });
  }

  async #does(deed: () => Promise<unknown>): Promise<boolean> {
    this.saving = true;
    try {
      await deed();
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
