import type { Client, Contact, PersonForm, PersonId, Staying } from '../api/client';
import { wordsOf } from '../text/words';

/** A look at one contact: asked for, shown, and kept in the log. */
export class Look {
  contact = $state.raw<Contact | null>(null);
  error = $state('');
  busy = $state(false);

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async view(person: PersonId): Promise<void> {
    this.busy = true;
    try {
      this.contact = await this.#client.call('view_contact', { person });
      this.error = '';
    } catch (error) {
      this.error = wordsOf(error);
    } finally {
      this.busy = false;
    }
  }
}

/** Real deletion of a person: the name is typed once more first. */
export class Deleting {
  typed = $state('');
  /** Where the name stays; `null` while that is not known. */
  staying = $state.raw<Staying | null>(null);
  error = $state('');
  busy = $state(false);

  readonly #client: Client;
  readonly #person: PersonId;

  constructor(client: Client, person: PersonId) {
    this.#client = client;
    this.#person = person;
  }

  async look(): Promise<void> {
    try {
      this.staying = await this.#client.call('look_at_deletion', { person: this.#person });
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  async run(): Promise<boolean> {
    this.busy = true;
    try {
      await this.#client.call('delete_person', { person: this.#person, confirm: this.typed });
      return true;
    } catch (error) {
      this.error = wordsOf(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}

/** Details of a person as they are typed. A phone that lists do not show stays unless one is typed. */
export class PersonDraft {
  name = $state('');
  title = $state('');
  unit = $state('');
  phone = $state('');
  /** The number that is kept is to go. */
  noPhone = $state(false);

  constructor(known: { name: string; title: string | null; unit: string | null } | null = null) {
    if (known === null) return;
    this.name = known.name;
    this.title = known.title ?? '';
    this.unit = known.unit ?? '';
  }

  get form(): PersonForm {
    const phone = this.phone.trim();
    return {
      name: this.name,
      title: this.title.trim() || null,
      unit: this.unit.trim() || null,
      phone: phone === '' ? (this.noPhone ? '' : null) : phone,
    };
  }
}
