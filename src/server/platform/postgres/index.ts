import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { locateNative, platformPackage } from './binaries.ts';
import { launch, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './launch.ts';

export { isLaunchError, type LaunchError, type LaunchErrorCode } from './errors.ts';
export type { EmbeddedPostgres, EmbeddedPostgresOptions } from './launch.ts';

/**
 * Starts the PostgreSQL that comes with Segue, or takes over the one that a killed Segue left, and
 * resolves when the database `segue` answers. The first start takes under a second, later ones
 * about 0.1 s. Call it from the main thread: on Linux the server ends with the thread that started
 * it. Throws a `LaunchError`; its message names the cure.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const { arch, platform } = process;
  const isRoot = process.getuid?.() === 0;
  return launch(options, {
    nativeDir: locateNative(platformPackage(platform, arch)),
    // A normal user's copy lies with the data, which that user surely can write.
    copyRoots: isRoot
      ? ['/var/cache/segue', '/var/lib/segue', join(tmpdir(), 'segue-programs')]
      : [join(resolve(options.dataDir), 'postgres-programs')],
    platform,
    network: platform === 'win32' ? 'tcp' : 'socket',
    leash: true,
  });
}
