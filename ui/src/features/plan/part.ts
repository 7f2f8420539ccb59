import type { BegunKind } from './documents/documents.svelte';
import { KINDS } from './documents/documents.svelte';

/** The parts of the plan's screen, as an address names them: `nhiem-vu-12`, `tu-bao-cao`, `van-ban-7`, `van-ban-report`. */
export type Part = 'text' | 'tasks' | 'units' | 'documents';

const TASK = /^nhiem-vu(?:-(\d+))?$/;
const DOCUMENT = /^van-ban(?:-(\d+|[a-z_]+))?$/;

export interface Place {
  part: Part;
  task: number | null;
  document: number | null;
  /** A kind of document to begin at once. */
  kind: BegunKind | null;
}

export function partOf(target: string | null): Place {
  const nothing = { task: null, document: null, kind: null };
  const task = TASK.exec(target ?? '');
  if (task) return { ...nothing, part: 'tasks', task: task[1] === undefined ? null : Number(task[1]) };
  const document = DOCUMENT.exec(target ?? '');
  if (document) {
    const [, what = ''] = document;
    return {
      ...nothing,
      part: 'documents',
      document: /^\d+$/.test(what) ? Number(what) : null,
      kind: KINDS.find((kind) => kind === what) ?? null,
    };
  }
  return { ...nothing, part: target === 'tu-bao-cao' ? 'units' : 'text' };
}
