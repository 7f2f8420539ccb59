import type { Client, Radar, RadarPacket, RadarSheet } from '../../api/client';
import { rowAfter } from '../../keyboard/rows';
import { wordsOf } from '../../text/words';

/** Tables whose change alters what is missing. */
export const MISSED = ['sheet', 'visit', 'visit_team', 'area', 'member', 'visit_member', 'person'];

/** A packet among the others: an evening's of one pair of hands, or an area's own report. */
export const keyOf = (p: RadarPacket): string =>
  `${String(p.visit)} ${String(p.area)} ${p.on} ${String(p.hands?.person ?? '')}`;

/** Every paper of a packet that is not back, the summary last. */
export const papersOf = (p: RadarPacket): RadarSheet[] => (p.summary === null ? p.sheets : [...p.sheets, p.summary]);

/** Expected against returned, as the office tells it, and the packet where the cursor is. */
export class Missing {
  radar = $state.raw<Radar | null>(null);
  error = $state('');
  chosen = $state<string | null>(null);

  readonly #client: Client;
  #asked = 0;

  constructor(client: Client) {
    this.#client = client;
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const radar = await this.#client.call('get_radar', {});
      if (asked !== this.#asked) return;
      this.#keepPlace(radar.packets);
      this.radar = radar;
      this.error = '';
    } catch (error) {
      if (asked === this.#asked) this.error = wordsOf(error);
    }
  }

  get packets(): readonly RadarPacket[] {
    return this.radar?.packets ?? [];
  }

  get at(): RadarPacket | null {
    return this.packets.find((p) => keyOf(p) === this.chosen) ?? this.packets[0] ?? null;
  }

  go(step: number): void {
    const row = rowAfter(this.packets, (p) => p === this.at, step);
    if (row) this.chosen = keyOf(row);
  }

  /** A packet that came back whole leaves the cursor on the one that takes its place. */
  #keepPlace(next: readonly RadarPacket[]): void {
    if (this.chosen === null || next.some((p) => keyOf(p) === this.chosen)) return;
    const at = this.packets.findIndex((p) => keyOf(p) === this.chosen);
    const row = next[Math.min(Math.max(at, 0), next.length - 1)];
    this.chosen = row ? keyOf(row) : null;
  }
}
