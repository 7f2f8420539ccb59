import type { Client, FlyerDesign, FlyerPicturePng, FlyerSettings } from '../../api/client';
import { wordsOf } from '../../text/words';

/** For this once; what is `null` is as the campaign has it. */
export type FlyerWords = Pick<FlyerPicturePng, 'design' | 'headline' | 'steps'>;

const HEADLINE_LINES = 2;

/** Design and words of flyers, posters, strips and pictures: the campaign's, or others for this once. */
export class FlyerText {
  settings = $state.raw<FlyerSettings | null>(null);
  design = $state<FlyerDesign>('evening');
  /** Two lines at most; blank is the design's own. */
  headline = $state('');
  /** One a line; blank are the design's own. */
  steps = $state('');
  saving = $state(false);
  error = $state('');

  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  get stepLines(): string[] {
    return this.steps.split('\n').filter((line) => line.trim() !== '');
  }

  get headlineOk(): boolean {
    const lines = this.headline.trim().split('\n');
    const most = this.settings?.most_headline ?? Infinity;
    return lines.length <= HEADLINE_LINES && lines.every((line) => line.trim().length <= most);
  }

  get stepsOk(): boolean {
    const { most_step = Infinity, most_steps = Infinity } = this.settings ?? {};
    return this.stepLines.length <= most_steps && this.stepLines.every((step) => step.trim().length <= most_step);
  }

  get dirty(): boolean {
    const { design, headline, steps } = this.words;
    return design !== null || headline !== null || steps !== null;
  }

  /** What differs from the campaign's; what does not is left to it. */
  get words(): FlyerWords {
    const { settings } = this;
    const steps = this.stepLines;
    return {
      design: this.design === (settings?.design ?? 'evening') ? null : this.design,
      headline: this.headline.trim() === (settings?.headline ?? '') ? null : this.headline,
      steps: steps.join('\n') === (settings?.steps ?? []).join('\n') ? null : steps,
    };
  }

  /** What somebody is typing stays. */
  async load(): Promise<void> {
    const typed = this.settings !== null && this.dirty;
    this.settings = await this.#client.call('get_flyer', {});
    if (!typed) this.reset();
  }

  reset(): void {
    this.design = this.settings?.design ?? 'evening';
    this.headline = this.settings?.headline ?? '';
    this.steps = (this.settings?.steps ?? []).join('\n');
    this.error = '';
  }

  /** From now on for the whole campaign. */
  async save(): Promise<boolean> {
    if (this.saving) return false;
    this.saving = true;
    this.error = '';
    try {
      const headline = this.headline.trim() === '' ? null : this.headline;
      await this.#client.call('put_flyer', { design: this.design, headline, steps: this.stepLines });
      this.settings = await this.#client.call('get_flyer', {});
      this.reset();
      return true;
    } catch (error) {
      this.error = wordsOf(error);
      return false;
    } finally {
      this.saving = false;
    }
  }
}
