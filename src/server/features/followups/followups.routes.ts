import { idParamsSchema } from '../../../contracts/common.ts';
import {
  confirmBriefSchema,
  correctBriefSchema,
  ticketBriefSchema,
} from '../../../contracts/followups.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { FollowupService } from './followups.service.ts';

/** The brief of a ticket. */
export function followupRoutes(app: HttpApp, followups: FollowupService): void {
  app.get(
    '/api/tickets/:id/brief',
    {
      config: { access: 'ticket:read' },
      schema: { params: idParamsSchema, response: { 200: ticketBriefSchema } },
    },
    (request) => followups.get(callerOf(request).workspaceId, request.params.id),
  );
  app.patch(
    '/api/tickets/:id/brief',
    {
      config: { access: 'brief:correct' },
      schema: {
        params: idParamsSchema,
        body: correctBriefSchema,
        response: { 200: ticketBriefSchema },
      },
    },
    (request) => {
      const { workspaceId, memberId } = callerOf(request);
      return followups.correct(workspaceId, request.params.id, { ...request.body, memberId });
    },
  );
  app.post(
    '/api/tickets/:id/brief/confirm',
    {
      config: { access: 'brief:correct' },
      schema: {
        params: idParamsSchema,
        body: confirmBriefSchema,
        response: { 200: ticketBriefSchema },
      },
    },
    (request) => {
      const { workspaceId, memberId } = callerOf(request);
      return followups.confirm(workspaceId, request.params.id, { ...request.body, memberId });
    },
  );
}
