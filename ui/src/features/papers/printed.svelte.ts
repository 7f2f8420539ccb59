import { Making } from '../../api/making.svelte';
import type { Client, MakeName, PrintingId, PrintingRow } from '../../api/client';
import { matches } from '../../text/format';
import { vi } from '../../text/vi';
import { wordsOf } from '../../text/words';
import { STALE_TABLES } from '../stale.svelte';

/** How a batch stands, the most pressing first. */
export type Standing = 'stale' | 'replaced' | 'current';

/** A batch all of whose papers were printed anew asks for nothing more. */
export function standingOf(row: PrintingRow): Standing {
  if (row.stale > 0) return 'stale';
  const replaced = row.subjects.length > 0 && row.subjects.every((s) => s.state === 'replaced');
  return replaced ? 'replaced' : 'current';
}

/** Everything that was printed, and what is now stale. */
export class Printed {
  rows = $state.raw<PrintingRow[]>([]);
  loaded = $state(false);
  error = $state('');
  query = $state('');
  staleOnly = $state(false);
  chosenId = $state<PrintingId | null>(null);
  readonly making: Making;

  readonly #client: Client;
  #asked = 0;

  constructor(client: Client) {
    this.#client = client;
    this.making = new Making(client);
  }

  get shown(): PrintingRow[] {
    return this.rows.filter((row) => (!this.staleOnly || row.stale > 0) && matches(textOf(row), this.query));
  }

  get stale(): number {
    return this.rows.filter((row) => row.stale > 0).length;
  }

  get chosen(): PrintingRow | null {
    return this.shown.find((row) => row.id === this.chosenId) ?? this.shown[0] ?? null;
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const rows = await this.#client.call('list_printings', {});
      if (asked !== this.#asked) return;
      this.rows = rows;
      this.error = '';
    } catch (error) {
      if (asked === this.#asked) this.error = wordsOf(error);
    } finally {
      if (asked === this.#asked) this.loaded = true;
    }
  }

  listen(): () => void {
    void this.load();
    return this.#client.onChanged([...STALE_TABLES, ...MORE_TABLES], () => void this.load());
  }

  /** The same choices, from what holds now. */
  async again(row: PrintingRow): Promise<void> {
    if (row.again === null) return;
    // The office kept the name and the request of a file it made itself.
    await this.making.make(row.again.command as MakeName, onItsDay(row, row.again.request) as never);
  }
}

/** An evening that was moved meanwhile is printed for the day it is on now. */
function onItsDay(row: PrintingRow, request: unknown): unknown {
  if (typeof request !== 'object' || request === null || !('evening' in request) || request.evening === null) return request;
  const days = row.subjects.flatMap((s) => (s.on === null ? [] : [s.on]));
  const [first] = days;
  return first === undefined || days.includes(String(request.evening)) ? request : { ...request, evening: first };
}

/** What flyers and team papers say besides the schedule. */
const MORE_TABLES = ['flyer', 'office_period', 'assignment', 'member', 'document'];

function textOf(row: PrintingRow): string {
  const about = row.subjects.flatMap((s) => [s.area_name ?? '', s.team_name ?? '']);
  return [vi.printed.kinds[row.kind], row.file_name, row.made_from, row.by ?? '', ...about].join(' ');
}
