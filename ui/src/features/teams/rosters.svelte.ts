import type {
  Client,
  EveningRow,
  Forces,
  MemberId,
  Roster,
  RosterLine,
  RosterMember,
  Rosters as All,
  TeamCount,
  TeamId,
  VisitId,
} from '../../api/client';
import { rowAfter } from '../../keyboard/rows';
import { matches } from '../../text/format';
import { wordsOf } from '../../text/words';

const MOST_SHOWN = 8;

/** Who goes out, evening by evening, and the evening being looked at. */
export class Rosters {
  all = $state.raw<All | null>(null);
  forces = $state.raw<Forces | null>(null);
  chosen = $state<VisitId | null>(null);
  roster = $state.raw<Roster | null>(null);
  /** The team of the evening that people are put in. */
  team = $state<TeamId | null>(null);
  query = $state('');
  /** The candidate that Enter takes. */
  at = $state(0);
  error = $state('');
  busy = $state(false);

  readonly #client: Client;
  #asked = 0;

  constructor(client: Client) {
    this.#client = client;
  }

  get evenings(): EveningRow[] {
    return this.all?.evenings ?? [];
  }

  get row(): EveningRow | null {
    return this.evenings.find((e) => e.visit === this.chosen) ?? null;
  }

  /** People who fit what is typed and are free that evening; none while nothing is typed. */
  get candidates(): RosterMember[] {
    const query = this.query.trim();
    if (query === '' || this.roster === null) return [];
    return this.roster.free
      .filter((m) => m.elsewhere === null && matches([m.name, m.unit ?? '', m.force_name].join(' '), query))
      .slice(0, MOST_SHOWN);
  }

  /** People of the team being looked at, and those who are in no team of the evening any more. */
  get lines(): RosterMember[] {
    const row = this.row;
    if (this.roster === null || row === null) return [];
    return this.roster.lines.filter((l) => l.team === this.team || l.team === null || !row.teams.includes(l.team));
  }

  counts(): TeamCount[] {
    return this.row?.counts.filter((c) => c.team === this.team) ?? [];
  }

  /** What is wrong on an evening; too many evenings in a row show on those of the person's that are looked at. */
  clashesOf(visit: VisitId): All['clashes'] {
    const on = this.evenings.find((e) => e.visit === visit)?.on ?? '';
    const looked = this.roster?.visit === visit ? this.roster.lines : [];
    return (this.all?.clashes ?? []).filter(({ clash }) => {
      switch (clash.kind) {
        case 'member_twice':
          return clash.visits.includes(visit);
        case 'overload':
          return clash.from <= on && on <= clash.to && looked.some((l) => l.member === clash.member);
        default:
          return clash.visit === visit;
      }
    });
  }

  /** `today`: the evening to begin with is the next one. */
  async load(today: string): Promise<void> {
    try {
      const [all, forces] = await Promise.all([
        this.#client.call('list_rosters', {}),
        this.#client.call('list_forces', {}),
      ]);
      this.all = all;
      this.forces = forces;
      this.error = '';
      if (this.row === null) {
        const next = all.evenings.find((e) => e.on >= today) ?? all.evenings.at(-1);
        this.chosen = next?.visit ?? null;
      }
      await this.#look();
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  async choose(visit: VisitId): Promise<void> {
    this.chosen = visit;
    this.query = '';
    this.at = 0;
    this.error = '';
    await this.#look();
  }

  /** To the next or previous evening. */
  async move(step: number): Promise<void> {
    const next = rowAfter(this.evenings, (e) => e.visit === this.chosen, step);
    if (next && next.visit !== this.chosen) await this.choose(next.visit);
  }

  /** To the next or previous candidate. */
  step(by: number): void {
    const n = this.candidates.length;
    if (n > 0) this.at = (this.at + by + n) % n;
  }

  /** Puts the candidate under the cursor on the evening. */
  async add(): Promise<boolean> {
    const one = this.candidates[this.at] ?? this.candidates[0];
    if (!one || this.team === null) return false;
    const done = await this.#set([...this.#written(), { member: one.member, team: this.team, pair: null }]);
    if (done) {
      this.query = '';
      this.at = 0;
    }
    return done;
  }

  remove(member: MemberId): Promise<boolean> {
    return this.#set(this.#written().filter((l) => l.member !== member));
  }

  /** Fills this evening to its quotas, or every evening from today on. What it came to, or `null`. */
  async fill(visit: VisitId | null): Promise<{ people: number; evenings: number; missing: number } | null> {
    return this.#does(() => this.#client.call('fill_rosters', { visits: visit === null ? null : [visit] }));
  }

  async pairUp(): Promise<number | null> {
    const visit = this.chosen;
    return visit === null ? null : this.#does(() => this.#client.call('pair_up', { visit }));
  }

  async copyFrom(from: VisitId): Promise<{ people: number; left_out: string[] } | null> {
    const to = this.chosen;
    return to === null ? null : this.#does(() => this.#client.call('copy_roster', { from, to }));
  }

  #written(): RosterLine[] {
    return (this.roster?.lines ?? []).flatMap((l) => (l.team === null ? [] : [{ member: l.member, team: l.team, pair: l.pair }]));
  }

  async #set(lines: RosterLine[]): Promise<boolean> {
    const visit = this.chosen;
    if (visit === null) return false;
    return (await this.#does(async () => (await this.#client.call('set_roster', { visit, lines }), true))) === true;
  }

  async #does<T>(deed: () => Promise<T>): Promise<T | null> {
    this.busy = true;
    try {
      const answer = await deed();
      this.error = '';
      this.all = await this.#client.call('list_rosters', {});
      await this.#look();
      return answer;
    } catch (error) {
      this.error = wordsOf(error);
      return null;
    } finally {
      this.busy = false;
    }
  }

  async #look(): Promise<void> {
    const visit = this.chosen;
    const asked = ++this.#asked;
    if (visit === null) {
      this.roster = null;
      return;
    }
    const roster = await this.#client.call('get_roster', { visit });
    // Another evening may have been chosen meanwhile.
    if (asked !== this.#asked) return;
    this.roster = roster;
    const teams = this.row?.teams ?? [];
    if (this.team === null || !teams.includes(this.team)) this.team = teams[0] ?? null;
  }
}
