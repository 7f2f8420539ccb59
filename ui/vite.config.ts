/// <reference types="vitest/config" />
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';

// The twin that answers during development: `cargo run -p devserver -- --port 4173 …`.
const twin = process.env['TUNG_NGO_TWIN'] ?? 'http://127.0.0.1:4173';

/**
 * The window freezes `Object.prototype` (`freezePrototype` in tauri.conf.json). ECharts fills two plain objects by
 * assigning, `constructor` among the names, which a frozen prototype refuses; defining does the same and is allowed.
 */
const frozen: Plugin = {
  name: 'echarts-under-a-frozen-prototype',
  transform(code, id) {
    if (!id.includes('/echarts/lib/core/Scheduler.js')) return null;
    const assigned = 'target[name_1] = noop;';
    if (!code.includes(assigned)) this.error('ECharts fills its objects otherwise now: look again whether it starts under a frozen prototype');
    return code.replace(assigned, 'Object.defineProperty(target, name_1, { value: noop, writable: true, enumerable: true, configurable: true });');
  },
};

/** Svelte, the small parts of the kit, and what lies below them; charts and PDF come when they are wanted. */
const BASE = /\/node_modules\/svelte\/|\/src\/(api|keyboard)\/|\/src\/kit\/(?!pdf|chart|preview|nearest|zoom)|\/src\/text\/(?!vi\/|problems|packets)/i;

export default defineConfig(({ mode }) => ({
  plugins: [svelte(), frozen],
  // The program loads only its own files, so nothing is inlined as data: but fonts and scripts lie beside it.
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    // Words do nothing by being there: so each chunk has those that its screens say, and not all that `vi` gathers.
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /\/src\/text\//, sideEffects: false }] },
      // What nearly every screen stands on is one file: it would be thirty small ones.
      output: { codeSplitting: { groups: [{ name: 'base', test: BASE }] } },
    },
  },
  server: { port: 5173, strictPort: true, fs: { allow: ['..'] }, proxy: { '/rpc': twin } },
  resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  test: { environment: 'jsdom', include: ['src/**/*.test.ts'], setupFiles: [] },
}));
