import type { AreaId, Client, Proposal, ProposeForm, Taken } from '../../api/client';
import { parseCount } from '../../text/format';
import { wordsOf } from '../../text/words';

/** A schedule being laid out: terms, a look at what comes of them, then all of it or nothing. */
export class Proposing {
  from = $state<string | null>(null);
  to = $state<string | null>(null);
  weekdays = $state([true, true, true, true, true, true, true]);
  skipDaysOff = $state(true);
  keep = $state(true);
  perDay = $state('');
  households = $state('');
  /** Evenings an area is to have, where a person said so. */
  wishes = $state<Record<number, string>>({});
  seen = $state.raw<Proposal | null>(null);
  busy = $state(false);
  error = $state('');

  readonly #client: Client;
  #asked: ProposeForm | null = null;

  constructor(client: Client, from: string, keep: boolean) {
    this.#client = client;
    this.from = from;
    this.keep = keep;
  }

  /** What was seen is no longer what would be taken. */
  touched(): void {
    this.#asked = null;
    this.error = '';
  }

  get canTake(): boolean {
    return this.seen !== null && this.#asked !== null && this.seen.evenings.length > 0;
  }

  get form(): ProposeForm | null {
    if (this.from === null) return null;
    const count = (typed: string) => (typed.trim() === '' ? null : parseCount(typed));
    const wishes = Object.entries(this.wishes).flatMap(([area, typed]) => {
      const evenings = count(typed);
      return evenings === null ? [] : [{ area: Number(area) as AreaId, evenings }];
    });
    return {
      from: this.from,
      to: this.to,
      weekdays: this.weekdays as ProposeForm['weekdays'],
      skip_days_off: this.skipDaysOff,
      per_day: count(this.perDay),
      households: count(this.households),
      wishes,
      keep: this.keep,
    };
  }

  async look(): Promise<void> {
    const form = this.form;
    if (form === null) return;
    this.busy = true;
    this.error = '';
    try {
      this.seen = await this.#client.call('propose_schedule', { form });
      this.#asked = form;
    } catch (error) {
      this.error = wordsOf(error);
    } finally {
      this.busy = false;
    }
  }

  /** What was taken; `null` when it was refused, and then nothing was. */
  async take(): Promise<Taken | null> {
    const form = this.#asked;
    if (form === null || this.seen === null) return null;
    this.busy = true;
    try {
      const seen = this.seen.evenings.map(({ on, area, team }) => ({ on, area, team }));
      return await this.#client.call('take_schedule', { form, seen });
    } catch (error) {
      this.error = wordsOf(error);
      this.#asked = null;
      return null;
    } finally {
      this.busy = false;
    }
  }
}
