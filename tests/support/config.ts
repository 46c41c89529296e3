import { tmpdir } from 'node:os';
import type { Config } from '../../src/server/config.ts';

/** Master secret of every test installation. */
export const testSecret = 'a secret for tests only, long enough to be one';

/** Configuration of a test installation: any free port, nothing leaves the machine. */
export function testConfig(): Config {
  return {
    dataDir: tmpdir(),
    secret: testSecret,
    databaseUrl: null,
    http: { host: '127.0.0.1', port: 0, trustProxy: false },
    publicUrl: null,
    filesUrl: null,
    smtp: { host: '127.0.0.1', port: 0, maxBytes: 5_000_000 },
    outgoingSmtp: null,
    uploadMaxBytes: 1_000_000,
    roles: new Set(['http', 'worker', 'mail']),
    seed: 'none',
    encoder: false,
    openWorkspaces: true,
    allowedHosts: [],
    logLevel: 'warn',
  };
}
