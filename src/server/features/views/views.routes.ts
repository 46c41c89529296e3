import type { FastifyRequest } from 'fastify';
import { doneSchema, idParamsSchema } from '../../../contracts/common.ts';
import { roleCan } from '../../../contracts/permissions.ts';
import {
  orderViewsSchema,
  savedViewSchema,
  savedViewsSchema,
  saveTicketViewSchema,
} from '../../../contracts/views.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { ViewActor, ViewService } from './views.service.ts';

/** Saved views: everybody writes their own, supervisors the shared ones. */
export function viewRoutes(app: HttpApp, views: ViewService): void {
  app.get(
    '/api/ticket-views',
    { config: { access: 'ticket:read' }, schema: { response: { 200: savedViewsSchema } } },
    async (request) => ({ views: await views.list(actorOf(request)) }),
  );
  app.post(
    '/api/ticket-views',
    {
      config: { access: 'view:write' },
      schema: { body: saveTicketViewSchema, response: { 200: savedViewSchema } },
    },
    (request) => views.create(actorOf(request), request.body),
  );
  app.put(
    '/api/ticket-views/order',
    {
      config: { access: 'view:write' },
      schema: { body: orderViewsSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await views.order(actorOf(request), request.body.ids);
      return { done: true as const };
    },
  );
  app.put(
    '/api/ticket-views/:id',
    {
      config: { access: 'view:write' },
      schema: {
        params: idParamsSchema,
        body: saveTicketViewSchema,
        response: { 200: savedViewSchema },
      },
    },
    (request) => views.change(actorOf(request), request.params.id, request.body),
  );
  app.delete(
    '/api/ticket-views/:id',
    {
      config: { access: 'view:write' },
      schema: { params: idParamsSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await views.remove(actorOf(request), request.params.id);
      return { done: true as const };
    },
  );
}

function actorOf(request: FastifyRequest): ViewActor {
  const { workspaceId, memberId, role } = callerOf(request);
  return { workspaceId, memberId, mayShare: roleCan(role, 'view:write_shared') };
}
