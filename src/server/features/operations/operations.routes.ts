import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Database } from '../../platform/db/database.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import { errors } from '../../../contracts/errors.ts';
import { countWorkStates, isReachable } from './operations.store.ts';

export interface OperationsDeps {
  readonly database: Database;
  /** False while starting or stopping. */
  readonly isServing: () => boolean;
}

/** What machines ask: alive, ready, figures. */
export function operationsRoutes(app: HttpApp, { database, isServing }: OperationsDeps): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'segue_' });
  app.get('/healthz', { config: { access: 'public' }, schema: { hide: true } }, () => ({ ok: true }));
  app.get('/readyz', { config: { access: 'public' }, schema: { hide: true } }, async (_request, reply) => {
    const ready = isServing() && (await isReachable(database));
    return reply.status(ready ? 200 : errors.not_ready.status).send({ ready });
  });
  app.get('/metrics', { config: { access: 'public' }, schema: { hide: true } }, async (_request, reply) => {
    const lines = (await countWorkStates(database)).map(
      ({ state, count }) => `segue_work_items{state="${state}"} ${count}`,
    );
    const body = `${await registry.metrics()}# TYPE segue_work_items gauge\n${lines.join('\n')}\n`;
    return reply.type(registry.contentType).send(body);
  });
  app.get('/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, () => app.swagger());
}
