import { BACKUPS, Refusal, type AccountId, type Api, type BackupRequest, type Beginning, type DeskRequest, type DeskState, type Overview, type Trouble } from '../api/client';
import { wordsOf } from '../text/words';
import { Places } from './places';

/** Tables whose change alters what the frame shows. */
const FRAME = ['campaign', 'visit', 'sheet', 'area', 'office', 'account', 'person', 'query'];

/** A box more changes what waits only now and then: it is counted once nobody has keyed for so long. */
const QUIET_MS = 1500;

const GLANCE_MS = 15_000;

/** Refusals that concern the whole window. */
const WHOLE: ReadonlySet<string> = new Set(['not_signed_in', 'no_office_open', 'reopen_needed', 'locked', 'pin_to_change']);

/** Which file is open, who sits at it, and how far the campaign is. */
export class Session {
  desk = $state.raw<DeskState | null>(null);
  overview = $state.raw<Overview | null>(null);
  error = $state('');
  /** Something this person asked for is under way. */
  busy = $state(false);
  /** A file that could not be opened because somebody writes to it. */
  busyElsewhere = $state<string | null>(null);
  /** Without a file: an office is being set up. */
  settingUp = $state(false);

  readonly #api: Api;
  /** Where each person was, so that whoever comes back is there again, and nobody else. */
  readonly #places = new Places();
  #putAside = $state('');
  #refusal: string | null = null;
  #soon: ReturnType<typeof setTimeout> | undefined;

  constructor(api: Api) {
    this.#api = api;
    api.onRefused = (error) => {
      if (WHOLE.has(error.code)) void this.reload();
    };
    api.onRestored(() => void this.reload());
    api.onChanged([BACKUPS], () => void this.#glance());
    api.onChanged(FRAME, () => void this.#look());
    api.onChanged(['tally', 'verification'], () => this.#lookSoon());
    api.onChanged(['account', 'account_pin', 'person', 'person_detail'], () => void this.reload());
  }

  /** The office's day; this computer's, while there is no campaign to ask. */
  get today(): string {
    return this.overview?.today ?? new Date().toLocaleDateString('sv-SE');
  }

  /** Nobody asked for it: what is being chosen or typed meanwhile is not held up. */
  async reload(): Promise<void> {
    await this.#ask({ do: 'state' }, true);
  }

  create(beginning: Beginning, path: string | null): Promise<boolean> {
    return this.#ask({ do: 'create', path, beginning });
  }

  /** One that somebody else has open may be looked at meanwhile. */
  async open(path: string): Promise<boolean> {
    this.busyElsewhere = null;
    const opened = await this.#ask({ do: 'open', path });
    if (this.#refusal === 'file_busy') this.busyElsewhere = path;
    return opened;
  }

  openReading(path: string): Promise<boolean> {
    this.busyElsewhere = null;
    return this.#ask({ do: 'open_reading', path });
  }

  /** The one thing to do about what stands in the way. */
  actOn({ action, path }: Trouble): Promise<boolean> {
    if (action === 'accept') return this.acceptTrouble();
    return this.#ask(action === 'recover' ? { do: 'recover', path } : { do: 'open_copy', path });
  }

  acceptTrouble(): Promise<boolean> {
    return this.#ask({ do: 'accept_trouble' });
  }

  /** An encrypted copy becomes a file of this computer; opened once it is there. */
  async openCopyOf(copy: Extract<BackupRequest, { do: 'restore_file' }>): Promise<boolean> {
    this.busy = true;
    try {
      await this.#api.backups(copy);
    } catch (error) {
      this.error = wordsOf(error);
      return false;
    } finally {
      this.busy = false;
    }
    return this.#ask({ do: 'state' });
  }

  /** Trouble that nothing can be done with before it is mended; none once somebody chose to look only. */
  get blocked(): Trouble | null {
    const trouble = this.desk?.trouble ?? null;
    if (trouble === null || trouble.action !== 'recover' || trouble.code === 'unsound') return null;
    return keyOf(trouble) === this.#putAside ? null : trouble;
  }

  /** It stays in sight at the top of every screen. */
  putAside(trouble: Trouble): void {
    this.#putAside = keyOf(trouble);
  }

  close(): Promise<boolean> {
    return this.#ask({ do: 'close' });
  }

  /** Out of the sample, to what is asked of a new office. */
  async leaveSample(): Promise<void> {
    this.settingUp = await this.close();
  }

  signIn(account: AccountId, pin: string): Promise<boolean> {
    return this.#ask({ do: 'sign_in', account, pin });
  }

  signOut(): Promise<boolean> {
    return this.#ask({ do: 'sign_out' });
  }

  /** The screen waits for the PIN of whoever is signed in. */
  lock(): Promise<boolean> {
    return this.#ask({ do: 'lock' });
  }

  /** The own PIN; the old one is not asked for where it was lent. */
  changePin(old: string, pin: string): Promise<boolean> {
    return this.#ask({ do: 'change_pin', old, new: pin });
  }

  useUnlockCode(account: AccountId, code: string): Promise<boolean> {
    return this.#ask({ do: 'use_unlock_code', account, code });
  }

  /** Somebody sits at the screen; the office may have locked it meanwhile. */
  async stir(): Promise<void> {
    try {
      const desk = await this.#api.desk({ do: 'stir' });
      if (this.desk && desk.locked !== this.desk.locked) this.desk = { ...this.desk, locked: desk.locked };
    } catch {
      // Whoever does something meets the same trouble there, in words.
    }
  }

  /** Copies are made beside and nobody asks for them: how they stand is asked now and then. Answers a way to stop. */
  watch(): () => void {
    const timer = setInterval(() => void this.#glance(), GLANCE_MS);
    return () => clearInterval(timer);
  }

  async #glance(): Promise<void> {
    if (this.busy || !this.desk?.who) return;
    try {
      const { backup, trouble } = await this.#api.desk({ do: 'state' });
      // Somebody may have signed out meanwhile; the same answer again is no news for any screen.
      const { desk } = this;
      const told = [desk.backup, desk.trouble];
      if (desk.who && JSON.stringify([backup, trouble]) !== JSON.stringify(told)) this.desk = { ...desk, backup, trouble };
    } catch {
      // Whoever does something meets the same trouble there, in words.
    }
  }

  async #ask(request: DeskRequest, unasked = false): Promise<boolean> {
    if (!unasked) this.busy = true;
    this.#refusal = null;
    try {
      const desk = await this.#api.desk(request);
      this.error = '';
      if (desk.file && desk.who) await (mayLook(desk) ? this.#look() : undefined);
      else this.overview = null;
      this.#places.change(this.desk, desk);
      this.desk = desk;
      if (desk.file) this.settingUp = false;
      return true;
    } catch (error) {
      this.error = wordsOf(error);
      this.#refusal = error instanceof Refusal ? error.wire.code : null;
      return false;
    } finally {
      if (!unasked) this.busy = false;
    }
  }

  #lookSoon(): void {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => void (this.desk && mayLook(this.desk) && this.#look()), QUIET_MS);
  }

  async #look(): Promise<void> {
    try {
      this.overview = await this.#api.call('get_overview', {});
    } catch (error) {
      this.error = wordsOf(error);
    }
  }
}

/** Behind a lock, and with a lent PIN, there is nothing to ask for. */
function mayLook(desk: DeskState): boolean {
  return desk.who !== null && !desk.locked && !desk.who.lent;
}

const keyOf = (trouble: Trouble): string => `${trouble.code} ${trouble.path}`;
