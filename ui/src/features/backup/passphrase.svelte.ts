import { hasMarks, strengthOf, type Strength } from './strength';

/** The passphrase of the encrypted copies, while somebody thinks of one. */
export class NewPassphrase {
  phrase = $state('');
  again = $state('');
  /** It is on paper, and the paper is locked away. */
  noted = $state(false);

  readonly #known: readonly string[];

  /** `known`: what whoever finds the drive can read on it anyway. */
  constructor(known: readonly string[]) {
    this.#known = known;
  }

  get strength(): Strength {
    return strengthOf(this.phrase, this.#known);
  }

  get hasMarks(): boolean {
    return hasMarks(this.phrase);
  }

  /** The second typing differs from the first; not said while it is still being typed. */
  get differs(): boolean {
    return this.again !== '' && !this.phrase.startsWith(this.again);
  }

  get ready(): boolean {
    const strong = this.strength === 'fair' || this.strength === 'strong';
    return strong && this.noted && this.again.normalize('NFC') === this.phrase.normalize('NFC');
  }
}
