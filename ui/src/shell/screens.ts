import type { Component } from 'svelte';
import KeyingScreen from '../features/keying/KeyingScreen.svelte';
import type { ScreenName, ScreenProps } from '../features/screen';

/** The screens that work, in the order of the side bar. */
export const SCREEN_OF: Record<ScreenName, Component<ScreenProps>> = {
  keying: KeyingScreen,
} as never;
