import { addApiKeySchema, addedApiKeySchema, apiKeysSchema } from '../../../contracts/api.ts';
import { doneSchema, idParamsSchema } from '../../../contracts/common.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { ApiKeyService } from './keys.service.ts';

/** The keys of the workspace, for those who set it up. */
export function apiKeyRoutes(app: HttpApp, keys: ApiKeyService): void {
  app.get(
    '/api/keys',
    { config: { access: 'settings:write' }, schema: { response: { 200: apiKeysSchema } } },
    async (request) => ({ keys: await keys.list(callerOf(request).workspaceId) }),
  );
  app.post(
    '/api/keys',
    {
      config: { access: 'settings:write' },
      schema: { body: addApiKeySchema, response: { 200: addedApiKeySchema } },
    },
    (request) => keys.add(callerOf(request), request.body.name),
  );
  app.delete(
    '/api/keys/:id',
    {
      config: { access: 'settings:write' },
      schema: { params: idParamsSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await keys.revoke(callerOf(request).workspaceId, request.params.id);
      return { done: true as const };
    },
  );
}
