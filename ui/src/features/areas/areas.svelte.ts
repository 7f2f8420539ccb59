import type { AreaForm, AreaId, AreaKind, AreaRow, Client } from '../../api/client';
import { matches, parseCount } from '../../text/format';
import { vi } from '../../text/vi';
import { wordsOf } from '../../text/words';

/** The office's areas, and the one being looked at. */
export class Areas {
  rows = $state.raw<AreaRow[]>([]);
  loaded = $state(false);
  error = $state('');
  query = $state('');
  /** `new`: one that is being typed. */
  chosen = $state<AreaId | 'new' | null>(null);

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  get shown(): AreaRow[] {
    const query = this.query.trim();
    if (query === '') return this.rows;
    return this.rows.filter((r) => matches([r.label, r.cluster ?? '', r.leader_name ?? ''].join(' '), query));
  }

  get row(): AreaRow | null {
    return this.rows.find((r) => r.id === this.chosen) ?? null;
  }

  get clusters(): string[] {
    return [...new Set(this.rows.flatMap((r) => r.cluster ?? []))];
  }

  async load(): Promise<void> {
    try {
      this.rows = await this.#client.call('list_areas', {});
      this.error = '';
      this.loaded = true;
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  /** To the next or previous area of those shown. */
  move(step: number): void {
    const shown = this.shown;
    const at = shown.findIndex((r) => r.id === this.chosen);
    const next = shown[at === -1 ? 0 : Math.min(shown.length - 1, Math.max(0, at + step))];
    if (next) this.chosen = next.id;
  }
}

/** An area being typed. */
export class AreaDraft {
  name = $state('');
  kind = $state<AreaKind>('residential_group');
  cluster = $state('');
  leader = $state('');
  phone = $state('');
  selfDue = $state<string | null>(null);
  selfDueOk = $state(true);
  error = $state('');
  saving = $state(false);

  readonly #client: Client;
  readonly #id: AreaId | null;

  constructor(client: Client, row: AreaRow | null) {
    this.#client = client;
    this.#id = row?.id ?? null;
    if (row) {
      this.name = row.name;
      this.kind = row.kind;
      this.cluster = row.cluster ?? '';
      this.leader = row.leader_name ?? '';
      this.phone = row.leader_phone ?? '';
      this.selfDue = row.self_report_due;
    }
  }

  get form(): AreaForm {
    return {
      name: this.name,
      kind: this.kind,
      cluster: this.cluster.trim() || null,
      leader: this.leader.trim() ? { name: this.leader, phone: this.phone.trim() || null } : null,
      self_report_due: this.selfDue,
    };
  }

  /** The area's id once it is kept; `null` when it was refused. */
  async save(): Promise<AreaId | null> {
    if (!this.selfDueOk) return null;
    this.saving = true;
    try {
      const id = this.#id;
      if (id === null) return await this.#client.call('add_area', { area: this.form });
      await this.#client.call('edit_area', { id, area: this.form });
      return id;
    } catch (error) {
      this.error = wordsOf(error);
      return null;
    } finally {
      this.saving = false;
    }
  }
}

const FIGURES = ['households', 'people_15', 'smartphone_15', 'installed'] as const;
export type Figure = (typeof FIGURES)[number];

/** Base figures being typed: a day, a source, and what is known. */
export class BaseDraft {
  asOf = $state<string | null>(null);
  asOfOk = $state(true);
  source = $state('');
  typed = $state<Record<Figure, string>>({ households: '', people_15: '', smartphone_15: '', installed: '' });
  error = $state('');
  saving = $state(false);

  readonly #client: Client;
  readonly #area: AreaId;

  constructor(client: Client, area: AreaId) {
    this.#client = client;
    this.#area = area;
  }

  bad(figure: Figure): boolean {
    const typed = this.typed[figure].trim();
    return typed !== '' && parseCount(typed) === null;
  }

  async save(): Promise<boolean> {
    if (this.asOf === null || !this.asOfOk) {
      this.error = vi.areas.needDay;
      return false;
    }
    if (FIGURES.some((f) => this.bad(f))) return false;
    const figure = (f: Figure) => parseCount(this.typed[f]);
    this.saving = true;
    try {
      await this.#client.call('put_base', {
        area: this.#area,
        as_of: this.asOf,
        source: this.source,
        households: figure('households'),
        people_15: figure('people_15'),
        smartphone_15: figure('smartphone_15'),
        installed: figure('installed'),
      });
      this.error = '';
      return true;
    } catch (error) {
      this.error = wordsOf(error);
      return false;
    } finally {
      this.saving = false;
    }
  }
}
