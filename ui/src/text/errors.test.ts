import { describe, expect, it } from 'vitest';
import { NoAnswer, Refusal } from '../api/client';
import { ERROR_WORDS, errorWords, filled } from './errors.vi';
import { PROBLEM_WORDS } from './problems.vi';
import { wordsOf } from './words';

describe('words of errors', () => {
  it('are whole sentences in composed letters, for every code', () => {
    for (const [code, words] of [...Object.entries(ERROR_WORDS), ...Object.entries(PROBLEM_WORDS)]) {
      expect(words.trim(), code).not.toBe('');
      expect(words, code).toMatch(/[.?]$/);
      expect(words.normalize('NFC'), code).toBe(words);
      expect(words, code).not.toContain('!');
    }
  });

  it('carry the values of the refusal', () => {
    expect(errorWords({ code: 'box_twice', params: { box: '7' }, problems: [], log_id: null })).toContain('7');
    expect(errorWords({ code: 'internal', params: {}, problems: [], log_id: 'K7-QP' })).toContain('K7-QP');
    expect(filled('Ô {box}: {gone}.', { box: 7 })).toBe('Ô 7: .');
  });

  it('are there for a wire that gives no answer; a fault of our own is not hidden', () => {
    expect(wordsOf(new NoAnswer(new TypeError('fetch')))).not.toBe('');
    expect(wordsOf(new Refusal({ code: 'blank', params: { field: 'họ tên' }, problems: [], log_id: null }))).toContain(
      'họ tên',
    );
    expect(() => wordsOf(new TypeError('ours'))).toThrow('ours');
  });
});
