import type { Host } from '../host/host';
import type {
  BackupRequest,
  BackupState,
  Calls,
  DeskRequest,
  DeskState,
  Inspects,
  JobId,
  JobState,
  Makes,
  SavedFile,
  Undoable,
  WireError,
} from './generated/contract';

export type * from './generated/contract';

export type CallName = keyof Calls;
export type MakeName = keyof Makes;
export type InspectName = keyof Inspects;

/** A refusal, with its code and values. */
export class Refusal extends Error {
  constructor(readonly wire: WireError) {
    super(wire.code);
    this.name = 'Refusal';
  }
}

/** The wire itself failed: no answer came. */
export class NoAnswer extends Error {
  constructor(override readonly cause: unknown) {
    super('no answer');
    this.name = 'NoAnswer';
  }
}

/** A file that is being made. */
export interface Job {
  readonly id: JobId;
  /** Resolves with the file, or with `null` when it was cancelled; tells progress meanwhile. */
  finished(progress: (done: number, of: number) => void): Promise<SavedFile | null>;
  cancel(): Promise<void>;
}

/** A question that is answered in the background. */
export interface Inspection<A> {
  /** Resolves with the answer, or with `null` when it was cancelled; tells progress meanwhile. */
  answered(progress: (done: number, of: number) => void): Promise<A | null>;
  cancel(): Promise<void>;
}

/** The contract, typed. State classes take this, so that tests can script it. */
export interface Client {
  call<N extends CallName>(name: N, request: Calls[N]['request']): Promise<Calls[N]['answer']>;
  desk(request: DeskRequest): Promise<DeskState>;
  /** Copies of the open office file; nobody keying waits for what is done with them. */
  backups(request: BackupRequest): Promise<BackupState>;
  bytes<N extends MakeName>(name: N, request: Makes[N]): Promise<ArrayBuffer>;
  job<N extends MakeName>(name: N, request: Makes[N]): Promise<Job>;
  inspect<N extends InspectName>(name: N, request: Inspects[N]['request']): Promise<Inspection<Inspects[N]['answer']>>;
  /** Hears which tables a deed changed; answers a way to stop hearing. */
  onChanged(tables: readonly string[], hear: () => void): () => void;
}

interface Listener {
  tables: ReadonlySet<string>;
  hear: () => void;
}

const POLL_MS = 120;

/** Heard like a table's change: the copies stand otherwise. */
export const BACKUPS = 'backups';

/** What brings another state of the whole file. */
const RESTORES: ReadonlySet<BackupRequest['do']> = new Set(['restore', 'undo_restore', 'restore_file']);

export class Api implements Client {
  readonly #host: Host;
  readonly #listeners = new Set<Listener>();
  readonly #restored = new Set<() => void>();
  readonly #underWay = new Set<Promise<unknown>>();
  /** Hears every refusal, for those that concern the whole window: nobody signed in, no file open. */
  onRefused: (error: WireError) => void = () => undefined;

  /** Hears every deed that can be taken back, with its entry in the journal. */
  onUndoable: (deed: Undoable, entry: number) => void = () => undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  async call<N extends CallName>(name: N, request: Calls[N]['request']): Promise<Calls[N]['answer']> {
    const asking = this.#asked(() => this.#host.call(name, composed(request)));
    this.#underWay.add(asking);
    const reply = await asking.finally(() => this.#underWay.delete(asking));
    this.#tell(reply.changed);
    if (reply.undo !== null) this.onUndoable(name as Undoable, reply.undo);
    return reply.answer as Calls[N]['answer'];
  }

  /** Whoever takes another file waits for what is on its way to this one. */
  async desk(request: DeskRequest): Promise<DeskState> {
    if (request.do !== 'state' && request.do !== 'stir') await this.#settled();
    const reply = await asked(() => this.#host.call('desk', composed(request)));
    this.#tell(reply.changed);
    return reply.answer as DeskState;
  }

  async backups(request: BackupRequest): Promise<BackupState> {
    // What is on its way to the file belongs into its copy.
    if (request.do !== 'state') await this.#settled();
    const reply = await this.#asked(() => this.#host.call('backups', composed(request)));
    if (RESTORES.has(request.do)) this.#tellAll();
    else this.#tell(request.do === 'state' ? reply.changed : [...reply.changed, BACKUPS]);
    return reply.answer as BackupState;
  }

  bytes<N extends MakeName>(name: N, request: Makes[N]): Promise<ArrayBuffer> {
    return this.#asked(() => this.#host.bytes(name, composed(request)));
  }

  async job<N extends MakeName>(name: N, request: Makes[N]): Promise<Job> {
    const id = await this.#asked(() => this.#host.jobStart(name, composed(request)));
    return {
      id,
      finished: async (progress) => {
        const state = await this.#ended(id, progress);
        if (state.state !== 'done') return null;
        this.#tell(['printing']);
        return state.file;
      },
      cancel: () => asked(() => this.#host.jobCancel(id)),
    };
  }

  async inspect<N extends InspectName>(
    name: N,
    request: Inspects[N]['request'],
  ): Promise<Inspection<Inspects[N]['answer']>> {
    const id = await this.#asked(() => this.#host.jobStart(name, composed(request)));
    return {
      answered: async (progress) => {
        const state = await this.#ended(id, progress);
        return state.state === 'answered' ? (state.answer as Inspects[N]['answer']) : null;
      },
      cancel: () => asked(() => this.#host.jobCancel(id)),
    };
  }

  /** Waits for a job; a failure is thrown. */
  async #ended(id: JobId, progress: (done: number, of: number) => void): Promise<JobState> {
    for (;;) {
      const state: JobState = await asked(() => this.#host.jobState(id));
      if (state.state === 'failed') throw new Refusal(state.error);
      if (state.state !== 'running') return state;
      progress(state.done, state.of);
      await new Promise((go) => setTimeout(go, POLL_MS));
    }
  }

  onChanged(tables: readonly string[], hear: () => void): () => void {
    const listener = { tables: new Set(tables), hear };
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Hears that the file was brought back to another state; answers a way to stop hearing. */
  onRestored(hear: () => void): () => void {
    this.#restored.add(hear);
    return () => this.#restored.delete(hear);
  }

  async #asked<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await asked(ask);
    } catch (error) {
      if (error instanceof Refusal) this.onRefused(error.wire);
      throw error;
    }
  }

  async #settled(): Promise<void> {
    do {
      await Promise.allSettled(this.#underWay);
      // One that follows another begins a moment after it.
      await new Promise((go) => setTimeout(go));
    } while (this.#underWay.size > 0);
  }

  /** Nothing that was read before holds any more. */
  #tellAll(): void {
    for (const hear of [...this.#restored]) hear();
    for (const listener of [...this.#listeners]) listener.hear();
  }

  #tell(changed: readonly string[]): void {
    if (changed.length === 0) return;
    for (const listener of [...this.#listeners]) {
      if (changed.some((table) => listener.tables.has(table))) listener.hear();
    }
  }
}

async function asked<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw isWireError(error) ? new Refusal(error) : new NoAnswer(error);
  }
}

function isWireError(error: unknown): error is WireError {
  return typeof error === 'object' && error !== null && 'code' in error && 'params' in error;
}

/** Unicode NFC on every text that leaves the window, however deep it lies. */
export function composed<T>(value: T): T {
  if (typeof value === 'string') return value.normalize('NFC') as T;
  if (Array.isArray(value)) return value.map((v: unknown) => composed(v)) as T;
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, composed(v as unknown)])) as T;
  }
  return value;
}
