import { isAlive } from './processes.ts';
import type { Cluster, ServerProcess } from './server.ts';
import { boundLog } from './server-log.ts';

const INTERVAL_MS = 1_000;
const LOG_EVERY = 600;

/**
 * Looks every second whether a server is still there, and every ten minutes at the length of its
 * log. A timer and no `exit` event, because an adopted server is not our child; it keeps no
 * process alive.
 */
export function watchServer(
  cluster: Cluster,
  server: ServerProcess,
  onLost: (reason: string) => void,
): { end(): void } {
  let looks = 0;
  const timer = setInterval(() => {
    looks += 1;
    if (looks % LOG_EVERY === 0) boundLog(cluster.logFile).catch(() => {});
    if (isAlive(server)) return;
    clearInterval(timer);
    onLost(`PostgreSQL (process ${server.pid}) ended unexpectedly; its log is ${cluster.logFile}`);
  }, INTERVAL_MS);
  timer.unref();
  return { end: () => clearInterval(timer) };
}
