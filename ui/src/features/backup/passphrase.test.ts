import { expect, it } from 'vitest';
import { NewPassphrase } from './passphrase.svelte';

it('a passphrase is taken once it is strong, typed twice alike, and on paper', () => {
  const passphrase = new NewPassphrase(['UBND phường Hà Cầu']);
  passphrase.phrase = 'quat tran ghe may cua so do';
  passphrase.again = passphrase.phrase;
  expect(passphrase.ready).toBe(false);
  passphrase.noted = true;
  expect(passphrase.ready).toBe(true);
  passphrase.again = 'quat tran ghe may cua so';
  expect(passphrase.ready).toBe(false);
  expect(passphrase.differs).toBe(false);
  passphrase.again = 'quat tran ghe mây';
  expect(passphrase.differs).toBe(true);
  passphrase.phrase = 'ubnd phuong ha cau';
  passphrase.again = passphrase.phrase;
  expect([passphrase.strength, passphrase.ready]).toEqual(['guessable', false]);
});

it('the same word in loose marks is the same passphrase', () => {
  const passphrase = new NewPassphrase([]);
  passphrase.phrase = 'quạt trần ghế mây cửa sổ';
  passphrase.again = passphrase.phrase.normalize('NFD');
  passphrase.noted = true;
  expect([passphrase.hasMarks, passphrase.ready]).toEqual([true, true]);
});
