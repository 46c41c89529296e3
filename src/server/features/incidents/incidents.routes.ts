import { doneSchema, idParamsSchema } from '../../../contracts/common.ts';
import {
  changeIncidentSchema,
  incidentSchema,
  likenessSchema,
  markIncidentSchema,
  ticketGroupsSchema,
} from '../../../contracts/incidents.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { IncidentService } from './incidents.service.ts';

/** Tickets about the same thing, and the incidents supervisors make of them. */
export function incidentRoutes(app: HttpApp, incidents: IncidentService): void {
  app.get(
    '/api/tickets/:id/likeness',
    {
      config: { access: 'ticket:read' },
      schema: { params: idParamsSchema, response: { 200: likenessSchema } },
    },
    async (request) => ({
      likeness: await incidents.likeness(callerOf(request).workspaceId, request.params.id),
    }),
  );
  app.post(
    '/api/tickets/:id/likeness/leave',
    {
      config: { access: 'ticket:write' },
      schema: { params: idParamsSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await incidents.leave(callerOf(request).workspaceId, request.params.id);
      return { done: true as const };
    },
  );
  app.get(
    '/api/incidents',
    { config: { access: 'board:read' }, schema: { response: { 200: ticketGroupsSchema } } },
    async (request) => ({ groups: await incidents.groups(callerOf(request).workspaceId) }),
  );
  app.post(
    '/api/incidents',
    {
      config: { access: 'board:write' },
      schema: { body: markIncidentSchema, response: { 200: incidentSchema } },
    },
    (request) => {
      const { workspaceId, memberId } = callerOf(request);
      return incidents.mark(workspaceId, memberId, request.body);
    },
  );
  app.patch(
    '/api/incidents/:id',
    {
      config: { access: 'board:write' },
      schema: {
        params: idParamsSchema,
        body: changeIncidentSchema,
        response: { 200: incidentSchema },
      },
    },
    (request) => incidents.change(callerOf(request).workspaceId, request.params.id, request.body),
  );
}
