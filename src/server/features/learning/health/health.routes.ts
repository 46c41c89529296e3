import { doneSchema, idParamsSchema } from '../../../../contracts/common.ts';
import {
  articleAnswersQuerySchema,
  articleAnswersSchema,
  correctArticleSchema,
  knowledgeHealthSchema,
} from '../../../../contracts/learning.ts';
import { callerOf } from '../../../platform/http/access.ts';
import type { HttpApp } from '../../../platform/http/app.ts';
import type { HealthService } from './health.service.ts';

/** How articles did, and setting right what they got wrong. */
export function healthRoutes(app: HttpApp, health: HealthService): void {
  app.get(
    '/api/knowledge/health',
    { config: { access: 'knowledge:read' }, schema: { response: { 200: knowledgeHealthSchema } } },
    (request) => health.overview(callerOf(request).workspaceId),
  );
  app.get(
    '/api/knowledge/articles/:id/answers',
    {
      config: { access: 'knowledge:read' },
      schema: {
        params: idParamsSchema,
        querystring: articleAnswersQuerySchema,
        response: { 200: articleAnswersSchema },
      },
    },
    (request) => health.answers(callerOf(request).workspaceId, request.params.id, request.query),
  );
  app.post(
    '/api/knowledge/articles/:id/corrections',
    {
      config: { access: 'knowledge:write' },
      schema: {
        params: idParamsSchema,
        body: correctArticleSchema,
        response: { 200: doneSchema },
      },
    },
    async (request) => {
      await health.correct(callerOf(request), request.params.id, request.body);
      return { done: true as const };
    },
  );
}
