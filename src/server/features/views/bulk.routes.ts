import type { FastifyRequest } from 'fastify';
import { idParamsSchema } from '../../../contracts/common.ts';
import { roleCan } from '../../../contracts/permissions.ts';
import { bulkSchema, startBulkSchema } from '../../../contracts/views.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { BulkActor, BulkService } from './bulk.service.ts';

/** Changes of many tickets, how far they are, and their undoing. */
export function bulkRoutes(app: HttpApp, bulks: BulkService): void {
  app.post(
    '/api/bulks',
    {
      config: { access: 'ticket:write' },
      schema: { body: startBulkSchema, response: { 200: bulkSchema } },
    },
    (request) => bulks.start(actorOf(request), request.body),
  );
  app.get(
    '/api/bulks/:id',
    {
      config: { access: 'ticket:read' },
      schema: { params: idParamsSchema, response: { 200: bulkSchema } },
    },
    (request) => bulks.get(actorOf(request), request.params.id),
  );
  app.post(
    '/api/bulks/:id/undo',
    {
      config: { access: 'ticket:write' },
      schema: { params: idParamsSchema, response: { 200: bulkSchema } },
    },
    (request) => bulks.undo(actorOf(request), request.params.id),
  );
}

function actorOf(request: FastifyRequest): BulkActor {
  const { workspaceId, memberId, role } = callerOf(request);
  return {
    workspaceId,
    memberId,
    mayUndoOthers: roleCan(role, 'ticket:assign'),
    mayOverride: roleCan(role, 'ticket:override_capacity'),
  };
}
