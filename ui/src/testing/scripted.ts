import type { BackupRequest, BackupState, Calls, CallName, Client, DeskState, InspectName, Inspection, Inspects, Job, MakeName, WireError } from '../api/client';
import { NoAnswer, Refusal } from '../api/client';

type Script = { [N in CallName]?: (request: Calls[N]['request']) => Calls[N]['answer'] | Promise<Calls[N]['answer']> };

/** A client that answers from a script and remembers what it was asked. Tests only. */
export class Scripted implements Client {
  readonly asked: { name: string; request: unknown }[] = [];
  readonly #listeners = new Set<{ tables: readonly string[]; hear: () => void }>();

  constructor(
    readonly script: Script,
    readonly files: { [N in MakeName]?: () => ArrayBuffer } = {},
    readonly copies?: (request: BackupRequest) => BackupState | Promise<BackupState>,
  ) {}

  async call<N extends CallName>(name: N, request: Calls[N]['request']): Promise<Calls[N]['answer']> {
    this.asked.push({ name, request });
    const answer = this.script[name];
    if (!answer) throw new Error(`the script has no ${name}`);
    return answer(request);
  }

  desk(): Promise<DeskState> {
    return Promise.reject(new Error('the script has no desk'));
  }

  async backups(request: BackupRequest): Promise<BackupState> {
    this.asked.push({ name: 'backups', request });
    if (!this.copies) throw new Error('the script has no backups');
    return this.copies(request);
  }

  async bytes(name: MakeName): Promise<ArrayBuffer> {
    this.asked.push({ name, request: null });
    return this.files[name]?.() ?? new ArrayBuffer(0);
  }

  async job(name: MakeName, request: unknown): Promise<Job> {
    this.asked.push({ name, request });
    return {
      id: 1 as Job['id'],
      finished: async (progress) => {
        progress(1, 2);
        return { path: `/giay-to/${name}`, file_name: name, mime: '', size: 1 };
      },
      cancel: async () => undefined,
    };
  }

  readonly inspected: { [N in InspectName]?: () => Inspects[N]['answer'] | null } = {};

  async inspect<N extends InspectName>(name: N, request: Inspects[N]['request']): Promise<Inspection<Inspects[N]['answer']>> {
    this.asked.push({ name, request });
    return {
      answered: async (progress) => {
        progress(1, 2);
        return this.inspected[name]?.() ?? null;
      },
      cancel: async () => undefined,
    };
  }

  onChanged(tables: readonly string[], hear: () => void): () => void {
    const listener = { tables, hear };
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onRestored(): () => void {
    return () => undefined;
  }

  changed(table: string): void {
    for (const l of this.#listeners) if (l.tables.includes(table)) l.hear();
  }

  requests<N extends CallName>(name: N): Calls[N]['request'][] {
    return this.asked.filter((a) => a.name === name).map((a) => a.request as Calls[N]['request']);
  }
}

export function refusal(code: WireError['code'], params: WireError['params'] = {}): Refusal {
  return new Refusal({ code, params, problems: [], log_id: null });
}

export const noAnswer = () => new NoAnswer(new Error('closed'));

/** A gate that a test opens when it likes, to hold an answer back. */
export function gate(): { open: () => void; passed: Promise<void> } {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((go) => (open = () => go()));
  return { open: () => open(), passed };
}
