import type { ErrorCode, WireError } from '../api/generated/contract';
import words from '../../../assets/text/errors.vi.json';

/** Words for every code of the contract: one without words does not compile. */
export const ERROR_WORDS: Record<ErrorCode, string> = words;

/** A refusal as a person reads it, its values filled in. */
export function errorWords(error: WireError): string {
  return filled(ERROR_WORDS[error.code], { ...error.params, log_id: error.log_id ?? '' });
}

/** Puts values into words: `Ô {box}` → `Ô 7`. A value that is not there leaves nothing behind. */
export function filled(words: string, values: Readonly<Record<string, string | number | undefined>>): string {
  return words.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
