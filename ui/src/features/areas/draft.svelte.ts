import { Refusal, type AreaForm, type AreaId, type AreaKind, type AreaRow, type BaseFigures, type Client } from '../../api/client';
import { parseCount } from '../../text/format';
import { vi } from '../../text/vi';
import { wordsOf } from '../../text/words';

/** An area being typed. */
export class AreaDraft {
  name = $state('');
  kind = $state<AreaKind>('residential_group');
  cluster = $state('');
  leader = $state('');
  /** Blank leaves the number that lists do not show. */
  phone = $state('');
  noPhone = $state(false);
  /** The leader is the same person, whose name was wrong. */
  sameLeader = $state(false);
  selfDue = $state<string | null>(null);
  selfDueOk = $state(true);
  /** A name typed otherwise: a slip mended, or another name from a day on. */
  naming = $state<'slip' | 'renamed'>('slip');
  from = $state<string | null>(null);
  fromOk = $state(true);
  because = $state('');
  error = $state('');
  /** The name is nearly another's; said once more, both are right. */
  near = $state(false);
  saving = $state(false);

  readonly #client: Client;
  readonly #row: AreaRow | null;

  constructor(client: Client, row: AreaRow | null) {
    this.#client = client;
    this.#row = row;
    if (row) {
      this.name = row.name;
      this.kind = row.kind;
      this.cluster = row.cluster ?? '';
      this.leader = row.leader_name ?? '';
      this.selfDue = row.self_report_due;
    }
  }

  /** Whether the area has another name now, so that it must be said why. */
  get isNamedAnew(): boolean {
    return this.#row !== null && this.name.trim() !== '' && this.name.trim() !== this.#row.name;
  }

  get isOtherLeader(): boolean {
    const known = this.#row?.leader_name ?? null;
    return known !== null && this.leader.trim() !== '' && this.leader.trim() !== known;
  }

  form(acceptNear = false): AreaForm {
    const phone = this.phone.trim() || (this.noPhone ? '' : null);
    const correction = this.isOtherLeader && this.sameLeader ? { correction: true } : {};
    return {
      name: this.name,
      kind: this.kind,
      cluster: this.cluster.trim() || null,
      leader: this.leader.trim() ? { name: this.leader, phone, ...correction } : null,
      self_report_due: this.selfDue,
      ...(acceptNear ? { accept_near: true } : {}),
    };
  }

  /** The area's id once it is kept; `null` when it was refused. */
  async save(acceptNear = false): Promise<AreaId | null> {
    if (!this.selfDueOk || !this.fromOk) return null;
    if (this.isNamedAnew && this.naming === 'renamed' && this.from === null) {
      this.error = vi.areas.needFrom;
      return null;
    }
    this.saving = true;
    try {
      const id = await this.#put(acceptNear);
      this.error = '';
      this.near = false;
      return id;
    } catch (error) {
      this.error = wordsOf(error);
      this.near = error instanceof Refusal && error.wire.code === 'area_near';
      return null;
    } finally {
      this.saving = false;
    }
  }

  async #put(acceptNear: boolean): Promise<AreaId> {
    const area = this.form(acceptNear);
    if (this.#row === null) return this.#client.call('add_area', { area });
    const { id } = this.#row;
    if (this.isNamedAnew && this.naming === 'renamed' && this.from !== null) {
      await this.#client.call('rename_area', { id, from: this.from, area, because: this.because });
    } else {
      await this.#client.call('edit_area', { id, area });
    }
    return id;
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
  /** Figures that are corrected: their day and source stay what they are known by. */
  readonly known: BaseFigures | null;

  constructor(client: Client, area: AreaId, known: BaseFigures | null = null) {
    this.#client = client;
    this.#area = area;
    this.known = known;
    if (known) {
      this.asOf = known.as_of;
      this.source = known.source;
      for (const figure of FIGURES) this.typed[figure] = known[figure] === null ? '' : String(known[figure]);
    }
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
