import { doneSchema, idParamsSchema } from '../../../contracts/common.ts';
import {
  changeTriggerSchema,
  createTriggerSchema,
  dryRunResultSchema,
  dryRunSchema,
  orderTriggersSchema,
  restoreTriggerSchema,
  triggerRunsSchema,
  triggerSchema,
  triggersSchema,
  triggerVersionsSchema,
  triggerVocabularySchema,
} from '../../../contracts/triggers.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { TriggerService } from './triggers.service.ts';

/** Rules: read by supervisors, written by admins. */
export function triggerRoutes(app: HttpApp, triggers: TriggerService): void {
  readingRoutes(app, triggers);
  writingRoutes(app, triggers);
}

function readingRoutes(app: HttpApp, triggers: TriggerService): void {
  const access = 'trigger:read' as const;
  app.get(
    '/api/triggers',
    { config: { access }, schema: { response: { 200: triggersSchema } } },
    async (request) => ({ triggers: await triggers.list(callerOf(request).workspaceId) }),
  );
  app.get(
    '/api/triggers/vocabulary',
    { config: { access }, schema: { response: { 200: triggerVocabularySchema } } },
    (request) => triggers.vocabulary(callerOf(request).workspaceId),
  );
  app.get(
    '/api/triggers/:id/versions',
    {
      config: { access },
      schema: { params: idParamsSchema, response: { 200: triggerVersionsSchema } },
    },
    async (request) => ({
      versions: await triggers.versions(callerOf(request).workspaceId, request.params.id),
    }),
  );
  app.get(
    '/api/triggers/:id/runs',
    {
      config: { access },
      schema: { params: idParamsSchema, response: { 200: triggerRunsSchema } },
    },
    async (request) => ({
      runs: await triggers.runs(callerOf(request).workspaceId, request.params.id),
    }),
  );
  app.post(
    '/api/triggers/dry-run',
    { config: { access }, schema: { body: dryRunSchema, response: { 200: dryRunResultSchema } } },
    (request) => triggers.dryRun(callerOf(request).workspaceId, request.body),
  );
}

function writingRoutes(app: HttpApp, triggers: TriggerService): void {
  const access = 'trigger:write' as const;
  app.post(
    '/api/triggers',
    { config: { access }, schema: { body: createTriggerSchema, response: { 200: triggerSchema } } },
    (request) => triggers.create(callerOf(request), request.body),
  );
  app.patch(
    '/api/triggers/:id',
    {
      config: { access },
      schema: {
        params: idParamsSchema,
        body: changeTriggerSchema,
        response: { 200: triggerSchema },
      },
    },
    (request) => triggers.change(callerOf(request), request.params.id, request.body),
  );
  app.delete(
    '/api/triggers/:id',
    { config: { access }, schema: { params: idParamsSchema, response: { 200: doneSchema } } },
    async (request) => {
      await triggers.remove(callerOf(request), request.params.id);
      return { done: true as const };
    },
  );
  app.put(
    '/api/triggers/order',
    { config: { access }, schema: { body: orderTriggersSchema, response: { 200: doneSchema } } },
    async (request) => {
      await triggers.order(callerOf(request).workspaceId, request.body.ids);
      return { done: true as const };
    },
  );
  app.post(
    '/api/triggers/:id/restore',
    {
      config: { access },
      schema: {
        params: idParamsSchema,
        body: restoreTriggerSchema,
        response: { 200: triggerSchema },
      },
    },
    (request) => triggers.restore(callerOf(request), request.params.id, request.body.version),
  );
}
