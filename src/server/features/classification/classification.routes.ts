import {
  answerTrainingSchema,
  categoryTrainingsSchema,
  ticketSignalsSchema,
  trainingParamsSchema,
} from '../../../contracts/classification.ts';
import { doneSchema, idParamsSchema } from '../../../contracts/common.ts';
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
    (request) => classification.trainings(callerOf(request).workspaceId),
  );
  app.post(
    '/api/classification/trainings/:version/restore',
    {
      config: { access: 'team:write' },
      schema: { params: trainingParamsSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await classification.goBack(callerOf(request).workspaceId, request.params.version);
      return { done: true as const };
    },
  );
  app.post(
    '/api/classification/trainings/:version/answer',
    {
      config: { access: 'team:write' },
      schema: {
        params: trainingParamsSchema,
        body: answerTrainingSchema,
        response: { 200: doneSchema },
      },
    },
    async (request) => {
      const { workspaceId } = callerOf(request);
      await classification.answer(workspaceId, request.params.version, request.body.agrees);
      return { done: true as const };
    },
  );
}
