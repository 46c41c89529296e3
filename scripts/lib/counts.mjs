import { readFileSync } from 'node:fs';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} skipped Names of tests that did not run.
 * @property {string[]} problems What failed without being a test: a file that did not load, an unhandled rejection.
 */

/**
 * @typedef {{ fullName: string, status: string }} Assertion
 * @typedef {{ name: string, status: string, message?: string, assertionResults: Assertion[] }} FileResult
 * @typedef {{ testResults: FileResult[] }} Report
 */

/**
 * Counts one Vitest run from its JSON report and its exit code. Whatever makes the run bad counts as
 * failed at least once, so a failed run can never look like a good one.
 * @param {Report | undefined} report
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countRun(report, exitCode) {
  const files = report?.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const failedTests = tests.filter((test) => test.status === 'failed').length;
  const skipped = tests
    .filter((test) => test.status !== 'passed' && test.status !== 'failed')
    .map((test) => test.fullName);

  const problems = files.filter(failedOutsideItsTests).map((file) => `${file.name} failed to run`);
  if (passed + failedTests + problems.length === 0) problems.push('no test ran');
  else if (exitCode !== 0 && failedTests + problems.length === 0) {
    problems.push(`every test passed, but the run ended with code ${exitCode}`);
  }
  return { passed, failed: failedTests + problems.length, skipped, problems };
}

/**
 * Adds up the counts of several runs.
 * @param {readonly Counts[]} runs
 * @returns {Counts}
 */
export function addCounts(runs) {
  return {
    passed: runs.reduce((sum, run) => sum + run.passed, 0),
    failed: runs.reduce((sum, run) => sum + run.failed, 0),
    skipped: runs.flatMap((run) => run.skipped),
    problems: runs.flatMap((run) => run.problems),
  };
}

/**
 * The report Vitest wrote, or undefined when it wrote none.
 * @param {string} path
 * @returns {Report | undefined}
 */
export function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {FileResult} file */
function failedOutsideItsTests(file) {
  return (
    file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')
  );
}
