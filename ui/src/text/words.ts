import { NoAnswer, Refusal } from '../api/client';
import { errorWords } from './errors.vi';
import { vi } from './vi';

/** Whatever went wrong, as a person reads it. */
export function wordsOf(error: unknown): string {
  if (error instanceof Refusal) return errorWords(error.wire);
  if (error instanceof NoAnswer) return vi.shell.noAnswer;
  throw error;
}
