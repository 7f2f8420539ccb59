import type { Problem, ProblemCode } from '../api/generated/contract';
import words from '../../../assets/text/problems.vi.json';
import { filled } from './errors.vi';

/** Words for every fault of a table: a code without words does not compile. */
export const PROBLEM_WORDS: Record<ProblemCode, string> = words;

/** A fault as a person reads it. */
export function problemWords(problem: Problem): string {
  return filled(PROBLEM_WORDS[problem.code], problem.params);
}
