import type { FastifyRequest } from 'fastify';
import { doneSchema, idParamsSchema } from '../../../contracts/common.ts';
import {
  applyActsSchema,
  macroSchema,
  macrosSchema,
  macroUseParamsSchema,
  renderedMacroSchema,
  saveMacroSchema,
} from '../../../contracts/macros.ts';
import { roleCan } from '../../../contracts/permissions.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { MacroActor, MacroService } from './macros.service.ts';

/** Macros: everybody writes their own, supervisors the shared ones. */
export function macroRoutes(app: HttpApp, macros: MacroService): void {
  app.get(
    '/api/macros',
    { config: { access: 'macro:read' }, schema: { response: { 200: macrosSchema } } },
    async (request) => ({ macros: await macros.list(actorOf(request)) }),
  );
  app.post(
    '/api/macros',
    {
      config: { access: 'macro:write' },
      schema: { body: saveMacroSchema, response: { 200: macroSchema } },
    },
    (request) => macros.create(actorOf(request), request.body),
  );
  app.put(
    '/api/macros/:id',
    {
      config: { access: 'macro:write' },
      schema: { params: idParamsSchema, body: saveMacroSchema, response: { 200: macroSchema } },
    },
    (request) => macros.change(actorOf(request), request.params.id, request.body),
  );
  app.delete(
    '/api/macros/:id',
    {
      config: { access: 'macro:write' },
      schema: { params: idParamsSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await macros.remove(actorOf(request), request.params.id);
      return { done: true as const };
    },
  );
  inTicketRoutes(app, macros);
}

function inTicketRoutes(app: HttpApp, macros: MacroService): void {
  app.post(
    '/api/tickets/:id/macros/:macroId/use',
    {
      config: { access: 'message:write' },
      schema: { params: macroUseParamsSchema, response: { 200: renderedMacroSchema } },
    },
    (request) => macros.use(actorOf(request), request.params.id, request.params.macroId),
  );
  app.post(
    '/api/tickets/:id/acts',
    {
      config: { access: 'ticket:write' },
      schema: { params: idParamsSchema, body: applyActsSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await macros.apply(actorOf(request), request.params.id, request.body);
      return { done: true as const };
    },
  );
}

function actorOf(request: FastifyRequest): MacroActor {
  const { workspaceId, memberId, role } = callerOf(request);
  return { workspaceId, memberId, mayWriteShared: roleCan(role, 'macro:write_shared') };
}
