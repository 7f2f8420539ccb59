import { describe, expect, it } from 'vitest';
import { FirstOffice } from './first.svelte';

describe('a new office', () => {
  it('can be made with nothing typed but the ward', () => {
    const first = new FirstOffice();
    first.ward = 'xã Thanh Oai';
    expect(first.beginning()).toMatchObject({ from: 'blank', ward: 'xã Thanh Oai', pin: '', signer: '' });
  });

  it('goes back to the step that holds what is wrong', () => {
    const first = new FirstOffice();
    first.pin = '1470';
    first.again = '1471';
    expect(first.beginning()).toBeNull();
    expect([first.step, first.refused === '']).toEqual([2, false]);
    first.again = '1470';
    first.startsOk = false;
    expect(first.beginning()).toBeNull();
    expect(first.step).toBe(1);
  });
});
