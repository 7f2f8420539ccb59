import { Refusal, type WireError } from '../api/client';
import { ERROR_WORDS, errorWords } from '../text/errors.vi';

/** Why a native door stayed shut: in the refusal's own words, or in ours where the system said nothing useful. */
export function doorWords(error: unknown, otherwise: string): string {
  const wire = error instanceof Refusal ? error.wire : error;
  return isRefused(wire) && wire.code !== 'internal' ? errorWords(wire) : otherwise;
}

function isRefused(error: unknown): error is WireError {
  return typeof error === 'object' && error !== null && 'code' in error && String(error.code) in ERROR_WORDS;
}
