import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { run } from './run.mjs';

const RUN = JSON.stringify(new URL('./run.mjs', import.meta.url).href);

/** Counts its signals, and needs a moment for its clean end. */
const PROGRAM = `
  let count = 0;
  const end = () => { if (count++ === 0) setTimeout(() => { console.log('signals', count); process.exit(7); }, 300); };
  process.on('SIGTERM', end).on('SIGINT', end);
  setInterval(() => {}, 1000);
  console.log('ready');
`;

const WRAPPER = `
  import(${RUN})
    .then(({ run }) => run(process.execPath, ['-e', ${JSON.stringify(PROGRAM)}], { last: true }))
    .then(({ code }) => process.exit(code));
`;

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s reaches the program once, and its exit code counts',
  async (signal) => {
    const { child, said } = await started(WRAPPER);
    child.kill(signal);
    child.kill(signal);
    const [code] = await once(child, 'close');
    expect(said()).toContain('signals 1');
    expect(code).toBe(7);
  },
);

test('the program ends when what started the wrapper is gone', async () => {
  const parent = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(WRAPPER)}], { stdio: 'inherit' })`;
  const { child, said } = await started(parent);
  child.kill('SIGKILL');
  // The output stays open until the last process that holds it has ended.
  await once(child, 'close');
  expect(said()).toContain('signals 1');
});

test('collects output and the exit code', async () => {
  const program = `console.log('out'); console.error('err'); process.exitCode = 3`;
  const { code, output } = await run(process.execPath, ['-e', program], { capture: true });
  expect(code).toBe(3);
  expect(output).toMatch(/out[^]*err|err[^]*out/);
});

async function started(script: string) {
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  while (!said.includes('ready')) await once(child.stdout, 'data');
  return { child, said: () => said };
}
