/** The three parts of the plan's screen, as an address names them: `nhiem-vu-12`, `tu-bao-cao`. */
export type Part = 'text' | 'tasks' | 'units';

const TASK = /^nhiem-vu(?:-(\d+))?$/;

export function partOf(target: string | null): { part: Part; task: number | null } {
  const task = TASK.exec(target ?? '');
  if (task) return { part: 'tasks', task: task[1] === undefined ? null : Number(task[1]) };
  return { part: target === 'tu-bao-cao' ? 'units' : 'text', task: null };
}
