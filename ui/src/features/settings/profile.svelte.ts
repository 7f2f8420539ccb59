import type { Client, LinkView, TypedPerson } from '../../api/client';
import { fold } from '../../text/format';
import { wordsOf } from '../../text/words';
import { LetterheadDraft, lines, orNull } from './letterhead.svelte';

/** A person named in the form: another name is another person, unless it was only spelled wrong. */
export class NamedDraft {
  name = $state('');
  before = $state('');
  meant = $state<'other' | 'same'>('other');
  /** Asked only where it makes a difference. */
  readonly differs = $derived(this.before !== '' && this.name.trim() !== '' && fold(this.name) !== fold(this.before));

  take(name: string | null): void {
    this.name = name ?? '';
    this.before = this.name;
    this.meant = 'other';
  }

  typed(): TypedPerson | null {
    if (orNull(this.name) === null) return null;
    return this.differs && this.meant === 'same' ? { name: this.name, correction: true } : { name: this.name };
  }
}

/** What the office is called on its papers, as it is being typed. */
export class OfficeProfile {
  readonly letterhead = new LetterheadDraft();
  readonly signer = new NamedDraft();
  readonly contact = new NamedDraft();
  signature = $state('');
  contactTitle = $state('');
  link = $state.raw<LinkView | null>(null);
  /** A link that is typed and not confirmed. */
  url = $state('');
  error = $state('');
  linkError = $state('');
  saving = $state(false);
  /** What stands is known: blank fields saved before would take it away. */
  loaded = $state(false);

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async load(): Promise<void> {
    try {
      const profile = await this.#client.call('get_profile', {});
      this.letterhead.take(profile);
      this.signer.take(profile.signer_name);
      this.contact.take(profile.contact_name);
      this.signature = profile.signature_lines.join('\n');
      this.contactTitle = profile.contact_title ?? '';
      this.link = profile.link;
      this.url = profile.link?.url ?? '';
      this.error = '';
      this.loaded = true;
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  async save(): Promise<boolean> {
    this.saving = true;
    try {
      await this.#client.call('edit_profile', {
        letterhead: this.letterhead.typed(),
        signature_lines: lines(this.signature),
        signer: this.signer.typed(),
        contact: this.contact.typed(),
        contact_title: orNull(this.contactTitle),
      });
      await this.load();
      return true;
    } catch (error) {
      this.error = wordsOf(error);
      return false;
    } finally {
      this.saving = false;
    }
  }

  /** Puts the typed link on the flyers, or with `null` takes it off. */
  async confirmLink(url: string | null): Promise<boolean> {
    this.saving = true;
    try {
      await this.#client.call('confirm_link', { url });
      this.linkError = '';
      await this.load();
      return true;
    } catch (error) {
      this.linkError = wordsOf(error);
      return false;
    } finally {
      this.saving = false;
    }
  }
}
