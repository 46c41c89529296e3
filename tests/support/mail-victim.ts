/**
 * A Segue that takes in, reads, answers and sends mail, in a process of its own, on the database of a test:
 * says the port of its mail listener on standard output and runs until it is killed.
 */
import type pg from 'pg';
import { startApp } from '../../src/server/app.ts';
import { createLog } from '../../src/server/platform/log.ts';
import { testConfig, testSecret } from './config.ts';

interface Orders {
  readonly connection: pg.PoolConfig;
  readonly outgoingSmtp: string;
}

const { connection, outgoingSmtp } = JSON.parse(process.argv[2] ?? '{}') as Orders;
const app = await startApp({
  config: { ...testConfig(), outgoingSmtp, roles: new Set(['http', 'worker', 'mail']) },
  connection,
  log: createLog('silent'),
  masterSecret: testSecret,
});
process.stdout.write(`${app.smtp?.port ?? 0}\n`);
