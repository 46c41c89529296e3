import { idParamsSchema } from '../../../contracts/common.ts';
import { endSessionPreviewSchema, endSessionSchema } from '../../../contracts/sessions.ts';
import { ticketSchema } from '../../../contracts/tickets.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { EndingService } from './endings.ts';
import { ticketActorOf } from './tickets.routes.ts';

/** Ending the chat of a ticket, and what that would do. */
export function endingRoutes(app: HttpApp, endings: EndingService): void {
  app.get(
    '/api/tickets/:id/session/end',
    {
      config: { access: 'session:end' },
      schema: { params: idParamsSchema, response: { 200: endSessionPreviewSchema } },
    },
    (request) => endings.preview(ticketActorOf(request), request.params.id),
  );
  app.post(
    '/api/tickets/:id/session/end',
    {
      config: { access: 'session:end' },
      schema: { params: idParamsSchema, body: endSessionSchema, response: { 200: ticketSchema } },
    },
    (request) => endings.end(ticketActorOf(request), request.params.id, request.body.farewell),
  );
}
