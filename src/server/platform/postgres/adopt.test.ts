import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { inspectProcess, listProcesses } from './processes.ts';
import {
  bystander,
  killHard,
  launchForTest,
  lives,
  preparedFolders,
  query,
  runs,
  serverPid,
  startElsewhere,
  testHost,
  until,
} from './test-support.ts';

const preparedFolder = preparedFolders();

const connectionOf = (folder: string) => ({
  host: join(folder, 'postgres'),
  port: 5432,
  user: 'segue_owner',
  database: 'segue',
});

describe.skipIf(process.platform === 'win32')(
  'after kill -9 of Segue alone',
  { timeout: 120_000 },
  () => {
    it.runIf(process.platform === 'linux')(
      'the server stops by itself, and the next start is a fresh one',
      async ({ skip }) => {
        if (!(await runs('setpriv', '--pdeathsig', 'INT', '--', 'true'))) skip('needs setpriv');
        const folder = await preparedFolder();
        const { child } = await startElsewhere(folder, testHost(folder));
        await query(
          connectionOf(folder),
          'create table kept (id int); insert into kept values (1)',
        );
        const pid = await serverPid(folder);
        await killHard(child);
        // At once, while the old server is still on its way out.
        const next = await launchForTest({ dataDir: folder }, testHost(folder));
        expect(next.adopted).toBe(false);
        expect(lives(pid)).toBe(false);
        expect(await query(next.connection, 'select id from kept')).toEqual([{ id: 1 }]);
      },
    );

    it('an orphaned server is adopted with its connections, and stopped by its new owner', async () => {
      const folder = await preparedFolder();
      const host = testHost(folder, { leash: false });
      const { child } = await startElsewhere(folder, host);
      const pid = await serverPid(folder);
      await killHard(child);
      expect(lives(pid)).toBe(true);
      const next = await launchForTest({ dataDir: folder }, host);
      expect(next.adopted).toBe(true);
      expect(next.connection).toEqual(connectionOf(folder));
      expect(await query(next.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
      await next.stop();
      expect(lives(pid)).toBe(false);
    });

    it('an orphan with other settings is replaced', async () => {
      const folder = await preparedFolder();
      const host = testHost(folder, { leash: false });
      const { child } = await startElsewhere(folder, host);
      await killHard(child);
      const next = await launchForTest({ dataDir: folder, settings: { work_mem: '7MB' } }, host);
      expect(next.adopted).toBe(false);
      expect(await query(next.connection, 'show work_mem')).toEqual([{ work_mem: '7MB' }]);
    });
  },
);

describe.skipIf(process.platform === 'win32')(
  'after kill -9 of the whole tree',
  { timeout: 120_000 },
  () => {
    it('starts at once with every committed row', async () => {
      const folder = await preparedFolder();
      const { child } = await startElsewhere(folder, testHost(folder));
      await query(
        connectionOf(folder),
        'create table kept (id int); insert into kept values (1), (2)',
      );
      const pid = await serverPid(folder);
      const tree = listProcesses().filter(({ command }) => command?.includes(marker(pid)));
      expect(tree.length).toBeGreaterThan(3);
      for (const member of tree) process.kill(member.pid, 'SIGKILL');
      await killHard(child);
      const next = await launchForTest({ dataDir: folder }, testHost(folder));
      expect(next.adopted).toBe(false);
      expect(await query(next.connection, 'select count(*)::int as n from kept')).toEqual([
        { n: 2 },
      ]);
    });

    it('ends a query that outlived its server', async () => {
      const folder = await preparedFolder();
      const { child } = await startElsewhere(folder, testHost(folder, { leash: false }));
      const busy = query(connectionOf(folder), 'do $$ begin loop end loop; end $$').catch(
        () => 'ended',
      );
      const pid = await serverPid(folder);
      const name = marker(pid);
      const isBusy = (): boolean =>
        listProcesses().some(
          ({ command }) => /\bDO$/.test(command ?? '') && command?.includes(name),
        );
      await until(isBusy);
      process.kill(pid, 'SIGKILL');
      await killHard(child);
      const next = await launchForTest({ dataDir: folder }, testHost(folder));
      expect(next.adopted).toBe(false);
      expect(await busy).toBe('ended');
      expect(isBusy()).toBe(false);
    });
  },
);

describe.skipIf(process.platform !== 'linux')(
  'a postmaster.pid that names',
  { timeout: 120_000 },
  () => {
    it('another process of the same account does not block the start', async () => {
      const folder = await preparedFolder();
      const { pid } = await bystander('echo up; exec sleep 60');
      await forgePidFiles(folder, pid);
      const { connection } = await launchForTest({ dataDir: folder }, testHost(folder));
      expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(lives(pid)).toBe(true);
    });

    it('a zombie does not block the start', async () => {
      const folder = await preparedFolder();
      // The shell becomes a program that never asks what became of its child. It is killed only then:
      // a shell that is still one would bury it.
      const { pid: parent, firstLine } = await bystander('sleep 60 & echo $!; exec sleep 61');
      const pid = Number(firstLine);
      await until(() => inspectProcess(parent)?.command === 'sleep 61');
      process.kill(pid, 'SIGKILL');
      await until(() => inspectProcess(pid)?.zombie === true);
      await forgePidFiles(folder, pid);
      const { connection } = await launchForTest({ dataDir: folder }, testHost(folder));
      expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    });

    it('nothing, being empty after a power cut, does not block the start', async () => {
      const folder = await preparedFolder();
      await writeFile(join(folder, 'postgres', 'postmaster.pid'), '');
      const { connection } = await launchForTest({ dataDir: folder }, testHost(folder));
      expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    });

    it("somebody else's PostgreSQL on this very directory is left alone", async () => {
      const folder = await preparedFolder();
      const { nativeDir } = testHost(folder);
      const dir = join(folder, 'postgres');
      const { pid } = await bystander(
        `echo up; cd '${dir}'; exec ${nativeDir}/bin/postgres -D '${dir}' -c listen_addresses= -c unix_socket_directories=. 2>&1`,
      );
      const pidFile = (): Promise<string> =>
        readFile(join(dir, 'postmaster.pid'), 'utf8').catch(() => '');
      await until(async () => (await pidFile()).includes('ready'));
      await expect(launchForTest({ dataDir: folder }, testHost(folder))).rejects.toMatchObject({
        code: 'postgres_in_use',
        message: expect.stringContaining(`process ${pid}`) as unknown,
      });
      expect(lives(pid)).toBe(true);
    });
  },
);

/** The name under which all processes of a server stand in the process list. */
function marker(pid: number): string {
  return /cluster_name=(\S+)/.exec(inspectProcess(pid)?.command ?? '')?.[1] ?? 'no marker';
}

/** Writes the lock files of a killed server whose pid now belongs to somebody else. */
async function forgePidFiles(folder: string, pid: number): Promise<void> {
  const dir = join(folder, 'postgres');
  await writeFile(
    join(dir, 'postmaster.pid'),
    `${pid}\n${dir}\n1795252504\n5432\n.\n\n 1 2\nready   \n`,
  );
  await writeFile(join(dir, '.s.PGSQL.5432.lock'), `${pid}\n${dir}\n1795252504\n5432\n.\n`);
}
