import { idParamsSchema } from '../../../contracts/common.ts';
import { tellIncidentSchema, tellingSchema, tellingsSchema } from '../../../contracts/incidents.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { TellingService } from './tellings.service.ts';

/** What the customers of an incident are told at once. */
export function tellingRoutes(app: HttpApp, tellings: TellingService): void {
  app.get(
    '/api/incidents/:id/tellings',
    {
      config: { access: 'board:read' },
      schema: { params: idParamsSchema, response: { 200: tellingsSchema } },
    },
    (request) => tellings.list(callerOf(request).workspaceId, request.params.id),
  );
  app.post(
    '/api/incidents/:id/tellings',
    {
      config: { access: 'board:write' },
      schema: {
        params: idParamsSchema,
        body: tellIncidentSchema,
        response: { 200: tellingSchema },
      },
    },
    (request) => tellings.start(callerOf(request), request.params.id, request.body),
  );
}
