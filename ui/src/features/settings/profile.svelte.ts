import type { Client, ConfirmedLink } from '../../api/client';
import { wordsOf } from '../../text/words';

const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
const orNull = (text: string) => (text.trim() === '' ? null : text);

/** What the office is called on its papers, as it is being typed. */
export class OfficeProfile {
  superior = $state('');
  name = $state('');
  shortName = $state('');
  place = $state('');
  symbol = $state('');
  contactLine = $state('');
  signer = $state('');
  contact = $state('');
  contactTitle = $state('');
  link = $state.raw<ConfirmedLink | null>(null);
  /** A link that is typed and not confirmed. */
  url = $state('');
  error = $state('');
  linkError = $state('');
  saving = $state(false);

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async load(): Promise<void> {
    try {
      const profile = await this.#client.call('get_profile', {});
      this.superior = profile.superior_lines.join('\n');
      this.name = profile.name_lines.join('\n');
      this.shortName = profile.short_name;
      this.place = profile.place;
      this.symbol = profile.symbol;
      this.contactLine = profile.contact_line ?? '';
      this.signer = profile.signer_name ?? '';
      this.contact = profile.contact_name ?? '';
      this.contactTitle = profile.contact_title ?? '';
      this.link = profile.link;
      this.url = profile.link?.url ?? '';
      this.error = '';
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  async save(): Promise<boolean> {
    this.saving = true;
    try {
      await this.#client.call('edit_profile', {
        superior_lines: lines(this.superior),
        name_lines: lines(this.name),
        short_name: this.shortName,
        place: this.place,
        symbol: this.symbol,
        contact_line: orNull(this.contactLine),
        signer_name: orNull(this.signer),
        contact_name: orNull(this.contact),
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
