import type { Client, NewsDuty, NewsLog, TaskId } from '../../api/client';
import { wordsOf } from '../../text/words';

/** The news log: what each duty with a rhythm has to show, and where it fell silent. */
export class News {
  log = $state.raw<NewsLog | null>(null);
  chosenId = $state<TaskId | null>(null);
  error = $state('');
  refused = $state('');
  on = $state<string | null>(null);
  onOk = $state(true);
  note = $state('');
  proof = $state('');
  saving = $state(false);

  readonly #client: Client;
  #asked = 0;

  constructor(client: Client) {
    this.#client = client;
  }

  get duties(): NewsDuty[] {
    return this.log?.duties ?? [];
  }

  get chosen(): NewsDuty | null {
    return this.duties.find((d) => d.task === this.chosenId) ?? this.duties[0] ?? null;
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const log = await this.#client.call('get_news', {});
      if (asked !== this.#asked) return;
      this.log = log;
      this.on ??= log.today;
      this.error = '';
    } catch (error) {
      if (asked === this.#asked) this.error = wordsOf(error);
    }
  }

  listen(): () => void {
    void this.load();
    return this.#client.onChanged(['task', 'task_record', 'task_group', 'campaign'], () => void this.load());
  }

  /** An item that came out on a day. The duty goes on. */
  async record(): Promise<void> {
    const { chosen, on } = this;
    if (chosen === null || on === null || !this.onOk || this.note.trim() === '' || this.saving) return;
    this.saving = true;
    this.refused = '';
    try {
      const proof = this.proof.trim() === '' ? null : this.proof;
      await this.#client.call('record_task', { task: chosen.task, on, note: this.note, proof, finished: false });
      this.note = '';
      this.proof = '';
      await this.load();
    } catch (error) {
      this.refused = wordsOf(error);
    } finally {
      this.saving = false;
    }
  }
}
