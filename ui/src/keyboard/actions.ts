/** Every action with its keys, as data: the palette, the help and the handlers read the same list. */

import { vi } from '../text/vi';
import { isComposing } from './ime';
import type { KeyStroke } from './grammar';

export interface Action {
  readonly id: ActionId;
  /** What a person reads. */
  readonly name: string;
  /** `ctrl+k`, `f5`, `alt+1`. */
  readonly keys: readonly string[];
}

export type ActionId = keyof typeof vi.actions;

const KEYS: Record<ActionId, readonly string[]> = {
  find: ['ctrl+k'],
  guide: ['f1'],
  news: ['shift+f1'],
  help: ['ctrl+/'],
  today: ['alt+1'],
  plan: ['alt+2'],
  areas: ['alt+3'],
  schedule: ['alt+4'],
  teams: ['alt+9'],
  keying: ['f5', 'alt+5'],
  radar: ['shift+f5'],
  verify: ['alt+0'],
  measures: ['shift+f6'],
  progress: ['shift+f8'],
  papers: ['alt+6'],
  report: ['alt+7'],
  wards: ['shift+f9'],
  backup: ['alt+s'],
  journal: ['alt+n'],
  settings: ['alt+8'],
  accept: ['f8'],
  note: ['f4'],
  scans: ['f6'],
  other_paper: ['f9'],
  grid: ['ctrl+b'],
  slip: ['f7'],
  zalo: ['shift+f7'],
  receipt: ['ctrl+enter'],
  undo: ['ctrl+z'],
  redo: ['ctrl+y', 'ctrl+shift+z'],
  own_office: ['alt+l'],
  switch: ['ctrl+l'],
  lock: ['ctrl+shift+l'],
};

export const ACTIONS: readonly Action[] = (Object.keys(KEYS) as ActionId[]).map((id) => ({
  id,
  name: vi.actions[id],
  keys: KEYS[id],
}));

/** Actions that only some screens know, each under the screen's own. */
const ON: Partial<Record<ActionId, readonly ActionId[]>> = {
  today: ['slip', 'zalo', 'own_office'],
  keying: ['accept', 'note', 'scans', 'other_paper', 'grid'],
  radar: ['slip', 'zalo', 'receipt'],
};

const local = new Set(Object.values(ON).flat());

/** What works wherever one is. */
export const GENERAL: readonly Action[] = ACTIONS.filter((a) => !local.has(a.id));

/** What works on a screen beside that, in the order of the list; often nothing. */
export function actionsOn(screen: ActionId): readonly Action[] {
  const known = ON[screen] ?? [];
  return ACTIONS.filter((a) => known.includes(a.id));
}

/** A key as the list writes it. */
export function keyName(stroke: KeyStroke): string {
  const parts = [];
  if (stroke.ctrlKey || stroke.metaKey) parts.push('ctrl');
  if (stroke.altKey) parts.push('alt');
  if (stroke.shiftKey && (stroke.key.length > 1 || parts.length > 0)) parts.push('shift');
  parts.push(stroke.key.toLowerCase());
  return parts.join('+');
}

/** The action a key calls; none while an input method composes. */
export function actionOf(stroke: KeyStroke): ActionId | null {
  // Alt with the numpad writes characters by their code on Windows.
  if (isComposing(stroke) || (stroke.altKey && stroke.code?.startsWith('Numpad'))) return null;
  const name = keyName(stroke);
  return ACTIONS.find((a) => a.keys.includes(name))?.id ?? null;
}

/** `ctrl+k` as printed on keys: `Ctrl K`. */
export function keyLabel(keys: string): string {
  return keys
    .split('+')
    .map((k) => k.charAt(0).toUpperCase() + k.slice(1))
    .join(' ');
}
