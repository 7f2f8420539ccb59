import { beforeEach, expect, it } from 'vitest';
import type { PersonId, TaskGroupId, TaskId, TaskList, TaskView } from '../../../api/client';
import { refusal, Scripted } from '../../../testing/scripted';
import { RecordDraft, TaskDraft, Tasks } from './tasks.svelte';

function task(id: number, plain: string, over: Partial<TaskView> = {}): TaskView {
  return {
    id: id as TaskId,
    text: plain,
    plain,
    every_days: null,
    due_on: null,
    responsible: null,
    state: 'open',
    note: null,
    standing: { is: 'fine', next: null },
    presses: false,
    records: [],
    ...over,
  };
}

const HANG = { person: 1 as PersonId, name: 'Đào Thu Hằng', title: 'Công chức' };

const LIST: TaskList = {
  today: '2024-11-17',
  people: [HANG],
  groups: [
    { id: 1 as TaskGroupId, unit: 'Văn phòng UBND phường', tasks: [task(1, 'Đôn đốc', { responsible: HANG }), task(2, 'Khen thưởng')] },
    {
      id: 2 as TaskGroupId,
      unit: 'Bộ phận Văn hóa - Thông tin',
      tasks: [task(3, 'Đưa tin', { every_days: 3, presses: true, standing: { is: 'silent', last: null, days: 8 } })],
    },
    { id: 3 as TaskGroupId, unit: 'Trạm Y tế', tasks: [] },
  ],
};

let client: Scripted;
let tasks: Tasks;

beforeEach(async () => {
  client = new Scripted({ list_tasks: () => LIST, reorder_tasks: () => null, put_task: () => 3 as TaskId });
  tasks = new Tasks(client);
  await tasks.load();
});

it('what is looked for is found without marks, by unit, words or person', () => {
  const found = (query: string) => {
    tasks.query = query;
    return tasks.shown.flatMap((g) => g.tasks.map((t) => t.id));
  };
  expect(tasks.shown.length).toBe(3);
  expect(found('van hoa')).toEqual([3]);
  expect(found('khen')).toEqual([2]);
  expect(found('thu hang')).toEqual([1]);
});

it('what is due or silent stands alone when asked for', () => {
  expect(tasks.pressing).toBe(1);
  tasks.pressingOnly = true;
  expect(tasks.shown.map((g) => [g.unit, g.tasks.length])).toEqual([['Bộ phận Văn hóa - Thông tin', 1]]);
});

it('arrows go from unit to unit and stop at the ends', () => {
  const way = [1, 1, 1, 1, -1, -1, -1].map((step) => tasks.move(step));
  expect(way).toEqual([1, 2, 3, 3, 2, 1, 1]);
});

it('a task goes down past its unit into the next, and all are named', async () => {
  tasks.chosen = 2 as TaskId;
  await tasks.shift(1);
  tasks.chosen = 3 as TaskId;
  await tasks.shift(-1);
  expect(client.requests('reorder_tasks').map((r) => r.groups.map((g) => g.tasks))).toEqual([
    [[1], [2, 3], []],
    [[1, 2, 3], [], []],
  ]);
  tasks.chosen = 1 as TaskId;
  await tasks.shift(-1);
  expect(client.requests('reorder_tasks').length).toBe(2);
});

it('a rhythm is a number of days or nothing, and a known name brings its title', async () => {
  const draft = new TaskDraft(client, 2 as TaskGroupId, LIST.groups[1]?.tasks[0] ?? null, LIST.people);
  draft.every = '0';
  expect([draft.badEvery, await draft.save()]).toEqual([true, null]);
  draft.every = ' ';
  draft.responsible = 'Đào Thu Hằng';
  draft.named();
  expect(await draft.save()).toBe(3);
  const [sent] = client.requests('put_task');
  expect([sent?.every_days, sent?.responsible]).toEqual([null, { name: 'Đào Thu Hằng', title: 'Công chức' }]);
});

it('a record without words is not sent, and a refusal keeps what was typed', async () => {
  let refuse = true;
  const office = new Scripted({
    record_task: () => {
      if (refuse) throw refusal('day_ahead', { date: '18/11/2024' });
      return 1 as never;
    },
  });
  const draft = new RecordDraft(office, 3 as TaskId, '2024-11-17');
  expect([await draft.save(), office.asked.length]).toEqual([false, 0]);
  draft.note = 'Tin số 3';
  draft.proof = ' ';
  expect(await draft.save()).toBe(false);
  expect(draft.error).toContain('18/11/2024');
  refuse = false;
  expect(await draft.save()).toBe(true);
  expect(office.requests('record_task')[1]).toEqual({
    task: 3,
    on: '2024-11-17',
    note: 'Tin số 3',
    proof: null,
    finished: false,
  });
});
