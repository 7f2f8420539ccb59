import type { AttachmentId, Client, SheetView, TeamId, VisitId, VisitRow } from '../../api/client';
import { wordsOf } from '../../text/words';
import type { Keying } from './keying.svelte';

/** Deeds beside the boxes: a note, scans, another paper with the same code. */
export class Beside {
  error = $state('');
  busy = $state(false);

  readonly #client: Client;
  readonly #keying: Keying;

  constructor(client: Client, keying: Keying) {
    this.#client = client;
    this.#keying = keying;
  }

  /** Blank takes the note away. */
  note(text: string): Promise<boolean> {
    return this.#do((code) => this.#client.call('set_sheet_note', { code, note: text.trim() === '' ? null : text }));
  }

  attach(path: string): Promise<boolean> {
    return this.#do((code) => this.#client.call('attach_file', { code, path: path.trim() }));
  }

  remove(id: AttachmentId, reason: string): Promise<boolean> {
    return this.#do(() => this.#client.call('remove_attachment', { id, reason }));
  }

  /** Gives the second paper with this code a sheet of its own, and opens it. */
  async otherPaper(): Promise<boolean> {
    const code = this.#keying.table.view?.code;
    if (code === undefined) return false;
    try {
      return await this.#keying.open(await this.#client.call('key_copy', { code }));
    } catch (error) {
      this.#keying.opening.error = wordsOf(error);
      return false;
    }
  }

  async #do(deed: (code: string) => Promise<SheetView>): Promise<boolean> {
    const code = this.#keying.table.view?.code;
    if (code === undefined || this.busy) return false;
    this.busy = true;
    try {
      await this.#keying.writing.settled();
      this.#keying.take(await deed(code));
      this.error = '';
      return true;
    } catch (error) {
      this.error = wordsOf(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}

/** Of which evening and team a spare is: asked when it comes back, and offered again for the next one. */
export class Loose {
  visits = $state.raw<VisitRow[]>([]);
  visit = $state<VisitId | null>(null);
  team = $state<TeamId | null>(null);
  /** The choice is that of the sheet before. */
  asBefore = $state(false);
  error = $state('');

  readonly #client: Client;
  readonly #keying: Keying;

  constructor(client: Client, keying: Keying) {
    this.#client = client;
    this.#keying = keying;
  }

  get teams(): VisitRow['teams'] {
    return this.visits.find((v) => v.id === this.visit)?.teams ?? [];
  }

  /** Evenings to choose from, the latest that has begun first offered. */
  async load(today: string): Promise<void> {
    try {
      const { visits } = await this.#client.call('list_visits', {});
      this.visits = visits.filter((v) => v.cancelled === null);
      this.asBefore = this.visits.some((v) => v.id === this.visit);
      if (this.asBefore) return;
      const begun = this.visits.filter((v) => v.on <= today);
      this.choose((begun.at(-1) ?? this.visits[0])?.id ?? null);
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  choose(visit: VisitId | null): void {
    this.visit = visit;
    this.team = this.teams[0]?.id ?? null;
  }

  async assign(): Promise<boolean> {
    const code = this.#keying.table.view?.code;
    if (code === undefined || this.visit === null) return false;
    try {
      const view = await this.#client.call('assign_sheet', { code, visit: this.visit, team: this.team });
      this.#keying.begin(view);
      this.error = '';
      return true;
    } catch (error) {
      this.error = wordsOf(error);
      return false;
    }
  }
}
