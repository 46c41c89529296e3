import {
  boardSchema,
  boardWorkPageSchema,
  boardWorkQuerySchema,
  escalationsSchema,
  guardrailsSchema,
  saveGuardrailsSchema,
  setCapacityRuleSchema,
  setSurgeSchema,
  surgeSchema,
} from '../../../contracts/board.ts';
import { doneSchema, idParamsSchema } from '../../../contracts/common.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { BoardService } from './board.service.ts';

/** The operations board, for supervisors. */
export function boardRoutes(app: HttpApp, board: BoardService): void {
  app.get(
    '/api/board',
    { config: { access: 'board:read' }, schema: { response: { 200: boardSchema } } },
    (request) => board.read(callerOf(request).workspaceId),
  );
  app.get(
    '/api/board/work',
    {
      config: { access: 'board:read' },
      schema: { querystring: boardWorkQuerySchema, response: { 200: boardWorkPageSchema } },
    },
    (request) => board.work(callerOf(request).workspaceId, request.query),
  );
  app.get(
    '/api/board/escalations',
    { config: { access: 'board:read' }, schema: { response: { 200: escalationsSchema } } },
    async (request) => ({ items: await board.escalations(callerOf(request).workspaceId) }),
  );
  app.put(
    '/api/board/surge',
    {
      config: { access: 'board:write' },
      schema: { body: setSurgeSchema, response: { 200: surgeSchema } },
    },
    (request) => board.setSurge(callerOf(request).workspaceId, request.body),
  );
  app.put(
    '/api/board/guardrails',
    {
      config: { access: 'settings:write' },
      schema: { body: saveGuardrailsSchema, response: { 200: guardrailsSchema } },
    },
    (request) => board.saveGuardrails(callerOf(request).workspaceId, request.body),
  );
  app.put(
    '/api/board/agents/:id/capacity-rule',
    {
      config: { access: 'board:write' },
      schema: {
        params: idParamsSchema,
        body: setCapacityRuleSchema,
        response: { 200: doneSchema },
      },
    },
    async (request) => {
      const { workspaceId } = callerOf(request);
      await board.setCapacityRule(workspaceId, request.params.id, request.body.capacityRuleId);
      return { done: true as const };
    },
  );
}
