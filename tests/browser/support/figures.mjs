// Figures of filled sheets, drawn as `tests/study/campaign.rs` draws them, from the same parameters
// (`tests/fixtures/keying/parameters.json`): households reached, met and absent, people met, with a smartphone,
// installed before and tonight, with an account, activated. Nothing is chosen for the number of keys it takes.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './programs.mjs';

const { sheet: rates } = JSON.parse(readFileSync(join(root, 'tests', 'fixtures', 'keying', 'parameters.json'), 'utf8'));

/** Chances from a seed (mulberry32), the same on every machine. */
function chances(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** So many sheets of nine boxes, each in the paper's order. */
export function filled(count, seed) {
  const chance = chances(seed);
  const poisson = (mean) => {
    let n = 0;
    for (let left = chance(); left > Math.exp(-mean); left *= chance()) n++;
    return n;
  };
  /** A Poisson number whose mean is itself drawn, from a gamma of this whole shape. */
  const spread = (mean, shape) => {
    let sum = 0;
    for (let i = 0; i < shape; i++) sum -= Math.log(1 - chance());
    return poisson((mean * sum) / shape);
  };
  const binomial = (n, share) => Array.from({ length: n }, chance).filter((c) => c < share).length;
  return Array.from({ length: count }, () => {
    const drawn = spread(rates.households, rates.households_shape);
    const reached = Math.min(rates.most_households, Math.max(rates.fewest_households, drawn));
    const met = chance() < rates.nobody ? 0 : binomial(reached, rates.met);
    const ofAge = met - binomial(met, rates.only_children);
    let people = 0;
    for (let i = 0; i < ofAge; i++) people += 1 + poisson(rates.people_of_household - 1);
    const phone = binomial(people, rates.smartphone);
    const before = binomial(phone, rates.installed_before);
    const tonight = binomial(phone - before, rates.convinced);
    const account = binomial(before + tonight, rates.account);
    return [reached, met, reached - met, people, phone, before, tonight, account, binomial(account, rates.activated)];
  });
}
