import { doneSchema, idParamsSchema } from '../../../../contracts/common.ts';
import { draftedSchema, gapsSchema, listGapsQuerySchema } from '../../../../contracts/learning.ts';
import { callerOf } from '../../../platform/http/access.ts';
import type { HttpApp } from '../../../platform/http/app.ts';
import type { GapService } from './gaps.service.ts';

const done = { done: true as const };
const write = {
  config: { access: 'knowledge:write' },
  schema: { params: idParamsSchema, response: { 200: doneSchema } },
} as const;

/** What the articles lack: read by everybody at the desk, filled by who writes articles. */
export function gapRoutes(app: HttpApp, gaps: GapService): void {
  app.get(
    '/api/knowledge/gaps',
    {
      config: { access: 'knowledge:read' },
      schema: { querystring: listGapsQuerySchema, response: { 200: gapsSchema } },
    },
    (request) => gaps.list(callerOf(request).workspaceId, request.query),
  );
  app.post(
    '/api/knowledge/gaps/:id/draft',
    {
      config: { access: 'knowledge:write' },
      schema: { params: idParamsSchema, response: { 200: draftedSchema } },
    },
    (request) => gaps.draft(callerOf(request), request.params.id),
  );
  app.post('/api/knowledge/gaps/:id/dismiss', write, async (request) => {
    await gaps.dismiss(callerOf(request).workspaceId, request.params.id);
    return done;
  });
  app.post('/api/knowledge/gaps/:id/reopen', write, async (request) => {
    await gaps.reopen(callerOf(request).workspaceId, request.params.id);
    return done;
  });
}
