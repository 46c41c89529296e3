import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const setup = resolve(import.meta.dirname, 'tests/support/global-setup.ts');
const globalSetup = existsSync(setup) ? [setup] : [];

/**
 * Four projects: `unit` beside the sources, `architecture` over their imports, `server` with the real
 * PostgreSQL, and `e2e` with the whole program and a browser. No test is retried.
 */
export default defineConfig({
  cacheDir: 'node_modules/.cache/vitest',
  test: {
    environment: 'node',
    unstubEnvs: true,
    unstubGlobals: true,
    // A test that leaves a timer or a socket behind must not hang the run for longer than this.
    teardownTimeout: 30_000,
    // Conditions are waited for, so generous limits cost nothing but a later failure; a machine may be
    // five times slower than the one a test was written on.
    expect: { poll: { timeout: 40_000, interval: 20 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.{ts,tsx}',
            'scripts/**/*.test.ts',
            'tests/architecture/**/*.test.ts',
            'tests/docs.test.ts',
          ],
          isolate: false,
          maxWorkers: 2,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'architecture',
          include: ['tests/architecture.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          globalSetup,
          pool: 'forks',
          // Nothing of the server is kept in modules, so files share a process that has read and compiled it once.
          isolate: false,
          // One more than cores: most files wait for jobs, mails and clocks for most of their time.
          maxWorkers: 3,
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup,
          pool: 'forks',
          isolate: false,
          maxWorkers: 2,
          testTimeout: 360_000,
          hookTimeout: 360_000,
        },
      },
    ],
  },
});
