import type { Client, EveningRow, ForceRow, Privacy, RosterClashRow, VisitId } from '../api/client';
import { wordsOf } from '../text/words';

/** A force in a team tonight. */
export interface ForceTonight {
  force: ForceRow;
  quota: number;
  assigned: number;
}

/** What the day must know of people: who is missing tonight, who is in two places, contacts kept too long. */
export class Tonight {
  evenings = $state.raw<EveningRow[]>([]);
  clashes = $state.raw<RosterClashRow[]>([]);
  forces = $state.raw<ForceRow[]>([]);
  privacy = $state.raw<Privacy | null>(null);
  loaded = $state(false);
  error = $state('');

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async load(): Promise<void> {
    try {
      const [rosters, forces, privacy] = await Promise.all([
        this.#client.call('list_rosters', {}),
        this.#client.call('list_forces', {}),
        this.#client.call('get_privacy', {}),
      ]);
      this.evenings = rosters.evenings;
      this.clashes = rosters.clashes;
      this.forces = forces.forces;
      this.privacy = privacy;
      this.loaded = true;
      this.error = '';
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  get hard(): RosterClashRow[] {
    return this.clashes.filter((c) => c.hard);
  }

  /** Contacts are still there after the last day they were to be kept. */
  get overdue(): boolean {
    return this.privacy?.retention.state === 'overdue';
  }

  /** Forces with a quota on an evening, over all its teams, in the plan's order. */
  standing(visit: VisitId): ForceTonight[] {
    const counts = this.evenings.find((e) => e.visit === visit)?.counts ?? [];
    return this.forces.flatMap((force) => {
      const own = counts.filter((c) => c.force === force.id && c.quota !== null);
      if (own.length === 0) return [];
      const sum = (of: (c: (typeof own)[number]) => number) => own.reduce((n, c) => n + of(c), 0);
      return [{ force, quota: sum((c) => c.quota ?? 0), assigned: sum((c) => c.assigned) }];
    });
  }
}
