import type { Component } from 'svelte';
import type { ScreenName, ScreenProps } from '../features/screen';

/** The screens that work, each in a file of its own that comes when it is wanted. One not in this table does not compile. */
export const SCREEN_FILES: Record<ScreenName, () => Promise<{ default: Component<ScreenProps> }>> = {
  today: () => import('../features/today/TodayScreen.svelte'),
  plan: () => import('../features/plan/PlanScreen.svelte'),
  areas: () => import('../features/areas/AreasScreen.svelte'),
  schedule: () => import('../features/schedule/ScheduleScreen.svelte'),
  teams: () => import('../features/teams/TeamsScreen.svelte'),
  keying: () => import('../features/keying/KeyingScreen.svelte'),
  radar: () => import('../features/radar/RadarScreen.svelte'),
  verify: () => import('../features/verify/VerifyScreen.svelte'),
  measures: () => import('../features/measures/MeasuresScreen.svelte'),
  progress: () => import('../features/progress/ProgressScreen.svelte'),
  papers: () => import('../features/papers/PapersScreen.svelte'),
  report: () => import('../features/report/ReportScreen.svelte'),
  wards: () => import('../features/wards/WardsScreen.svelte'),
  backup: () => import('../features/backup/BackupScreen.svelte'),
  journal: () => import('../features/journal/JournalScreen.svelte'),
  settings: () => import('../features/settings/SettingsScreen.svelte'),
};
