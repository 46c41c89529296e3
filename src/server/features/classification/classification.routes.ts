import { categoryTrainingsSchema, ticketSignalsSchema } from '../../../contracts/classification.ts';
import { idParamsSchema } from '../../../contracts/common.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { ClassificationService } from './classification.service.ts';

/** What Segue made of a ticket, and how its category model came about. */
export function classificationRoutes(app: HttpApp, classification: ClassificationService): void {
  app.get(
    '/api/tickets/:id/signals',
    {
      config: { access: 'ticket:read' },
      schema: { params: idParamsSchema, response: { 200: ticketSignalsSchema } },
    },
    (request) => classification.signals(callerOf(request).workspaceId, request.params.id),
  );
  app.get(
    '/api/classification/trainings',
    {
      config: { access: 'team:write' },
      schema: { response: { 200: categoryTrainingsSchema } },
    },
    async (request) => ({
      trainings: await classification.trainings(callerOf(request).workspaceId),
    }),
  );
}
