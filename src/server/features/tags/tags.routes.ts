import { doneSchema, idParamsSchema } from '../../../contracts/common.ts';
import { saveTagSchema, tagSchema, tagsSchema } from '../../../contracts/tags.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { TagService } from './tags.service.ts';

/** Tags: read by everybody, changed by supervisors. */
export function tagRoutes(app: HttpApp, tags: TagService): void {
  app.get(
    '/api/tags',
    { config: { access: 'tag:read' }, schema: { response: { 200: tagsSchema } } },
    async (request) => ({ tags: await tags.list(callerOf(request).workspaceId) }),
  );
  app.post(
    '/api/tags',
    {
      config: { access: 'tag:write' },
      schema: { body: saveTagSchema, response: { 200: tagSchema } },
    },
    (request) => tags.create(callerOf(request).workspaceId, request.body.name),
  );
  app.patch(
    '/api/tags/:id',
    {
      config: { access: 'tag:write' },
      schema: { params: idParamsSchema, body: saveTagSchema, response: { 200: tagSchema } },
    },
    (request) => tags.rename(callerOf(request).workspaceId, request.params.id, request.body.name),
  );
  app.delete(
    '/api/tags/:id',
    {
      config: { access: 'tag:write' },
      schema: { params: idParamsSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await tags.remove(callerOf(request).workspaceId, request.params.id);
      return { done: true as const };
    },
  );
}
