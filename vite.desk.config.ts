import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npm run dev` finds the server, when it does not listen on its usual address. */
const server = process.env['SEGUE_DEV_SERVER'] ?? 'http://127.0.0.1:3000';
const proxied = ['/api', '/socket.io', '/widget', '/files', '/shop', '/healthz'];

/** Packages that change together go into one file, so that a release of ours leaves them in the cache. */
const vendors = [
  // Before all that makes schemas, and so apart from it: see lib/no-eval.ts.
  { name: 'no-eval', test: /(node_modules\/zod\/|lib\/no-eval\.ts)/ },
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
  { name: 'tanstack', test: /node_modules\/@tanstack\// },
  { name: 'editor', test: /node_modules\/(@tiptap|prosemirror-[a-z]+|linkifyjs)\// },
  { name: 'icons', test: /node_modules\/lucide-react\// },
  { name: 'base-ui', test: /node_modules\/(@base-ui|@floating-ui)\// },
  { name: 'realtime', test: /node_modules\/(socket\.io|engine\.io)[a-z.-]*\// },
];

/**
 * What nearly every page is made of, each as one file: left to itself the bundler makes a file of its own for
 * whatever any two pages share, and the inbox came in 157 requests.
 */
const shared = [
  { name: 'contracts', test: /src\/contracts\// },
  { name: 'queries', test: /src\/desk\/features\/.*quer(y|ies)[^/]*\.ts$/ },
  { name: 'ui', test: /src\/desk\/(ui|lib|shell)\/(?!composer-rich|composer-toolbar)/ },
];

/** Builds the desk into dist/desk, which the server serves at /desk/. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'src/desk'),
  base: '/desk/',
  cacheDir: resolve(import.meta.dirname, 'node_modules/.cache/vite-desk'),
  plugins: [react(), tailwindcss()],
  build: {
    outDir: resolve(import.meta.dirname, 'dist/desk'),
    emptyOutDir: true,
    target: 'es2022',
    // Nothing becomes a data: URL, so the content security policy can stay at 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [...vendors, ...shared] } } },
  },
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(proxied.map((path) => [path, { target: server, ws: true }])),
  },
});
