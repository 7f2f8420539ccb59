/** The parts of the settings, in the order of the list beside them; `go('settings', 'forms')` opens one. */
export const SECTIONS = [
  'office',
  'authorities',
  'campaigns',
  'accounts',
  'forms',
  'privacy',
  'looks',
  'about',
] as const;

export type SectionName = (typeof SECTIONS)[number];

export function sectionOf(target: string | null): SectionName {
  return SECTIONS.find((name) => name === target) ?? 'office';
}
