import type { Trouble, TroubleCode } from '../api/generated/contract';
import words from '../../../assets/text/troubles.vi.json';
import { filled } from './errors.vi';

/** Words for whatever stands in the way of an office file: a code without words does not compile. */
export const TROUBLE_WORDS: Record<TroubleCode, string> = words;

export function troubleWords(trouble: Trouble): string {
  return filled(TROUBLE_WORDS[trouble.code], trouble.params);
}
