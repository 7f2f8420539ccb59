import type { Debt } from '../api/client';

/** Where on the plan's screen something that is owed is dealt with. */
export const targetOf = (debt: Debt): string => (debt.kind === 'task' ? `nhiem-vu-${String(debt.id)}` : 'tu-bao-cao');
