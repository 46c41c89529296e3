/**
 * A whole Segue in a process of its own, on the database of a test: says its address on standard output and
 * runs until it is ended.
 */
import type pg from 'pg';
import { startApp } from '../../src/server/app.ts';
import { createLog } from '../../src/server/platform/log.ts';
import { testConfig, testSecret } from './config.ts';

const connection = JSON.parse(process.argv[2] ?? '{}') as pg.PoolConfig;
const app = await startApp({
  config: { ...testConfig(), roles: new Set(['http']) },
  connection,
  log: createLog('silent'),
  masterSecret: testSecret,
});
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
process.stdout.write(`${app.url ?? ''}\n`);
