import type { FastifyRequest } from 'fastify';
import { doneSchema, idParamsSchema } from '../../../contracts/common.ts';
import {
  draftSchema,
  messageSchema,
  postMessageSchema,
  storedDraftSchema,
  timelineSchema,
} from '../../../contracts/conversations.ts';
import { roleCan } from '../../../contracts/permissions.ts';
import {
  assignTicketSchema,
  changeTicketSchema,
  takeTicketSchema,
  ticketPageSchema,
  ticketSchema,
  viewCountsSchema,
} from '../../../contracts/tickets.ts';
import {
  countTicketsQuerySchema,
  listTicketsQuerySchema,
  ticketCountSchema,
} from '../../../contracts/views.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { TicketActor, TicketService } from './tickets.service.ts';

/** Tickets: lists, fields, assignment, messages and drafts. */
export function ticketRoutes(app: HttpApp, tickets: TicketService): void {
  listRoutes(app, tickets);
  fieldRoutes(app, tickets);
  messageRoutes(app, tickets);
}

/** The signed-in person as the ticket service takes them. */
export function ticketActorOf(request: FastifyRequest): TicketActor {
  const { memberId, workspaceId, name, role } = callerOf(request);
  return { memberId, workspaceId, name, mayOverride: roleCan(role, 'ticket:override_capacity') };
}

function listRoutes(app: HttpApp, tickets: TicketService): void {
  app.get(
    '/api/views',
    { config: { access: 'ticket:read' }, schema: { response: { 200: viewCountsSchema } } },
    (request) => tickets.views(ticketActorOf(request)),
  );
  app.get(
    '/api/tickets',
    {
      config: { access: 'ticket:read' },
      schema: { querystring: listTicketsQuerySchema, response: { 200: ticketPageSchema } },
    },
    (request) => tickets.list(ticketActorOf(request), request.query),
  );
  app.get(
    '/api/tickets/count',
    {
      config: { access: 'ticket:read' },
      schema: { querystring: countTicketsQuerySchema, response: { 200: ticketCountSchema } },
    },
    async (request) => ({ count: await tickets.count(ticketActorOf(request), request.query) }),
  );
}

function fieldRoutes(app: HttpApp, tickets: TicketService): void {
  app.get(
    '/api/tickets/:id',
    {
      config: { access: 'ticket:read' },
      schema: { params: idParamsSchema, response: { 200: ticketSchema } },
    },
    (request) => tickets.get(ticketActorOf(request), request.params.id),
  );
  app.patch(
    '/api/tickets/:id',
    {
      config: { access: 'ticket:write' },
      schema: { params: idParamsSchema, body: changeTicketSchema, response: { 200: ticketSchema } },
    },
    (request) => tickets.change(ticketActorOf(request), request.params.id, request.body),
  );
  app.post(
    '/api/tickets/:id/take',
    {
      config: { access: 'ticket:take' },
      schema: {
        params: idParamsSchema,
        body: takeTicketSchema,
        response: { 200: ticketSchema },
      },
    },
    (request) => {
      const actor = ticketActorOf(request);
      return tickets.assign(actor, request.params.id, {
        ...request.body,
        agentId: actor.memberId,
      });
    },
  );
  app.post(
    '/api/tickets/:id/assign',
    {
      config: { access: 'ticket:write' },
      schema: { params: idParamsSchema, body: assignTicketSchema, response: { 200: ticketSchema } },
    },
    (request) => tickets.assign(ticketActorOf(request), request.params.id, request.body),
  );
  app.delete(
    '/api/tickets/:id/kept-in',
    {
      config: { access: 'ticket:write' },
      schema: { params: idParamsSchema, response: { 200: ticketSchema } },
    },
    (request) => tickets.unpin(ticketActorOf(request), request.params.id),
  );
}

function messageRoutes(app: HttpApp, tickets: TicketService): void {
  app.get(
    '/api/tickets/:id/timeline',
    {
      config: { access: 'ticket:read' },
      schema: { params: idParamsSchema, response: { 200: timelineSchema } },
    },
    async (request) => ({
      entries: await tickets.timeline(ticketActorOf(request), request.params.id),
    }),
  );
  app.post(
    '/api/tickets/:id/messages',
    {
      config: { access: 'message:write' },
      schema: { params: idParamsSchema, body: postMessageSchema, response: { 200: messageSchema } },
    },
    (request) => tickets.reply(ticketActorOf(request), request.params.id, request.body),
  );
  app.get(
    '/api/tickets/:id/draft',
    {
      config: { access: 'message:write' },
      schema: { params: idParamsSchema, response: { 200: storedDraftSchema } },
    },
    async (request) => ({ draft: await tickets.draft(ticketActorOf(request), request.params.id) }),
  );
  app.put(
    '/api/tickets/:id/draft',
    {
      config: { access: 'message:write' },
      schema: { params: idParamsSchema, body: draftSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await tickets.saveDraft(ticketActorOf(request), request.params.id, request.body);
      return { done: true as const };
    },
  );
}
