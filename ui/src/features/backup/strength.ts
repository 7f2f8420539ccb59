import { fold } from '../../text/format';

/** How hard a passphrase is to guess for somebody who found the drive, said in plain steps. */
export type Strength = 'blank' | 'short' | 'guessable' | 'fair' | 'strong';

/** Fewer letters than this are tried out by a machine in an evening. */
export const LEAST_LETTERS = 12;

/** So many different letters at the least: `aaaaaaaaaaaa` is long and no secret. */
const LEAST_DIFFERENT = 6;

/** From here on nobody finds it in a lifetime: five words, or as many letters as four long ones have. */
const STRONG_WORDS = 5;
const STRONG_LETTERS = 22;

/**
 * What whoever finds the drive knows already (`known`: the names of office and file) does not count, nor does a
 * word said twice, nor figures alone: those are birthdays and phone numbers.
 */
export function strengthOf(phrase: string, known: readonly string[]): Strength {
  const text = fold(phrase.trim());
  if (text === '') return 'blank';
  if (text.length < LEAST_LETTERS) return 'short';
  const common = new Set(known.flatMap(wordsOf));
  const own = [...new Set(wordsOf(text))].filter((word) => !common.has(word));
  const letters = own.join('');
  if (/^\d*$/.test(letters) || letters.length < LEAST_LETTERS - 4 || new Set(letters).size < LEAST_DIFFERENT) return 'guessable';
  const words = own.filter((word) => word.length > 1).length;
  return words >= STRONG_WORDS || letters.length >= STRONG_LETTERS ? 'strong' : 'fair';
}

/** Letters with marks are typed by an input method; another computer may not have the same one. */
export function hasMarks(phrase: string): boolean {
  return [...phrase].some((letter) => letter > '\u007e');
}

const wordsOf = (text: string): string[] => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
