import { doneSchema, idParamsSchema } from '../../../contracts/common.ts';
import {
  orderSlaPoliciesSchema,
  saveSlaPolicySchema,
  slaPoliciesSchema,
  slaTestQuerySchema,
  slaTestSchema,
  ticketSlaSchema,
} from '../../../contracts/sla.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { createSlaReader } from './read.ts';
import type { SlaService } from './sla.service.ts';

const done = { done: true as const };

/** Policies, kept by admins, and the clocks of tickets, read by everybody. */
export function slaRoutes(
  app: HttpApp,
  { sla, slaReader }: { sla: SlaService; slaReader: ReturnType<typeof createSlaReader> },
): void {
  app.get(
    '/api/tickets/:id/sla',
    {
      config: { access: 'ticket:read' },
      schema: { params: idParamsSchema, response: { 200: ticketSlaSchema } },
    },
    (request) => slaReader.ofTicket(callerOf(request).workspaceId, request.params.id),
  );
  app.get(
    '/api/sla/policies',
    { config: { access: 'sla:read' }, schema: { response: { 200: slaPoliciesSchema } } },
    async (request) => ({ policies: await sla.list(callerOf(request).workspaceId) }),
  );
  app.get(
    '/api/sla/test',
    {
      config: { access: 'sla:read' },
      schema: { querystring: slaTestQuerySchema, response: { 200: slaTestSchema } },
    },
    (request) => sla.test(callerOf(request).workspaceId, request.query.ticket),
  );
  policyRoutes(app, sla);
}

function policyRoutes(app: HttpApp, sla: SlaService): void {
  app.post(
    '/api/sla/policies',
    {
      config: { access: 'sla:write' },
      schema: { body: saveSlaPolicySchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await sla.save(callerOf(request).workspaceId, null, request.body);
      return done;
    },
  );
  app.put(
    '/api/sla/policies/order',
    {
      config: { access: 'sla:write' },
      schema: { body: orderSlaPoliciesSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await sla.order(callerOf(request).workspaceId, request.body.ids);
      return done;
    },
  );
  app.put(
    '/api/sla/policies/:id',
    {
      config: { access: 'sla:write' },
      schema: { params: idParamsSchema, body: saveSlaPolicySchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await sla.save(callerOf(request).workspaceId, request.params.id, request.body);
      return done;
    },
  );
  app.delete(
    '/api/sla/policies/:id',
    {
      config: { access: 'sla:write' },
      schema: { params: idParamsSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await sla.remove(callerOf(request).workspaceId, request.params.id);
      return done;
    },
  );
}
