import { writeFile, readFile, appendFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { parsePasswd, pickAccount } from './account.ts';
import { listeningOf } from './listening.ts';
import { judgeHolder, parsePidFile } from './pid-file.ts';
import { isAlive, inspectProcess, parsePs, parseStat } from './processes.ts';
import { boundLog, tailOfLog } from './server-log.ts';
import { clusterMarker, launchFingerprint, serverArguments } from './settings.ts';
import { tempFolder } from './test-support.ts';

describe('parsePidFile', () => {
  it('reads a ready server', () => {
    const text = '7664\n/data\n1795252504\n5432\n.\n\n 16039948         4\nready   \n';
    const file = parsePidFile(text);
    expect(file).toEqual({ pid: 7664, port: 5432, socketDirectory: '.', status: 'ready' });
  });

  it.each(['', '\n', 'x', '0'])('finds nothing in %j', (text) => {
    expect(parsePidFile(text)).toBeNull();
  });

  it('reads a file that is being written, and one of single-user mode', () => {
    expect(parsePidFile('12\n')).toEqual({ pid: 12, port: 0, socketDirectory: '', status: '' });
    expect(parsePidFile('-12\n')?.pid).toBe(12);
  });
});

describe('judgeHolder', () => {
  const facts = { pid: 1, zombie: false, startedAt: 's' };
  const postgres = '/opt/pg/bin/postgres -D /data';
  it.each([
    ['dead', null, null],
    ['zombie', { ...facts, zombie: true, command: '' }, null],
    ['ours', { ...facts, command: `${postgres} -c cluster_name=m -c a=b` }, null],
    ['ours', { ...facts, command: 'setpriv --pdeathsig INT -- postgres -c cluster_name=m' }, null],
    ['ours', { ...facts, command: 'postgres: m: checkpointer' }, false],
    ['foreign', { ...facts, command: `${postgres} -c cluster_name=m2` }, false],
    ['stranger', { ...facts, command: `${postgres} -c cluster_name=m2` }, null],
    ['stranger', { ...facts, command: postgres }, true],
    ['stranger', { ...facts, command: 'postgres: checkpointer' }, null],
    ['foreign', { ...facts, command: 'sleep 60' }, null],
    ['foreign', { ...facts, command: 'bash' }, true],
    ['unknown', { ...facts, command: null }, null],
  ] as const)('%s: %j working here: %s', (kind, process, worksHere) => {
    expect(judgeHolder(process, 'm', worksHere)).toBe(kind);
  });
});

describe('processes', () => {
  it('reads a process name with spaces and brackets', () => {
    const rest = Array.from({ length: 30 }, (_, index) => String(index)).join(' ');
    expect(parseStat(`12 (a) (b) c) S ${rest}`)).toEqual({ state: 'S', startTicks: '18' });
    expect(parseStat('12')).toBeNull();
  });

  it('reads a line of ps', () => {
    expect(parsePs('Ss   Fri Nov 21 09:15:04 2025     /opt/postgres -D /a b')).toEqual({
      state: 'Ss',
      startedAt: 'Fri Nov 21 09:15:04 2025',
      command: '/opt/postgres -D /a b',
    });
    expect(parsePs('')).toBeNull();
  });

  it('knows this process, and tells it from another with its pid', () => {
    const facts = inspectProcess(process.pid);
    expect(facts).toMatchObject({ pid: process.pid, zombie: false });
    expect(isAlive({ pid: process.pid, startedAt: facts?.startedAt ?? null })).toBe(true);
    expect(isAlive({ pid: process.pid, startedAt: 'long ago' })).toBe(facts?.startedAt === null);
    expect(inspectProcess(2 ** 22 + 1)).toBeNull();
  });
});

describe('account', () => {
  const passwd = 'root:x:0:0::/:/bin/sh\nnobody:x:-2:-2::/:\n# a\nbad\n_postgres:x:216:216::/:\n';

  it('prefers a dedicated account and never takes root', () => {
    expect(pickAccount(parsePasswd(passwd))?.name).toBe('_postgres');
    expect(pickAccount([{ name: 'postgres', uid: 0, gid: 0 }])).toBeNull();
  });

  it('reads negative numbers as the system means them', () => {
    expect(parsePasswd(passwd)).toContainEqual({
      name: 'nobody',
      uid: 4294967294,
      gid: 4294967294,
    });
  });
});

describe('settings', () => {
  const options = {
    dataDirectory: '/data',
    socketDirectory: '.',
    port: 5432,
    marker: 'segue-1',
    fingerprint: 'f',
    leashed: true,
  };

  it('lets the caller tune the server but not open it to the network', () => {
    const settings = { work_mem: '8MB', jit: 'on', listen_addresses: '*', port: '1' };
    const args = serverArguments({ ...options, settings });
    expect(args).toEqual(
      expect.arrayContaining(['work_mem=8MB', 'jit=on', 'listen_addresses=', 'port=5432']),
    );
    expect(args).not.toContain('listen_addresses=*');
  });

  it('has a fingerprint that follows the settings, not their order', () => {
    const one = launchFingerprint('18.4', { a: '1', b: '2' });
    expect(launchFingerprint('18.4', { b: '2', a: '1' })).toBe(one);
    expect(launchFingerprint('18.4', { a: '1' })).not.toBe(one);
    expect(launchFingerprint('18.5', { a: '1', b: '2' })).not.toBe(one);
  });

  it('has a marker for each directory', () => {
    const one = clusterMarker({ dev: 1n, ino: 2n });
    expect(one).toMatch(/^segue-[0-9a-f]{12}$/);
    expect(clusterMarker({ dev: 1n, ino: 3n })).not.toBe(one);
  });
});

describe('listeningOf', () => {
  const file = { pid: 1, port: 5432, status: 'ready' };
  it.each([
    ['.', { host: '/data/postgres', port: 5432, socketDirectory: '.' }],
    ['/tmp/s', { host: '/tmp/s', port: 5432, socketDirectory: '/tmp/s' }],
    ['', { host: '127.0.0.1', port: 5432, socketDirectory: null }],
  ])('%j', (socketDirectory, listening) => {
    expect(listeningOf({ ...file, socketDirectory }, '/data/postgres')).toEqual(listening);
  });
});

describe('server log', () => {
  it('is emptied when it is too long, under the pen of a running server', async () => {
    const file = join(await tempFolder(), 'postgres.log');
    await boundLog(file, 10);
    await writeFile(file, 'a line that is too long\n');
    await boundLog(file, 1_000);
    expect(await readFile(file, 'utf8')).toContain('too long');
    await boundLog(file, 10);
    await appendFile(file, 'new\n');
    expect(await readFile(file, 'utf8')).toBe('new\n');
    expect(await readFile(`${file}.1`, 'utf8')).toContain('too long');
  });

  it('shows only the last lines of the last start', async () => {
    const file = join(await tempFolder(), 'postgres.log');
    await writeFile(file, 'old\n');
    const lines = Array.from({ length: 20 }, (_, index) => `line ${index}`);
    await appendFile(file, lines.join('\n'));
    expect(await tailOfLog(file, 4)).toBe(lines.slice(8).join('\n'));
    expect(await tailOfLog(file, 1e6)).toBe('');
    expect(await tailOfLog(`${file}.none`, 0)).toBe('');
  });
});
