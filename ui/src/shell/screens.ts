import type { Component } from 'svelte';
import AreasScreen from '../features/areas/AreasScreen.svelte';
import BackupScreen from '../features/backup/BackupScreen.svelte';
import JournalScreen from '../features/journal/JournalScreen.svelte';
import KeyingScreen from '../features/keying/KeyingScreen.svelte';
import MeasuresScreen from '../features/measures/MeasuresScreen.svelte';
import PapersScreen from '../features/papers/PapersScreen.svelte';
import PlanScreen from '../features/plan/PlanScreen.svelte';
import ProgressScreen from '../features/progress/ProgressScreen.svelte';
import RadarScreen from '../features/radar/RadarScreen.svelte';
import ReportScreen from '../features/report/ReportScreen.svelte';
import ScheduleScreen from '../features/schedule/ScheduleScreen.svelte';
import type { ScreenName, ScreenProps } from '../features/screen';
import SettingsScreen from '../features/settings/SettingsScreen.svelte';
import TeamsScreen from '../features/teams/TeamsScreen.svelte';
import TodayScreen from '../features/today/TodayScreen.svelte';
import VerifyScreen from '../features/verify/VerifyScreen.svelte';
import WardsScreen from '../features/wards/WardsScreen.svelte';

/** The screens that work. A screen not in this table does not compile. */
export const SCREEN_OF: Record<ScreenName, Component<ScreenProps>> = {
  today: TodayScreen,
  plan: PlanScreen,
  areas: AreasScreen,
  schedule: ScheduleScreen,
  teams: TeamsScreen,
  keying: KeyingScreen,
  radar: RadarScreen,
  verify: VerifyScreen,
  measures: MeasuresScreen,
  progress: ProgressScreen,
  papers: PapersScreen,
  report: ReportScreen,
  wards: WardsScreen,
  backup: BackupScreen,
  journal: JournalScreen,
  settings: SettingsScreen,
};
