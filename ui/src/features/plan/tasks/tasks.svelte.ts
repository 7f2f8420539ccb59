import type {
  Client,
  Named,
  PutTask,
  TaskGroupId,
  TaskGroupView,
  TaskId,
  TaskList,
  TaskState,
  TaskView,
} from '../../../api/client';
import { rowAfter } from '../../../keyboard/rows';
import { matches } from '../../../text/format';
import { vi } from '../../../text/vi';
import { wordsOf } from '../../../text/words';

/** The plan's part II as a list, and the task being looked at. */
export class Tasks {
  list = $state.raw<TaskList | null>(null);
  error = $state('');
  query = $state('');
  pressingOnly = $state(false);
  chosen = $state<TaskId | null>(null);
  /** The unit a new task is being written for. */
  adding = $state<TaskGroupId | null>(null);

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async load(): Promise<void> {
    try {
      this.list = await this.#client.call('list_tasks', {});
      this.error = '';
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  get all(): TaskView[] {
    return this.list?.groups.flatMap((g) => g.tasks) ?? [];
  }

  get pressing(): number {
    return this.all.filter((t) => t.presses).length;
  }

  /** Units with those of their tasks that are looked for; a unit without any is shown while nothing is. */
  get shown(): TaskGroupView[] {
    const query = this.query.trim();
    const groups = this.list?.groups ?? [];
    if (query === '' && !this.pressingOnly) return groups;
    return groups
      .map((g) => ({
        ...g,
        tasks: g.tasks.filter(
          (t) =>
            (!this.pressingOnly || t.presses) &&
            (query === '' || matches([g.unit, t.plain, t.responsible?.name ?? ''].join(' '), query)),
        ),
      }))
      .filter((g) => g.tasks.length > 0);
  }

  get task(): TaskView | null {
    return this.all.find((t) => t.id === this.chosen) ?? null;
  }

  groupOf(task: TaskId): TaskGroupView | null {
    return this.list?.groups.find((g) => g.tasks.some((t) => t.id === task)) ?? null;
  }

  /** To the next or previous task of those shown. */
  move(step: number): TaskId | null {
    const shown = this.shown.flatMap((g) => g.tasks);
    const next = rowAfter(shown, (t) => t.id === this.chosen, step, step > 0 ? 'first' : 'last');
    if (!next) return null;
    this.adding = null;
    this.chosen = next.id;
    return next.id;
  }

  /** The chosen task one place up or down, over the border to the next unit too. */
  async shift(step: 1 | -1): Promise<void> {
    const task = this.task;
    const groups = this.list?.groups.map((g) => ({ group: g.id, tasks: g.tasks.map((t) => t.id) })) ?? [];
    const from = groups.findIndex((g) => task && g.tasks.includes(task.id));
    const here = groups[from];
    if (!task || !here) return;
    const at = here.tasks.indexOf(task.id);
    const there = at + step;
    if (there >= 0 && there < here.tasks.length) {
      here.tasks.splice(at, 1);
      here.tasks.splice(there, 0, task.id);
    } else {
      const next = groups[from + step];
      if (!next) return;
      here.tasks.splice(at, 1);
      if (step > 0) next.tasks.unshift(task.id);
      else next.tasks.push(task.id);
    }
    try {
      await this.#client.call('reorder_tasks', { groups });
      this.error = '';
    } catch (error) {
      this.error = wordsOf(error);
    }
  }
}

/** A task being written. */
export class TaskDraft {
  text = $state('');
  every = $state('');
  dueOn = $state<string | null>(null);
  dueOk = $state(true);
  responsible = $state('');
  title = $state('');
  state = $state<TaskState>('open');
  note = $state('');
  error = $state('');
  saving = $state(false);

  readonly #client: Client;
  readonly #id: TaskId | null;
  readonly #group: TaskGroupId;
  readonly #people: readonly Named[];

  constructor(client: Client, group: TaskGroupId, task: TaskView | null, people: readonly Named[] = []) {
    this.#client = client;
    this.#group = group;
    this.#id = task?.id ?? null;
    this.#people = people;
    if (task) {
      this.text = task.text;
      this.every = task.every_days === null ? '' : String(task.every_days);
      this.dueOn = task.due_on;
      this.responsible = task.responsible?.name ?? '';
      this.title = task.responsible?.title ?? '';
      this.state = task.state;
      this.note = task.note ?? '';
    }
  }

  get badEvery(): boolean {
    const typed = this.every.trim();
    return typed !== '' && !/^[1-9]\d{0,2}$/.test(typed);
  }

  /** Somebody the office knows brings the title along. */
  named(): void {
    const known = this.#people.find((p) => p.name === this.responsible.trim());
    if (known) this.title = known.title ?? '';
  }

  get request(): PutTask {
    const name = this.responsible.trim();
    return {
      id: this.#id,
      group: this.#group,
      text: this.text,
      every_days: this.every.trim() === '' ? null : Number(this.every.trim()),
      due_on: this.dueOn,
      responsible: name === '' ? null : { name, title: this.title.trim() || null },
      state: this.state,
      note: this.note.trim() || null,
    };
  }

  /** The task's id once it is kept; `null` when it was refused. */
  async save(): Promise<TaskId | null> {
    if (this.badEvery || !this.dueOk) return null;
    this.saving = true;
    try {
      const id = await this.#client.call('put_task', this.request);
      this.error = '';
      return id;
    } catch (error) {
      this.error = wordsOf(error);
      return null;
    } finally {
      this.saving = false;
    }
  }
}

/** Something done for a task, being written down. */
export class RecordDraft {
  on = $state<string | null>(null);
  onOk = $state(true);
  note = $state('');
  proof = $state('');
  finished = $state(false);
  error = $state('');
  saving = $state(false);

  readonly #client: Client;
  readonly #task: TaskId;

  constructor(client: Client, task: TaskId, today: string) {
    this.#client = client;
    this.#task = task;
    this.on = today;
  }

  async save(): Promise<boolean> {
    if (!this.onOk) return false;
    if (this.on === null || this.note.trim() === '') {
      this.error = this.on === null ? vi.tasks.needDay : vi.tasks.needNote;
      return false;
    }
    this.saving = true;
    try {
      await this.#client.call('record_task', {
        task: this.#task,
        on: this.on,
        note: this.note,
        proof: this.proof.trim() || null,
        finished: this.finished,
      });
      return true;
    } catch (error) {
      this.error = wordsOf(error);
      return false;
    } finally {
      this.saving = false;
    }
  }
}
