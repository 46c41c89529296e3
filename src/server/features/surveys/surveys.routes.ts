import { idParamsSchema } from '../../../contracts/common.ts';
import { satisfactionSchema, surveysSchema } from '../../../contracts/surveys.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { SurveyReader } from './reading.service.ts';

/** What customers answered, for agents. */
export function surveyRoutes(app: HttpApp, surveys: SurveyReader): void {
  app.get(
    '/api/tickets/:id/surveys',
    {
      config: { access: 'ticket:read' },
      schema: { params: idParamsSchema, response: { 200: surveysSchema } },
    },
    async (request) => ({
      surveys: await surveys.ofTicket(callerOf(request).workspaceId, request.params.id),
    }),
  );
  app.get(
    '/api/customers/:id/satisfaction',
    {
      config: { access: 'customer:read' },
      schema: { params: idParamsSchema, response: { 200: satisfactionSchema } },
    },
    (request) => surveys.ofCustomer(callerOf(request).workspaceId, request.params.id),
  );
}
