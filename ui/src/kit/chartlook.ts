/** Colours and type of a chart: from the theme on screen, ink on white in a file. */

export interface ChartLook {
  ink: string;
  mute: string;
  line: string;
  paper: string;
  tones: Readonly<Record<Tone, string>>;
  font: string;
  /** Pixels of the base size of type. */
  px: number;
  /** Room kept free above and below, for a title and a foot. */
  above: number;
  below: number;
}

/** What a colour means; a pattern or a dash says it too. */
export type Tone = 'good' | 'need' | 'wrong' | 'quiet';

const FONT = "'Be Vietnam Pro', 'Segoe UI', Arial, sans-serif";

/** The light theme's colours, as files are looked at on paper. */
export const PAPER: ChartLook = {
  ink: '#1e2528',
  mute: '#4c5558',
  line: '#ddd9cf',
  paper: '#ffffff',
  tones: { good: '#0e6a5b', need: '#b4690e', wrong: '#a8211a', quiet: '#8fa3ad' },
  font: FONT,
  px: 14,
  above: 64,
  below: 36,
};

/** As the theme is now. */
export function lookOf(root: HTMLElement): ChartLook {
  const style = getComputedStyle(root);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: token('ink'),
    mute: token('mute'),
    line: token('line'),
    paper: token('paper'),
    tones: { good: token('jade'), need: token('amber-strong'), wrong: token('red'), quiet: token('field-line') },
    font: FONT,
    px: Number.parseFloat(style.fontSize) || PAPER.px,
    above: 0,
    below: 0,
  };
}

/** Hears a change of theme or of the size of type; answers a way to stop hearing. */
export function onLookChanged(root: HTMLElement, hear: () => void): () => void {
  const watcher = new MutationObserver(hear);
  watcher.observe(root, { attributes: true, attributeFilter: ['data-theme', 'data-size'] });
  return () => watcher.disconnect();
}
