import { doneSchema, idParamsSchema } from '../../../contracts/common.ts';
import { followupModesSchema, setFollowupModeSchema } from '../../../contracts/sessions.ts';
import type { Core } from '../../platform/core.ts';
import { notFound } from '../../platform/errors.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import { listFollowupModes, setFollowupMode } from './sessions.store.ts';

/** How the rest of ended chats goes on, queue by queue. */
export function followupModeRoutes(app: HttpApp, { database }: Pick<Core, 'database'>): void {
  app.get(
    '/api/followup-modes',
    { config: { access: 'settings:read' }, schema: { response: { 200: followupModesSchema } } },
    async (request) => ({
      queues: await database.inWorkspace(callerOf(request).workspaceId, listFollowupModes),
    }),
  );
  app.put(
    '/api/followup-modes/:id',
    {
      config: { access: 'settings:write' },
      schema: {
        params: idParamsSchema,
        body: setFollowupModeSchema,
        response: { 200: doneSchema },
      },
    },
    async (request) => {
      await database.inWorkspace(callerOf(request).workspaceId, async (scope) => {
        const { workspaceId } = scope;
        const changed = await setFollowupMode(scope, request.params.id, request.body.mode);
        if (!changed) throw notFound('queue');
        scope.record({ type: 'settings.changed', workspaceId });
      });
      return { done: true as const };
    },
  );
}
