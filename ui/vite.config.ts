import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import tailwindcss from '@tailwindcss/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte(), tailwindcss(), svelteTesting()],
  resolve: { alias: { $lib: fileURLToPath(new URL('./src/lib', import.meta.url)) } },
  envPrefix: ['VITE_', 'TAURI_ENV_'],
  server: { port: 5173, strictPort: true },
  // WebKitGTK follows Safari, and the counter's oldest is of Safari 16's age.
  build: {
    target: 'safari16',
    outDir: 'dist',
    emptyOutDir: true,
    // One sheet, whole from the first picture on: a part that is read later brings none that somebody waits for.
    cssCodeSplit: false,
    // It would read parts by fetch, which the window's policy refuses; a web view without preloading does without.
    modulePreload: { polyfill: false },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['test/setup.ts'],
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // ESLint reads the whole project's types before its first answer.
    testTimeout: 120_000,
  },
});
