import { z } from 'zod';
import {
  assistantCaseSchema,
  assistantDecisionSchema,
  decisionLineSchema,
  turnPathSchema,
  turnStateSchema,
} from '../../../../contracts/assistant-decisions.ts';
import {
  doneSchema,
  idParamsSchema,
  idSchema,
  nameSchema,
  pageOf,
  pageQuerySchema,
} from '../../../../contracts/common.ts';
import { callerOf } from '../../../platform/http/access.ts';
import type { HttpApp } from '../../../platform/http/app.ts';
import type { AssistantReader } from './drafts.service.ts';

const listQuery = pageQuerySchema.extend({
  path: turnPathSchema.optional(),
  state: turnStateSchema.optional(),
  category: nameSchema.optional(),
  articleId: idSchema.optional(),
});

/** The assistant's turns, as agents and auditors read them. */
export function assistantRoutes(app: HttpApp, reader: AssistantReader): void {
  const access = 'assistant:read' as const;
  app.get(
    '/api/tickets/:id/assistant',
    {
      config: { access },
      schema: { params: idParamsSchema, response: { 200: assistantCaseSchema } },
    },
    (request) => reader.ofTicket(callerOf(request).workspaceId, request.params.id),
  );
  app.get(
    '/api/assistant/decisions',
    {
      config: { access },
      schema: { querystring: listQuery, response: { 200: pageOf(decisionLineSchema) } },
    },
    (request) => reader.list(callerOf(request).workspaceId, request.query),
  );
  app.get(
    '/api/assistant/decisions/:id',
    {
      config: { access },
      schema: { params: idParamsSchema, response: { 200: assistantDecisionSchema } },
    },
    (request) => reader.get(callerOf(request).workspaceId, request.params.id),
  );
  app.post(
    '/api/assistant/decisions/:id/dismiss',
    {
      config: { access: 'assistant:draft' },
      schema: { params: idParamsSchema, body: z.object({}), response: { 200: doneSchema } },
    },
    async (request) => {
      await reader.dismiss(callerOf(request), request.params.id);
      return { done: true as const };
    },
  );
}
