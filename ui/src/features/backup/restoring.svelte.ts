import type { BackupRequest, RestoreLook } from '../../api/client';
import type { Backups } from './backups.svelte';

/** What is about to be brought back: a backup, what was there before the last restore, or a copy from elsewhere. */
type Way = 'restore' | 'undo' | 'file';

/** One bringing back: looked at first, then done. */
export class Restoring {
  /** What it would change; none until it was looked at. */
  found = $state.raw<RestoreLook | null>(null);
  /** Why it was refused. */
  error = $state('');
  readonly way: Way;

  readonly #backups: Backups;
  readonly #looking: BackupRequest;
  readonly #doing: BackupRequest;

  private constructor(backups: Backups, way: Way, looking: BackupRequest, doing: BackupRequest) {
    this.#backups = backups;
    this.way = way;
    this.#looking = looking;
    this.#doing = doing;
  }

  static of(backups: Backups, number: number): Restoring {
    return new Restoring(backups, 'restore', { do: 'look', number }, { do: 'restore', number });
  }

  /** Takes the last restore back; `number`: what was there before it. */
  static back(backups: Backups, number: number): Restoring {
    return new Restoring(backups, 'undo', { do: 'look', number }, { do: 'undo_restore' });
  }

  static fromFile(backups: Backups, path: string, passphrase: string): Restoring {
    const file = { path: path.trim(), passphrase };
    return new Restoring(backups, 'file', { do: 'look_at_file', ...file }, { do: 'restore_file', ...file });
  }

  get busy(): boolean {
    return this.#backups.doing !== null;
  }

  /** Whether it could be looked at. */
  async look(): Promise<boolean> {
    this.error = await this.#backups.tries(this.#looking);
    if (this.error === '') this.found = this.#backups.state?.look ?? null;
    return this.error === '';
  }

  async run(): Promise<boolean> {
    this.error = await this.#backups.tries(this.#doing);
    if (this.error === '') this.#backups.chosenNumber = null;
    return this.error === '';
  }
}
