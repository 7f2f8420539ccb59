import type {
  AreaRow,
  ChaseRow,
  Client,
  Evenings,
  Forecast,
  Overview,
  QueryRow,
  Radar,
  Schedule,
  Verification,
  VisitRow,
} from '../../api/client';
import { daysBetween, plusDays } from '../../text/format';
import { wordsOf } from '../../text/words';

const AHEAD = 7;
const PRINT_AHEAD = 2;

/** The day's work, from what the office already knows. */
export class Today {
  schedule = $state.raw<Schedule | null>(null);
  areas = $state.raw<AreaRow[]>([]);
  overview = $state.raw<Overview | null>(null);
  /** What did not come back, and in whose hands it is. */
  radar = $state.raw<Radar | null>(null);
  /** How far this morning's keying is, and about when it is done. */
  forecast = $state.raw<Forecast | null>(null);
  queries = $state.raw<QueryRow[]>([]);
  /** Tasks, areas' own reports and schools that are due, late or silent. */
  owed = $state.raw<ChaseRow[]>([]);
  verification = $state.raw<Verification | null>(null);
  evenings = $state.raw<Evenings | null>(null);
  error = $state('');

  readonly #client: Client;
  readonly day: string;
  #asked = 0;

  constructor(client: Client, day: string) {
    this.#client = client;
    this.day = day;
  }

  /** What is quick to tell comes first and is shown at once; what looks at every sheet follows it. */
  async load(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const [schedule, areas, overview, radar, forecast, queries] = await Promise.all([
        this.#client.call('list_visits', {}),
        this.#client.call('list_areas', {}),
        this.#client.call('get_overview', {}),
        this.#client.call('get_radar', {}),
        this.#client.call('get_forecast', {}),
        this.#client.call('list_queries', { open_only: true }),
      ]);
      if (asked !== this.#asked) return;
      this.schedule = schedule;
      this.areas = areas;
      this.overview = overview;
      this.radar = radar;
      this.forecast = forecast;
      this.queries = queries.rows;
      this.error = '';
      // One after the other: whoever goes on to keying meanwhile waits for one of them at most.
      const chase = await this.#client.call('get_chase', {});
      if (asked !== this.#asked) return;
      this.owed = chase.rows;
      const verification = await this.#client.call('get_verification', {});
      if (asked !== this.#asked) return;
      this.verification = verification;
      const evenings = await this.#client.call('list_evenings', {});
      if (asked === this.#asked) this.evenings = evenings;
    } catch (error) {
      if (asked === this.#asked) this.error = wordsOf(error);
    }
  }

  /** Nobody looks any more: what has not been asked yet is not asked. */
  leave(): void {
    this.#asked++;
  }

  get on(): VisitRow[] {
    return this.schedule?.visits.filter((v) => v.cancelled === null) ?? [];
  }

  get tonight(): VisitRow[] {
    return this.on.filter((v) => v.on === this.day);
  }

  get ahead(): VisitRow[] {
    const until = plusDays(this.day, AHEAD);
    return this.schedule?.visits.filter((v) => v.on > this.day && v.on <= until) ?? [];
  }

  /** Evenings tonight and the next days that have no sheets yet. */
  get toPrint(): VisitRow[] {
    const until = plusDays(this.day, PRINT_AHEAD);
    return this.on.filter((v) => v.on >= this.day && v.on <= until && v.sheets === 0);
  }

  get selfReports(): { area: AreaRow; due: string; left: number; done: boolean }[] {
    return this.areas.flatMap((area) =>
      area.self_report_due === null || area.ended_on !== null
        ? []
        : [
            {
              area,
              due: area.self_report_due,
              left: daysBetween(this.day, area.self_report_due),
              done: area.expected > 0 && area.returned >= area.expected,
            },
          ],
    );
  }
}
