import { Making } from '../../api/making.svelte';
import type { AreaRow, Client, Overview, TargetRow } from '../../api/client';
import { wordsOf } from '../../text/words';

/** Where the campaign stands, and the workbook of a period. */
export class Report {
  targets = $state.raw<TargetRow[]>([]);
  areas = $state.raw<AreaRow[]>([]);
  overview = $state.raw<Overview | null>(null);
  error = $state('');
  /** Without days: from the beginning, to the day the figures reach. */
  from = $state<string | null>(null);
  to = $state<string | null>(null);
  fromOk = $state(true);
  toOk = $state(true);
  readonly making: Making;

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
    this.making = new Making(client);
  }

  get expected(): number {
    return this.areas.reduce((sum, a) => sum + a.expected, 0);
  }

  get returned(): number {
    return this.areas.reduce((sum, a) => sum + a.returned, 0);
  }

  async load(): Promise<void> {
    try {
      const [targets, areas, overview] = await Promise.all([
        this.#client.call('get_targets', {}),
        this.#client.call('list_areas', {}),
        this.#client.call('get_overview', {}),
      ]);
      this.targets = targets;
      // A past area stands here only with the sheets it had.
      this.areas = areas.filter((a) => a.ended_on === null || a.expected > 0);
      this.overview = overview;
      this.error = '';
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  async make(): Promise<void> {
    if (!this.fromOk || !this.toOk) return;
    await this.making.make('report_xlsx', { from: this.from, to: this.to });
  }
}

/** A missing sheet is "not reported", never zero. */
export function areaState(area: AreaRow, today: string): 'none' | 'ahead' | 'not_reported' | 'partly' | 'complete' {
  if (area.expected === 0) return 'none';
  const first = area.evenings[0] ?? area.self_report_due ?? today;
  if (area.returned === 0 && first >= today) return 'ahead';
  if (area.returned === 0) return 'not_reported';
  return area.returned < area.expected ? 'partly' : 'complete';
}
