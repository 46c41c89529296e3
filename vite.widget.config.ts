import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/**
 * Builds one half of the widget into dist/widget, which the server serves at /widget/. `--mode panel` makes
 * ES modules that load when somebody opens the chat; `--mode loader` makes the one classic script that
 * customers' sites embed.
 */
export default defineConfig(({ mode }) => ({
  // Relative, because the files are loaded from the pages of other sites: an absolute path would ask those.
  base: './',
  publicDir: false,
  cacheDir: resolve(import.meta.dirname, 'node_modules/.cache/vite-widget'),
  // In place of @preact/preset-vite, which cannot be installed beside the desk's React plugin.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: resolve(import.meta.dirname, 'dist/widget'),
    emptyOutDir: mode === 'panel',
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: mode === 'loader' ? loader : panel,
  },
}));

const loader = {
  input: { segue: resolve(import.meta.dirname, 'src/widget/loader.ts') },
  output: { format: 'iife' as const, entryFileNames: '[name].js' },
};

const panel = {
  input: { panel: resolve(import.meta.dirname, 'src/widget/panel.tsx') },
  // The loader imports the panel by its address, so the panel's exports must outlive the bundler.
  preserveEntrySignatures: 'strict' as const,
  output: {
    format: 'es' as const,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    assetFileNames: 'chunks/[name]-[hash][extname]',
  },
};
