import {
  addTicketMessageSchema,
  addedTicketMessageSchema,
  apiTicketSchema,
  openTicketSchema,
  openedTicketSchema,
} from '../../../contracts/api.ts';
import { idParamsSchema } from '../../../contracts/common.ts';
import { clientOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { ApiTicketService } from './tickets.service.ts';

/** What other programs may do with a key: open tickets, read them, and say more. */
export function apiTicketRoutes(app: HttpApp, tickets: ApiTicketService): void {
  app.post(
    '/api/v1/tickets',
    {
      config: { access: 'api_key' },
      schema: { body: openTicketSchema, response: { 200: openedTicketSchema } },
    },
    (request) => tickets.open(clientOf(request).workspaceId, request.body),
  );
  app.get(
    '/api/v1/tickets/:id',
    {
      config: { access: 'api_key' },
      schema: { params: idParamsSchema, response: { 200: apiTicketSchema } },
    },
    (request) => tickets.read(clientOf(request).workspaceId, request.params.id),
  );
  app.post(
    '/api/v1/tickets/:id/messages',
    {
      config: { access: 'api_key' },
      schema: {
        params: idParamsSchema,
        body: addTicketMessageSchema,
        response: { 200: addedTicketMessageSchema },
      },
    },
    (request) => tickets.say(clientOf(request).workspaceId, request.params.id, request.body),
  );
}
