/// <reference types="vitest/config" />
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

// The twin that answers during development: `cargo run -p devserver -- --port 4173 …`.
const twin = process.env['TUNG_NGO_TWIN'] ?? 'http://127.0.0.1:4173';

export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  // The program loads only its own files, so nothing is inlined as data: but fonts and scripts lie beside it.
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 700 },
  server: { port: 5173, strictPort: true, fs: { allow: ['..'] }, proxy: { '/rpc': twin } },
  resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  test: { environment: 'jsdom', include: ['src/**/*.test.ts'], setupFiles: [] },
}));
