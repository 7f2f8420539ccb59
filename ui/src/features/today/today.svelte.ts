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

  /** One question after the other, the quick ones first: whoever goes on to keying waits for one of them at most. */
  async load(): Promise<void> {
    const asked = ++this.#asked;
    const ask = this.#asking(asked);
    try {
      const schedule = await ask('list_visits', {});
      const overview = await ask('get_overview', {});
      const { rows: queries } = await ask('list_queries', { open_only: true });
      const forecast = await ask('get_forecast', {});
      const radar = await ask('get_radar', {});
      const areas = await ask('list_areas', {});
      // The screen begins whole; what looks at every sheet follows it.
      this.schedule = schedule;
      this.overview = overview;
      this.queries = queries;
      this.forecast = forecast;
      this.radar = radar;
      this.areas = areas;
      this.error = '';
      this.owed = (await ask('get_chase', {})).rows;
      this.verification = await ask('get_verification', {});
      this.evenings = await ask('list_evenings', {});
    } catch (error) {
      if (asked === this.#asked) this.error = wordsOf(error);
    }
  }

  /** Asks for as long as this is the last time the day was asked for; then it fails, and nobody is told. */
  #asking(asked: number): Client['call'] {
    return async (name, request) => {
      const answer = await this.#client.call(name, request);
      if (asked !== this.#asked) throw new Error('asked again, or left');
      return answer;
    };
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
