import { mkdirSync, rmSync } from 'node:fs';
import { addCounts, countRun, readReport } from './counts.mjs';
import { inRoot } from './paths.mjs';
import { runNode } from './run.mjs';

/** Several times what the longest project takes on two slow cores: a run that hangs must end as a failed one. */
const LIMIT_MS = 30 * 60_000;

/**
 * Runs one project of vitest.config.ts and counts its tests.
 * @param {string} project
 * @param {{ env?: NodeJS.ProcessEnv, filters?: string[], quiet?: boolean }} [options] `quiet` shows nothing but a failed run.
 * @returns {Promise<import('./counts.mjs').Counts & { output: string }>}
 */
export async function runVitest(project, options = {}) {
  const folder = inRoot('node_modules', '.cache', 'segue');
  const report = `${folder}/tests-${project}.json`;
  mkdirSync(folder, { recursive: true });
  rmSync(report, { force: true });
  const { code, output } = await runNode(
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...(options.filters ?? []),
    ],
    {
      capture: options.quiet ?? false,
      signal: AbortSignal.timeout(LIMIT_MS),
      ...(options.env && { env: options.env }),
    },
  );
  return { ...addCounts([countRun(readReport(report), code)]), output };
}
