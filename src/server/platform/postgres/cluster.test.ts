import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import {
  IS_ROOT,
  launchForTest,
  preparedFolders,
  query,
  startElsewhere,
  tempFolder,
  testHost,
} from './test-support.ts';

const preparedFolder = preparedFolders();

describe('ensureCluster', { timeout: 120_000 }, () => {
  it('refuses a cluster of another major version and changes nothing', async () => {
    const folder = await tempFolder();
    const dir = join(folder, 'postgres');
    await mkdir(dir);
    await writeFile(join(dir, 'PG_VERSION'), '15\n');
    await expect(launchForTest({ dataDir: folder }, testHost(folder))).rejects.toMatchObject({
      code: 'postgres_version_mismatch',
      message: expect.stringContaining('made by PostgreSQL 15') as unknown,
    });
    expect(await readdir(dir)).toEqual(['PG_VERSION']);
  });

  it('refuses a folder that holds something else', async () => {
    const folder = await tempFolder();
    await mkdir(join(folder, 'postgres'));
    await writeFile(join(folder, 'postgres', 'letters.txt'), 'mine');
    await expect(launchForTest({ dataDir: folder }, testHost(folder))).rejects.toMatchObject({
      code: 'postgres_data_unknown',
    });
    expect(await readFile(join(folder, 'postgres', 'letters.txt'), 'utf8')).toBe('mine');
  });

  it('sweeps away a cluster whose making was cut short, and fills an empty folder', async () => {
    const folder = await tempFolder();
    await mkdir(join(folder, 'postgres'));
    await mkdir(join(folder, 'postgres.new'));
    await writeFile(join(folder, 'postgres.new', 'PG_VERSION'), '18\n');
    const { connection } = await launchForTest({ dataDir: folder }, testHost(folder));
    expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(await readdir(folder)).not.toContain('postgres.new');
  });

  it('repairs what copying from a backup breaks: owner and mode', async () => {
    const folder = await preparedFolder();
    const first = await launchForTest({ dataDir: folder }, testHost(folder));
    await query(first.connection, 'create table kept (id int)');
    await first.stop();
    const dir = join(folder, 'postgres');
    await chmod(dir, 0o755);
    if (IS_ROOT) execFileSync('chown', ['-R', '0:0', dir]);
    const second = await launchForTest({ dataDir: folder }, testHost(folder));
    expect(await query(second.connection, 'select count(*)::int as n from kept')).toEqual([
      { n: 0 },
    ]);
    expect((await stat(dir)).mode & 0o777).toBe(0o700);
  });

  it.runIf(IS_ROOT)('keeps the owner of a cluster, and names him to everybody else', async () => {
    const folder = await preparedFolder();
    const first = await launchForTest({ dataDir: folder }, testHost(folder));
    await first.stop();
    const dir = join(folder, 'postgres');
    await chmod(folder, 0o777);
    const { answer } = await startElsewhere(folder, testHost(folder), 65534);
    expect(answer).toMatch(/^postgres_data_denied .*belongs to the user "postgres"/);

    execFileSync('chown', ['-R', '65534:65534', dir]);
    const second = await launchForTest({ dataDir: folder }, testHost(folder));
    expect((await stat(join(dir, 'postmaster.pid'))).uid).toBe(65534);
    await second.stop();
  });
});
