import { expect, it } from 'vitest';
import { hasMarks, strengthOf } from './strength';

const KNOWN = ['UBND phường Hà Cầu', 'Từng Ngõ', 'iHanoi 2024'];
const all = (phrases: readonly string[]) => [...new Set(phrases.map((phrase) => strengthOf(phrase, KNOWN)))];

it('a passphrase is judged by what whoever finds the drive cannot know', () => {
  expect(all(['', '   '])).toEqual(['blank']);
  expect(all(['123456', 'ha cau', 'mua xuan', '0912345678'])).toEqual(['short']);
  expect(
    all(['0912345678901', '12/03/1975 14:20', 'aaaaaaaaaaaaaaaa', 'ha cau ha cau ha cau', 'ubnd phuong ha cau tung ngo', 'ihanoi ihanoi 2024']),
  ).toEqual(['guessable']);
  expect(all(['bep xanh con meo', 'Quạt trần kêu to'])).toEqual(['fair']);
  expect(all(['quat tran ghe may cua so do', 'nguoiquetrauxanhcanhdongxa'])).toEqual(['strong']);
});

it('marks do not make it stronger, and are told of', () => {
  expect(strengthOf('Phường Hà Cầu Từng Ngõ', KNOWN)).toBe('guessable');
  expect(hasMarks('quạt trần')).toBe(true);
  expect(hasMarks('quat tran 12')).toBe(false);
});
