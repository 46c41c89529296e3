import { pino, type Logger } from 'pino';

export type Log = Logger;

/** Structured log on standard error. Secrets that may stand in logged objects are cut out. */
export function createLog(level: string): Log {
  return pino(
    {
      level,
      base: null,
      redact: ['req.headers.authorization', 'req.headers.cookie', '*.password', '*.token'],
    },
    pino.destination({ dest: 2, sync: false }),
  );
}
