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

export default defineConfig(({ mode }) => ({
  plugins: [svelte(), frozen],
  // The program loads only its own files, so nothing is inlined as data: but fonts and scripts lie beside it.
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 700 },
  server: { port: 5173, strictPort: true, fs: { allow: ['..'] }, proxy: { '/rpc': twin } },
  resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  test: { environment: 'jsdom', include: ['src/**/*.test.ts'], setupFiles: [] },
}));
