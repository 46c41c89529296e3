import { z } from 'zod';
import { doneSchema, idParamsSchema, idSchema } from '../../../contracts/common.ts';
import {
  declineOfferSchema,
  nextUpSchema,
  offersSchema,
  queueSchema,
  queueTestQuerySchema,
  queueTestSchema,
  routingDecisionsSchema,
  routingPreviewSchema,
  setTicketSkillsSchema,
  ticketSkillsSchema,
} from '../../../contracts/routing.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { NeedsService } from './needs.service.ts';
import type { OfferService } from './offers.service.ts';
import type { RoutingPreviewer } from './preview.ts';
import type { RoutingReader } from './read.ts';

/** Queues, offers and the decisions of the router. */
export function routingRoutes(
  app: HttpApp,
  services: {
    offers: OfferService;
    reader: RoutingReader;
    previewer: RoutingPreviewer;
    needs: NeedsService;
  },
): void {
  const { offers, reader, previewer, needs } = services;
  app.get(
    '/api/queues',
    {
      config: { access: 'queue:read' },
      schema: { response: { 200: z.object({ queues: z.array(queueSchema) }) } },
    },
    async (request) => ({ queues: await reader.queues(callerOf(request).workspaceId) }),
  );
  app.get(
    '/api/tickets/:id/decisions',
    {
      config: { access: 'ticket:read' },
      schema: { params: idParamsSchema, response: { 200: routingDecisionsSchema } },
    },
    async (request) => ({
      decisions: await reader.decisions(callerOf(request).workspaceId, request.params.id),
    }),
  );
  app.get(
    '/api/tickets/:id/routing-preview',
    {
      config: { access: 'ticket:read' },
      schema: { params: idParamsSchema, response: { 200: routingPreviewSchema } },
    },
    (request) => previewer.ofTicket(callerOf(request).workspaceId, request.params.id),
  );
  app.get(
    '/api/routing/test',
    {
      config: { access: 'ticket:read' },
      schema: { querystring: queueTestQuerySchema, response: { 200: queueTestSchema } },
    },
    (request) => previewer.ofNumber(callerOf(request).workspaceId, request.query.ticket),
  );
  app.get(
    '/api/tickets/:id/skills',
    {
      config: { access: 'ticket:read' },
      schema: { params: idParamsSchema, response: { 200: ticketSkillsSchema } },
    },
    (request) => needs.get(callerOf(request).workspaceId, request.params.id),
  );
  app.put(
    '/api/tickets/:id/skills',
    {
      config: { access: 'ticket:write' },
      schema: {
        params: idParamsSchema,
        body: setTicketSkillsSchema,
        response: { 200: ticketSkillsSchema },
      },
    },
    (request) => needs.set(callerOf(request), request.params.id, request.body),
  );
  app.get(
    '/api/me/next-up',
    { config: { access: 'offer:answer' }, schema: { response: { 200: nextUpSchema } } },
    (request) => previewer.nextUpOf(callerOf(request).workspaceId, callerOf(request).memberId),
  );
  app.get(
    '/api/offers',
    { config: { access: 'offer:answer' }, schema: { response: { 200: offersSchema } } },
    async (request) => {
      const { workspaceId, memberId } = callerOf(request);
      return { offers: await reader.offers(workspaceId, memberId) };
    },
  );
  app.post(
    '/api/offers/:id/accept',
    {
      config: { access: 'offer:answer' },
      schema: { params: idParamsSchema, response: { 200: z.object({ ticketId: idSchema }) } },
    },
    async (request) => {
      const { workspaceId, memberId, name } = callerOf(request);
      return {
        ticketId: await offers.accept(workspaceId, request.params.id, { id: memberId, name }),
      };
    },
  );
  app.post(
    '/api/offers/:id/decline',
    {
      config: { access: 'offer:answer' },
      schema: { params: idParamsSchema, body: declineOfferSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      const { workspaceId, memberId, name } = callerOf(request);
      const answer = { reason: request.body.reason, comment: request.body.comment || null };
      await offers.decline(workspaceId, request.params.id, { id: memberId, name }, answer);
      return { done: true as const };
    },
  );
}
