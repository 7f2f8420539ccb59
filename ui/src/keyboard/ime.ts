/** What a key event must tell for us to know whether an input method is at work. */
export interface MaybeComposing {
  readonly isComposing?: boolean;
  readonly keyCode?: number;
  readonly key?: string;
}

/**
 * While Telex, VNI or any other input method composes, a key belongs to it: nothing may act on it. Some
 * engines tell only by the key code 229 or the key `Process`.
 */
export function isComposing(event: MaybeComposing): boolean {
  return event.isComposing === true || event.keyCode === 229 || event.key === 'Process' || event.key === 'Dead';
}
