import { describe, expect, it } from 'vitest';
import { FirstOffice, samplesOf } from './first.svelte';

describe('a new office', () => {
  it('can be made with nothing typed but the ward', () => {
    const first = new FirstOffice();
    first.ward = 'xã Thanh Oai';
    expect(first.beginning()).toMatchObject({ from: 'blank', ward: 'xã Thanh Oai', pin: '', signer: '' });
  });

  it('goes back to the step that holds what is wrong', () => {
    const first = new FirstOffice();
    first.ward = 'xã Thanh Oai';
    first.pin = '1470';
    first.again = '1471';
    expect(first.beginning()).toBeNull();
    expect([first.step, first.refused === '']).toEqual([2, false]);
    first.again = '1470';
    first.startsOk = false;
    expect(first.beginning()).toBeNull();
    expect(first.step).toBe(1);
  });

  it('is not made without a name: it stands on every paper', () => {
    const first = new FirstOffice();
    first.step = 2;
    first.ward = '  ';
    expect(first.beginning()).toBeNull();
    expect([first.step, first.nameless === '']).toEqual([1, false]);
    first.ward = 'xã Thanh Oai';
    expect(first.beginning()).not.toBeNull();
    expect(first.nameless).toBe('');
  });
});

it('a first look begins with the sample that has figures; one nobody has words for is not offered', () => {
  const sample = (name: string) => ({ name, office: '', campaign: '' });
  const found = samplesOf(['ha-cau-2024', 'minh-hoa', 'la'].map(sample));
  expect([found.first?.name, found.others.map((s) => s.name)]).toEqual(['minh-hoa', ['ha-cau-2024']]);
  expect(samplesOf([sample('ha-cau-2024')]).first?.name).toBe('ha-cau-2024');
  expect(samplesOf([])).toEqual({ first: null, others: [] });
});
