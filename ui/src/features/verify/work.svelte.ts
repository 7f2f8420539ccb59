import type { AskedMode, Client, SecondRow, Verification } from '../../api/client';
import { wordsOf } from '../../text/words';

/** Tables whose change alters what there is to verify. */
export const VERIFIED = ['tally', 'sheet', 'verification', 'accepted_flag', 'account', 'query'];

/** The work of second keying as the office tells it, read anew when something changes. */
export class Work {
  view = $state.raw<Verification | null>(null);
  error = $state('');
  /** The row of the list where the cursor is, by its sheet's code. */
  chosen = $state<string | null>(null);

  readonly #client: Client;
  #asked = 0;

  constructor(client: Client) {
    this.#client = client;
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const view = await this.#client.call('get_verification', {});
      // An answer that another question overtook is older.
      if (asked === this.#asked) this.take(view);
    } catch (error) {
      if (asked === this.#asked) this.error = wordsOf(error);
    }
  }

  take(view: Verification): void {
    this.view = view;
    this.error = '';
  }

  get rows(): readonly SecondRow[] {
    return this.view?.second ?? [];
  }

  /** The first sheet whoever is signed in may take. */
  get first(): SecondRow | null {
    return this.rows.find((row) => row.why_not === null) ?? null;
  }

  get at(): SecondRow | null {
    return this.rows.find((row) => row.sheet.code === this.chosen) ?? this.first ?? this.rows[0] ?? null;
  }

  get ceiling(): number | null {
    return this.view === null ? null : ceilingOf(this.view.plan?.mode ?? null);
  }
}

export function ceilingOf(mode: AskedMode | null): number | null {
  return mode?.kind === 'aimed' ? mode.ceiling : null;
}
