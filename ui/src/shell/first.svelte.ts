import type { Beginning, SampleChoice } from '../api/client';
import { vi } from '../text/vi';

const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');

type SampleName = keyof typeof vi.start.sampleNames;
interface KnownSample extends SampleChoice {
  name: SampleName;
}

const isKnown = (sample: SampleChoice): sample is KnownSample => sample.name in vi.start.sampleNames;

/** The sample a first look begins with, the one that has figures; and the others. */
export function samplesOf(samples: readonly SampleChoice[]): { first: KnownSample | null; others: KnownSample[] } {
  const known = samples.filter(isKnown);
  const first = known.find((sample) => sample.name === 'minh-hoa') ?? known[0] ?? null;
  return { first, others: known.filter((sample) => sample !== first) };
}

/** A new office as it is being typed: only the ward's name is needed. */
export class FirstOffice {
  step = $state<1 | 2>(1);
  ward = $state('');
  campaign = $state('');
  app = $state('');
  starts = $state<string | null>(null);
  ends = $state<string | null>(null);
  startsOk = $state(true);
  endsOk = $state(true);
  from = $state<'structure' | 'empty'>('structure');
  superior = $state('');
  place = $state('');
  symbol = $state('');
  contactLine = $state('');
  signer = $state('');
  signature = $state('');
  administrator = $state('');
  pin = $state('');
  again = $state('');
  /** Why it cannot be made yet: the ward's name, the PIN. */
  nameless = $state('');
  refused = $state('');

  /** `null` while the ward has no name, something typed is no day, or the PIN was typed in two ways. */
  beginning(): Beginning | null {
    this.refused = '';
    this.nameless = this.ward.trim() === '' ? vi.start.wardMissing : '';
    if (this.nameless !== '' || !this.startsOk || !this.endsOk) {
      this.step = 1;
      return null;
    }
    if (this.pin !== this.again) {
      this.step = 2;
      this.refused = vi.settings.pinDiffers;
      return null;
    }
    return {
      from: 'blank',
      ward: this.ward,
      campaign: this.campaign,
      app: this.app,
      starts_on: this.starts,
      ends_on: this.ends,
      superior_lines: lines(this.superior),
      place: this.place,
      symbol: this.symbol,
      contact_line: this.contactLine,
      signer: this.signer,
      signature_lines: lines(this.signature),
      groundwork: this.from === 'structure' ? { kind: 'structure', sample: 'ha-cau-2024' } : { kind: 'empty' },
      administrator: this.administrator,
      pin: this.pin,
    };
  }
}
