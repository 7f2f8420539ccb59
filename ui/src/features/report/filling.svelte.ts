import { Making } from '../../api/making.svelte';
import { Refusal, type Client, type Filling, type GetReportOutlook } from '../../api/client';
import { problemWords } from '../../text/problems.vi';
import { wordsOf } from '../../text/words';

/** An authority's template: what would be written into it, and the filled file. */
export class TemplateFilling {
  path = $state('');
  look = $state.raw<Filling | null>(null);
  error = $state('');
  busy = $state(false);
  readonly file: Making;

  readonly #client: Client;
  readonly #of: GetReportOutlook;

  constructor(client: Client, of: GetReportOutlook) {
    this.#client = client;
    this.#of = of;
    this.file = new Making(client);
  }

  /** Another file was named: what was said of the one before is no longer true. */
  touched(): void {
    this.look = null;
    this.error = '';
  }

  async check(): Promise<void> {
    if (this.path.trim() === '' || this.busy) return;
    this.touched();
    this.busy = true;
    try {
      this.look = await this.#client.call('look_at_template', { path: this.path.trim(), ...this.#of });
    } catch (error) {
      const problems = error instanceof Refusal ? error.wire.problems.map(problemWords) : [];
      this.error = [wordsOf(error), ...problems].join(' ');
    } finally {
      this.busy = false;
    }
  }

  async fill(): Promise<void> {
    if (this.look !== null) await this.file.make('report_filled', { path: this.path.trim(), ...this.#of });
  }
}
