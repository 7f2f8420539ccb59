import type { AreaRow, Client, Status } from '../../api/client';
import { wordsOf } from '../../text/words';

/** Where the campaign stands, for the report. */
export class Standing {
  status = $state.raw<Status | null>(null);
  areas = $state.raw<AreaRow[]>([]);
  error = $state('');

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  get expected(): number {
    return this.areas.reduce((sum, a) => sum + a.expected, 0);
  }

  get returned(): number {
    return this.areas.reduce((sum, a) => sum + a.returned, 0);
  }

  async load(): Promise<void> {
    try {
      const [status, areas] = await Promise.all([
        this.#client.call('get_status', {}),
        this.#client.call('list_areas', {}),
      ]);
      this.status = status;
      this.areas = areas;
      this.error = '';
    } catch (error) {
      this.error = wordsOf(error);
    }
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
