import type { GuideChapter } from '../../api/client';
import type { ScreenName } from '../screen';

/** Where help is asked for: a screen, or what stands before the screens. */
export type Standing = ScreenName | 'first_run' | 'sign_in' | 'trouble';

/** The chapter that speaks of each; one without does not compile. */
export const CHAPTER_OF: Record<Standing, GuideChapter> = {
  first_run: 'start',
  sign_in: 'people',
  trouble: 'safety',
  today: 'start',
  plan: 'plan',
  areas: 'areas',
  schedule: 'schedule',
  teams: 'teams',
  keying: 'keying',
  radar: 'missing',
  verify: 'verification',
  measures: 'verification',
  progress: 'progress',
  papers: 'papers',
  report: 'reports',
  wards: 'reports',
  backup: 'safety',
  journal: 'safety',
  settings: 'people',
};
