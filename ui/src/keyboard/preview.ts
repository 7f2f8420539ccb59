/** What keys mean in a preview of pages. Everything else is left to the window. */

import { keyName } from './actions';
import type { KeyStroke } from './grammar';
import { isComposing } from './ime';

export type PreviewIntent = 'larger' | 'smaller' | 'fit' | 'find' | 'next' | 'previous' | 'close';

const KEYS: Record<string, PreviewIntent> = {
  'ctrl++': 'larger',
  'ctrl+shift++': 'larger',
  'ctrl+=': 'larger',
  'ctrl+-': 'smaller',
  'ctrl+0': 'fit',
  'ctrl+f': 'find',
  f3: 'next',
  'shift+f3': 'previous',
  escape: 'close',
};

export function previewIntent(stroke: KeyStroke): PreviewIntent | null {
  return isComposing(stroke) ? null : (KEYS[keyName(stroke)] ?? null);
}
