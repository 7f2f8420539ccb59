import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Arrows of the house: kit ← features ← shell; text, keyboard and api below; native things in host only. */
const refuse = (...patterns) => ({
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [{ group: ['@tauri-apps/*'], message: 'Native calls live in src/host.' }, ...patterns] },
    ],
  },
});
const no = (group, message) => ({ group, message });

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'src/api/generated/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'svelte/no-navigation-without-resolve': 'off',
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  { files: ['src/**'], ...refuse() },
  { files: ['src/host/**'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['src/kit/**'],
    ...refuse(
      no(['**/features/**', '**/shell/**', '**/api/**', '**/host/**'], 'The kit knows nothing of the ward.'),
    ),
  },
  {
    files: ['src/text/**', 'src/keyboard/**'],
    ...refuse(no(['**/features/**', '**/shell/**', '**/kit/**', '**/host/**'], 'Words and keys lie below the screens.')),
  },
  {
    files: ['src/api/**'],
    ...refuse(no(['**/features/**', '**/shell/**', '**/kit/**'], 'The contract lies below the screens.')),
  },
  {
    files: ['src/features/*/**'],
    ...refuse(
      no(['**/shell/**'], 'A screen does not know the shell.'),
      no(['../*/**', '!../../**'], 'Screens never import one another.'),
    ),
  },
  { files: ['**/*.test.ts', '*.config.{js,ts}'], languageOptions: { globals: { ...globals.node } } },
);
