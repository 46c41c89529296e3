import { errors } from '../../../contracts/errors.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { OperationsService } from './operations.service.ts';

export interface OperationsDeps {
  readonly operations: OperationsService;
  /** False while starting or stopping. */
  readonly isServing: () => boolean;
}

/** What machines ask: alive, ready, figures, the description of the API. */
export function operationsRoutes(app: HttpApp, { operations, isServing }: OperationsDeps): void {
  const open = { config: { access: 'public' as const }, schema: { hide: true } };
  app.get('/healthz', open, () => ({ ok: true }));
  app.get('/readyz', open, async (_request, reply) => {
    const ready = isServing() && (await operations.isReachable());
    return reply.status(ready ? 200 : errors.not_ready.status).send({ ready });
  });
  app.get('/metrics', open, async (_request, reply) =>
    reply.type(operations.contentType).send(await operations.metrics()),
  );
  app.get('/openapi.json', open, () => app.swagger());
}
