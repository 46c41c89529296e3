import { z } from 'zod';
import { doneSchema, idParamsSchema } from '../../../../contracts/common.ts';
import {
  figuresQuerySchema,
  figuresSchema,
  judgeSampleSchema,
  samplesSchema,
} from '../../../../contracts/learning.ts';
import { callerOf } from '../../../platform/http/access.ts';
import type { HttpApp } from '../../../platform/http/app.ts';
import type { FigureService } from './figures.service.ts';

const read = { access: 'assistant:read' } as const;

/** How good the assistant was: read by everybody at the desk, judged by supervisors. */
export function figureRoutes(app: HttpApp, figures: FigureService): void {
  app.get(
    '/api/assistant/figures',
    {
      config: read,
      schema: { querystring: figuresQuerySchema, response: { 200: figuresSchema } },
    },
    (request) => figures.get(callerOf(request).workspaceId, request.query),
  );
  app.get(
    '/api/assistant/figures.csv',
    { config: read, schema: { querystring: figuresQuerySchema, response: { 200: z.string() } } },
    async (request, reply) => {
      const csv = await figures.csv(callerOf(request).workspaceId, request.query);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="assistant-figures.csv"')
        .send(csv);
    },
  );
  app.get(
    '/api/assistant/samples',
    {
      config: read,
      schema: { querystring: figuresQuerySchema, response: { 200: samplesSchema } },
    },
    (request) => figures.samples(callerOf(request).workspaceId, request.query),
  );
  app.put(
    '/api/assistant/samples/:id',
    {
      config: { access: 'assistant:stop' },
      schema: { params: idParamsSchema, body: judgeSampleSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await figures.judge(callerOf(request), request.params.id, request.body);
      return { done: true as const };
    },
  );
}
