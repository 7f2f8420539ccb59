import type { Making } from '../../api/making.svelte';
import type { Client } from '../../api/client';
import { CardPrint } from './cards.svelte';
import { FlyerPrint } from './flyers.svelte';
import { FlyerText } from './flyertext.svelte';
import type { Look } from './look.svelte';
import { LoudspeakerText } from './loudspeaker.svelte';
import { SheetPrint } from './sheets.svelte';
import { ReceiptPrint, SlipPrint } from './slips.svelte';

/** What every paper of the room has: its choices are its own. */
export interface Print {
  readonly making: Making;
  readonly look: Look;
  readonly error: string;
  load(): Promise<void>;
  show(): Promise<void>;
}

export type PaperId =
  | 'sheets'
  | 'flyers'
  | 'posters'
  | 'strips'
  | 'pictures'
  | 'loudspeaker'
  | 'cards'
  | 'slips'
  | 'receipts';
export type GroupId = 'sheets' | 'public' | 'teams' | 'slips';

/** What can be printed, as it is asked for. */
export const GROUPS: readonly { id: GroupId; papers: readonly PaperId[] }[] = [
  { id: 'sheets', papers: ['sheets'] },
  { id: 'public', papers: ['flyers', 'posters', 'strips', 'pictures', 'loudspeaker'] },
  { id: 'teams', papers: ['cards'] },
  { id: 'slips', papers: ['slips', 'receipts'] },
];

export const PAPERS: readonly PaperId[] = GROUPS.flatMap((g) => g.papers);

const PUBLIC = ['visit', 'area', 'area_name', 'campaign', 'office_period', 'flyer'];

/** What a paper is made from; when that changes, it is shown anew. */
const TABLES: Record<PaperId, readonly string[]> = {
  sheets: ['visit', 'visit_team', 'sheet', 'form', 'area'],
  flyers: PUBLIC,
  posters: PUBLIC,
  strips: PUBLIC,
  pictures: PUBLIC,
  loudspeaker: PUBLIC,
  cards: ['visit', 'visit_team', 'team', 'assignment', 'member', 'area', 'sheet'],
  slips: ['sheet', 'visit', 'tally'],
  receipts: ['receipt'],
};

/** The print room: one paper is chosen, its choices stay while the room is open. */
export class Room {
  chosen = $state<PaperId>('sheets');
  readonly sheets: SheetPrint;
  readonly flyers: FlyerPrint;
  readonly posters: FlyerPrint;
  readonly strips: FlyerPrint;
  readonly pictures: FlyerPrint;
  readonly loudspeaker: LoudspeakerText;
  readonly cards: CardPrint;
  readonly slips: SlipPrint;
  readonly receipts: ReceiptPrint;

  readonly #client: Client;
  readonly #known = new Set<PaperId>();

  constructor(client: Client) {
    this.#client = client;
    this.sheets = new SheetPrint(client);
    const text = new FlyerText(client);
    this.flyers = new FlyerPrint(client, 'flyers', text);
    this.posters = new FlyerPrint(client, 'posters', text);
    this.strips = new FlyerPrint(client, 'strips', text);
    this.pictures = new FlyerPrint(client, 'pictures', text);
    this.loudspeaker = new LoudspeakerText(client);
    this.cards = new CardPrint(client);
    this.slips = new SlipPrint(client);
    this.receipts = new ReceiptPrint(client);
  }

  get print(): Print {
    return this[this.chosen];
  }

  async choose(paper: PaperId): Promise<void> {
    this.chosen = paper;
    // Words may have been typed at another paper that shares them.
    if (this.#known.has(paper)) return this[paper].show();
    this.#known.add(paper);
    await this[paper].load();
  }

  /** Only what has been looked at is read again. */
  listen(): () => void {
    const stops = PAPERS.map((paper) =>
      this.#client.onChanged(TABLES[paper], () => {
        if (this.#known.has(paper)) void this[paper].load();
      }),
    );
    return () => stops.forEach((stop) => stop());
  }
}
