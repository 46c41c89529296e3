import { doneSchema, idParamsSchema } from '../../../contracts/common.ts';
import {
  orderSlaPoliciesSchema,
  saveSlaPolicySchema,
  slaPoliciesSchema,
  slaTestQuerySchema,
  slaTestSchema,
  ticketSlaSchema,
} from '../../../contracts/sla.ts';
import {
  attainmentCasesQuerySchema,
  attainmentCasesSchema,
  attainmentFileQuerySchema,
  attainmentQuerySchema,
  attainmentSchema,
} from '../../../contracts/sla-attainment.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { AttainmentService } from './attainment.ts';
import type { createSlaReader } from './read.ts';
import type { SlaService } from './sla.service.ts';

/** What the routes call. */
export interface SlaRoutesDeps {
  readonly sla: SlaService;
  readonly slaReader: ReturnType<typeof createSlaReader>;
  readonly attainment: AttainmentService;
}

const done = { done: true as const };

/** Policies, kept by admins, and the clocks of tickets, read by everybody. */
export function slaRoutes(app: HttpApp, { sla, slaReader, attainment }: SlaRoutesDeps): void {
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
  attainmentRoutes(app, attainment);
}

function attainmentRoutes(app: HttpApp, attainment: AttainmentService): void {
  app.get(
    '/api/sla/attainment',
    {
      config: { access: 'board:read' },
      schema: { querystring: attainmentQuerySchema, response: { 200: attainmentSchema } },
    },
    (request) => attainment.read(callerOf(request).workspaceId, request.query),
  );
  app.get(
    '/api/sla/attainment/cases',
    {
      config: { access: 'board:read' },
      schema: { querystring: attainmentCasesQuerySchema, response: { 200: attainmentCasesSchema } },
    },
    (request) => attainment.cases(callerOf(request).workspaceId, request.query),
  );
  app.get(
    '/api/sla/attainment/file',
    { config: { access: 'board:read' }, schema: { querystring: attainmentFileQuerySchema } },
    async (request, reply) => {
      const { of, from, to } = request.query;
      const content = await attainment.file(callerOf(request).workspaceId, request.query);
      const name = `sla-${of}-${from.slice(0, 10)}-${to.slice(0, 10)}.csv`;
      return reply
        .headers({
          'content-disposition': `attachment; filename="${name}"`,
          'cache-control': 'no-store',
        })
        .type('text/csv; charset=utf-8')
        .send(content);
    },
  );
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
