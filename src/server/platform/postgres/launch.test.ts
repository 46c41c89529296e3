import { mkdir, readFile, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { startEmbeddedPostgres } from './index.ts';
import {
  IS_ROOT,
  launchForTest,
  lives,
  preparedFolders,
  query,
  serverPid,
  tempFolder,
  testHost,
  until,
} from './test-support.ts';

const preparedFolder = preparedFolders();

describe('startEmbeddedPostgres', { timeout: 120_000 }, () => {
  it('makes a database that knows letters, keeps it over a restart, and leaves nothing running', async () => {
    const dataDir = join(await tempFolder(), 'new', 'data');
    const steps: string[] = [];
    const first = await startEmbeddedPostgres({ dataDir, onProgress: (step) => steps.push(step) });
    expect(first.adopted).toBe(false);
    expect(first.connection).toMatchObject({ user: 'segue_owner', database: 'segue', port: 5432 });
    expect(steps).toEqual([expect.stringContaining('for the first time')]);
    const [row] = await query(
      first.connection,
      `select lower('ÄÖÉ') as letters, current_setting('listen_addresses') as network,
              current_setting('fsync') as fsync, current_setting('server_encoding') as encoding,
              (select datcollate from pg_database where datname = 'segue') as collation`,
    );
    expect(row).toEqual({
      letters: 'äöé',
      network: '',
      fsync: 'on',
      encoding: 'UTF8',
      collation: 'C',
    });
    await query(first.connection, 'create table kept (id int); insert into kept values (7)');
    const pid = await serverPid(dataDir);
    await Promise.all([first.stop(), first.stop()]);
    expect(lives(pid)).toBe(false);

    const second = await startEmbeddedPostgres({ dataDir, onProgress: (step) => steps.push(step) });
    expect(await query(second.connection, 'select id from kept')).toEqual([{ id: 7 }]);
    expect(steps).toHaveLength(1);
    await second.stop();
  });
});

describe('launch', { timeout: 120_000 }, () => {
  it('lets nobody but the owner in', async () => {
    const folder = await preparedFolder();
    const { connection } = await launchForTest({ dataDir: folder }, testHost(folder));
    expect((await stat(connection.host)).mode & 0o777).toBe(0o700);
    expect((await stat(join(connection.host, '.s.PGSQL.5432'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'postgres.log'))).mode & 0o777).toBe(0o600);
    expect((await stat(connection.host)).uid === 0).toBe(false);
  });

  it('moves the socket to a short path when the data lies deep', async () => {
    const folder = await tempFolder();
    const dataDir = join(folder, 'a'.repeat(60), 'ü'.repeat(40), 'data');
    const postgres = await launchForTest({ dataDir }, testHost(folder));
    const { host } = postgres.connection;
    expect(Buffer.byteLength(host)).toBeLessThan(86);
    expect((await stat(host)).mode & 0o777).toBe(0o700);
    expect(await query(postgres.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    await postgres.stop();
    await expect(stat(host)).rejects.toThrow('ENOENT');
  });

  it('asks for a password where it listens on TCP', async () => {
    const folder = await tempFolder();
    const { connection } = await launchForTest(
      { dataDir: folder },
      testHost(folder, { network: 'tcp' }),
    );
    expect(connection.host).toBe('127.0.0.1');
    expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    await expect(query({ ...connection, password: 'guess' }, 'select 1')).rejects.toThrow(
      'password',
    );
    expect((await stat(join(folder, 'postgres-password'))).mode & 0o777).toBe(0o600);
  });

  it('says when the server is lost, and can be stopped and started all the same', async () => {
    const folder = await preparedFolder();
    const lost: string[] = [];
    const options = { dataDir: folder, onLost: (reason: string) => void lost.push(reason) };
    const first = await launchForTest(options, testHost(folder));
    const pid = await serverPid(folder);
    process.kill(pid, 'SIGKILL');
    await until(() => lost.length > 0);
    expect(lost[0]).toContain(`process ${pid}`);
    await first.stop();
    const second = await launchForTest({ dataDir: folder }, testHost(folder));
    expect(second.adopted).toBe(false);
    expect(await query(second.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('reports a setting that PostgreSQL refuses with the end of its log', async () => {
    const folder = await preparedFolder();
    const options = { dataDir: folder, settings: { shared_buffers: 'plenty' } };
    await expect(launchForTest(options, testHost(folder))).rejects.toMatchObject({
      code: 'postgres_start_failed',
      message: expect.stringContaining('invalid value for parameter "shared_buffers"') as unknown,
    });
    await expect(readFile(join(folder, 'segue.lock'))).rejects.toThrow('ENOENT');
  });

  it.skipIf(IS_ROOT)('says so when it may not write', async () => {
    const folder = await tempFolder();
    const parent = join(folder, 'closed');
    await mkdir(parent, { mode: 0o500 });
    await expect(
      launchForTest({ dataDir: join(parent, 'data') }, testHost(folder)),
    ).rejects.toMatchObject({
      code: 'postgres_data_denied',
    });
  });

  it('does not listen on any TCP port', async () => {
    const folder = await preparedFolder();
    await launchForTest({ dataDir: folder, settings: { port: '54399' } }, testHost(folder));
    const socket = connect(54399, '127.0.0.1');
    await expect(new Promise((_, reject) => socket.once('error', reject))).rejects.toThrow(
      'ECONNREFUSED',
    );
  });
});
