import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { locateNative, platformPackage } from './binaries.ts';

/** What differs between machines; tests set it to play another machine. */
export interface Host {
  /** The `native` folder of the platform package. */
  readonly nativeDir: string;
  /** Where a copy of the programs may go when they cannot run there. */
  readonly copyRoots: readonly string[];
  readonly platform: NodeJS.Platform;
  readonly network: 'socket' | 'tcp';
  /** Whether the kernel shall stop the server when this process dies. */
  readonly leash: boolean;
}

/** This machine, for a server on `dataDir`; throws `postgres_binaries_missing`. */
export function thisHost(dataDir: string): Host {
  const { arch, platform } = process;
  const isRoot = process.getuid?.() === 0;
  return {
    nativeDir: locateNative(platformPackage(platform, arch)),
    // A normal user's copy lies with the data, which that user surely can write.
    copyRoots: isRoot
      ? ['/var/cache/segue', '/var/lib/segue', join(tmpdir(), 'segue-programs')]
      : [join(resolve(dataDir), 'postgres-programs')],
    platform,
    network: platform === 'win32' ? 'tcp' : 'socket',
    leash: true,
  };
}
