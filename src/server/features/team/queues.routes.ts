import { doneSchema, idParamsSchema } from '../../../contracts/common.ts';
import { orderQueuesSchema, pauseQueueSchema, saveQueueSchema } from '../../../contracts/team.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { QueueAdminService } from './queues.service.ts';

const done = { done: true as const };

/** Queues: set up by admins, paused by supervisors. */
export function queueAdminRoutes(app: HttpApp, queues: QueueAdminService): void {
  app.post(
    '/api/queues',
    {
      config: { access: 'team:write' },
      schema: { body: saveQueueSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await queues.save(callerOf(request).workspaceId, null, request.body);
      return done;
    },
  );
  app.put(
    '/api/queues/order',
    {
      config: { access: 'team:write' },
      schema: { body: orderQueuesSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await queues.order(callerOf(request).workspaceId, request.body.ids);
      return done;
    },
  );
  app.put(
    '/api/queues/:id',
    {
      config: { access: 'team:write' },
      schema: { params: idParamsSchema, body: saveQueueSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await queues.save(callerOf(request).workspaceId, request.params.id, request.body);
      return done;
    },
  );
  app.put(
    '/api/queues/:id/paused',
    {
      config: { access: 'queue:pause' },
      schema: { params: idParamsSchema, body: pauseQueueSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await queues.pause(callerOf(request).workspaceId, request.params.id, request.body.paused);
      return done;
    },
  );
  app.delete(
    '/api/queues/:id',
    {
      config: { access: 'team:write' },
      schema: { params: idParamsSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await queues.remove(callerOf(request).workspaceId, request.params.id);
      return done;
    },
  );
}
