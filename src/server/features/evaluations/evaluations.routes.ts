import { z } from 'zod';
import { doneSchema, idParamsSchema, idSchema } from '../../../contracts/common.ts';
import {
  evaluationChangesSchema,
  evaluationItemsQuerySchema,
  evaluationItemsSchema,
  evaluationKindSchema,
  evaluationSchema,
  evaluationsSchema,
  startEvaluationSchema,
} from '../../../contracts/evaluations.ts';
import { AppError } from '../../platform/errors.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { EvaluationService } from './evaluations.service.ts';

const config = { access: 'knowledge:write' } as const;

/** Measuring the assistant: runs, their cases, and what differs between two of them. */
export function evaluationRoutes(app: HttpApp, evaluations: EvaluationService): void {
  app.get(
    '/api/evaluations',
    { config, schema: { response: { 200: evaluationsSchema } } },
    async (request) => ({ evaluations: await evaluations.list(callerOf(request).workspaceId) }),
  );
  app.post(
    '/api/evaluations',
    { config, schema: { body: startEvaluationSchema, response: { 200: evaluationSchema } } },
    (request) => evaluations.startOnTickets(callerOf(request), request.body),
  );
  app.post(
    '/api/evaluations/files',
    {
      config,
      schema: {
        querystring: z.object({ kind: evaluationKindSchema }),
        response: { 200: evaluationSchema },
      },
    },
    async (request) => {
      const part = await request.file();
      if (!part) {
        throw new AppError('request_invalid', 'Send the file as the multipart field "file".', {
          fields: [{ path: 'file', message: 'is missing' }],
        });
      }
      const file = { name: part.filename, bytes: await part.toBuffer() };
      return evaluations.startOnFile(callerOf(request), request.query.kind, file);
    },
  );
  runRoutes(app, evaluations);
}

function runRoutes(app: HttpApp, evaluations: EvaluationService): void {
  app.get(
    '/api/evaluations/:id/items',
    {
      config,
      schema: {
        params: idParamsSchema,
        querystring: evaluationItemsQuerySchema,
        response: { 200: evaluationItemsSchema },
      },
    },
    (request) => evaluations.items(callerOf(request).workspaceId, request.params.id, request.query),
  );
  app.get(
    '/api/evaluations/:id/changes/:other',
    {
      config,
      schema: {
        params: idParamsSchema.extend({ other: idSchema }),
        response: { 200: evaluationChangesSchema },
      },
    },
    (request) =>
      evaluations.changes(callerOf(request).workspaceId, request.params.id, request.params.other),
  );
  app.post(
    '/api/evaluations/:id/cancel',
    { config, schema: { params: idParamsSchema, response: { 200: evaluationSchema } } },
    (request) => evaluations.cancel(callerOf(request).workspaceId, request.params.id),
  );
  app.delete(
    '/api/evaluations/:id',
    { config, schema: { params: idParamsSchema, response: { 200: doneSchema } } },
    async (request) => {
      await evaluations.remove(callerOf(request).workspaceId, request.params.id);
      return { done: true as const };
    },
  );
}
