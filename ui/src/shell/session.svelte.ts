import type { AccountId, Api, Beginning, DeskRequest, DeskState, Overview } from '../api/client';
import { wordsOf } from '../text/words';

/** Tables whose change alters what the frame shows. */
const FRAME = ['campaign', 'visit', 'sheet', 'area', 'office', 'account', 'person', 'query'];

/** A box more changes what waits only now and then: it is counted once nobody has keyed for so long. */
const QUIET_MS = 1500;

/** Which file is open, who sits at it, and how far the campaign is. */
export class Session {
  desk = $state.raw<DeskState | null>(null);
  overview = $state.raw<Overview | null>(null);
  error = $state('');
  busy = $state(false);

  readonly #api: Api;
  #soon: ReturnType<typeof setTimeout> | undefined;

  constructor(api: Api) {
    this.#api = api;
    api.onRefused = (error) => {
      if (['not_signed_in', 'no_office_open', 'reopen_needed'].includes(error.code)) void this.reload();
    };
    api.onChanged(FRAME, () => void this.#look());
    api.onChanged(['tally', 'verification'], () => this.#lookSoon());
    api.onChanged(['account', 'account_pin', 'person', 'person_detail'], () => void this.reload());
  }

  /** The office's day; this computer's, while there is no campaign to ask. */
  get today(): string {
    return this.overview?.today ?? new Date().toLocaleDateString('sv-SE');
  }

  async reload(): Promise<void> {
    await this.#ask({ do: 'state' });
  }

  create(beginning: Beginning, path: string | null): Promise<boolean> {
    return this.#ask({ do: 'create', path, beginning });
  }

  open(path: string): Promise<boolean> {
    return this.#ask({ do: 'open', path });
  }

  close(): Promise<boolean> {
    return this.#ask({ do: 'close' });
  }

  signIn(account: AccountId, pin: string): Promise<boolean> {
    return this.#ask({ do: 'sign_in', account, pin });
  }

  signOut(): Promise<boolean> {
    return this.#ask({ do: 'sign_out' });
  }

  async #ask(request: DeskRequest): Promise<boolean> {
    this.busy = true;
    try {
      const desk = await this.#api.desk(request);
      this.error = '';
      if (desk.file && desk.who) await this.#look();
      else this.overview = null;
      this.desk = desk;
      return true;
    } catch (error) {
      this.error = wordsOf(error);
      return false;
    } finally {
      this.busy = false;
    }
  }

  #lookSoon(): void {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => void (this.desk?.who && this.#look()), QUIET_MS);
  }

  async #look(): Promise<void> {
    try {
      this.overview = await this.#api.call('get_overview', {});
    } catch (error) {
      this.error = wordsOf(error);
    }
  }
}
