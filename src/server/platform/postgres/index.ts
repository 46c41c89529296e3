import { thisHost } from './host.ts';
import { launch, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './launch.ts';

export { isLaunchError } from './errors.ts';
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
  return launch(options, thisHost(options.dataDir));
}
