import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { runCommand } from './commands.ts';
import { lockDataDirectory, parseHolder } from './lock.ts';
import { inspectProcess } from './processes.ts';
import {
  IS_ROOT,
  killHard,
  launchForTest,
  preparedFolders,
  runs,
  startElsewhere,
  tempFolder,
  testHost,
} from './test-support.ts';

const preparedFolder = preparedFolders();

describe('parseHolder', () => {
  it.each([
    ['{"pid":12,"startedAt":"b:7"}', { pid: 12, startedAt: 'b:7' }],
    ['{"pid":12}', { pid: 12, startedAt: null }],
    ['{"pid":"12"}', null],
    ['{"pid":1', null],
    ['', null],
    ['null', null],
  ])('%s', (text, holder) => {
    expect(parseHolder(text)).toEqual(holder);
  });
});

describe('lockDataDirectory', { timeout: 120_000 }, () => {
  it('refuses a second taker in the same process, until it is released', async () => {
    const folder = await tempFolder();
    const lock = await lockDataDirectory(folder);
    await expect(lockDataDirectory(folder)).rejects.toMatchObject({
      code: 'postgres_in_use',
      message: expect.stringContaining(`process ${process.pid}`) as unknown,
    });
    await lock.release();
    await (await lockDataDirectory(folder)).release();
  });

  it('recognises stale locks: torn, of a dead process, of an earlier process with a living pid', async () => {
    const folder = await tempFolder();
    const dead = spawn('true');
    await once(dead, 'exit');
    const stale = [
      '',
      JSON.stringify({ pid: dead.pid, startedAt: null }),
      JSON.stringify({ pid: process.pid, startedAt: 'another boot:1' }),
    ];
    for (const text of stale) {
      await writeFile(join(folder, 'segue.lock'), text);
      const lock = await lockDataDirectory(folder);
      expect(await readFile(join(folder, 'segue.lock'), 'utf8')).toContain(`:${process.pid},`);
      await lock.release();
    }
  });

  it('believes a lock file alone, where the kernel has no lock', async () => {
    const folder = await tempFolder();
    const { startedAt } = inspectProcess(process.ppid) ?? { startedAt: null };
    await writeFile(join(folder, 'segue.lock'), JSON.stringify({ pid: process.ppid, startedAt }));
    await expect(lockDataDirectory(folder)).rejects.toThrow(`process ${process.ppid}`);
  });
});

describe('two starters on one data directory', { timeout: 120_000 }, () => {
  it('lets exactly one in when both start at once', async () => {
    const folder = await tempFolder();
    const host = testHost(folder);
    const starters = await Promise.all([
      startElsewhere(folder, host),
      startElsewhere(folder, host),
    ]);
    const answers = starters.map(({ answer }) => answer).toSorted();
    const winner = starters.find(({ answer }) => answer === 'ready');
    expect(answers[1]).toBe('ready');
    expect(answers[0]).toContain('postgres_in_use');
    expect(answers[0]).toContain(`process ${winner?.child.pid}`);
    await Promise.all(starters.map(({ child }) => killHard(child)));
  });

  it('names the process that owns the directory, and lets the next in when it is gone', async () => {
    const folder = await preparedFolder();
    const owner = await startElsewhere(folder, testHost(folder));
    await expect(launchForTest({ dataDir: folder }, testHost(folder))).rejects.toMatchObject({
      code: 'postgres_in_use',
      message: expect.stringMatching(
        `process ${owner.child.pid}.*kill ${owner.child.pid}`,
      ) as unknown,
    });
    expect(await readFile(join(folder, 'segue.lock'), 'utf8')).toContain(`${owner.child.pid}`);
    await killHard(owner.child);
    await launchForTest({ dataDir: folder }, testHost(folder));
  });

  it.runIf(IS_ROOT && process.platform === 'linux')(
    'keeps out a Segue in another container, to which our pids mean nothing',
    async ({ skip }) => {
      if (!(await runs('unshare', '--pid', '--fork', 'flock', '/', 'true'))) {
        skip('needs flock and process namespaces');
      }
      const folder = await preparedFolder();
      await launchForTest({ dataDir: folder }, testHost(folder));
      const lockModule = new URL('lock.ts', import.meta.url).href;
      const code = `const { lockDataDirectory } = await import(${JSON.stringify(lockModule)});
        console.log(await lockDataDirectory(${JSON.stringify(folder)}).catch((error) => error.message));`;
      const inside = ['unshare', '--pid', '--fork', '--mount-proc', process.execPath];
      const command = [...inside, '--input-type=module', '-e', code];
      const { output } = await runCommand(command, { cwd: '/' });
      expect(output).toContain('a process outside this container');
    },
  );
});
