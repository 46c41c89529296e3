import { z } from 'zod';
import { doneSchema, idParamsSchema } from '../../../contracts/common.ts';
import { groupSchema } from '../../../contracts/people.ts';
import { categorySchema, saveCategorySchema } from '../../../contracts/tickets.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { DirectoryService } from './directory.service.ts';

const done = { done: true as const };

/** Groups and categories of the workspace. */
export function directoryRoutes(app: HttpApp, directory: DirectoryService): void {
  app.get(
    '/api/groups',
    {
      config: { access: 'agent:read' },
      schema: { response: { 200: z.object({ groups: z.array(groupSchema) }) } },
    },
    async (request) => ({ groups: await directory.groups(callerOf(request).workspaceId) }),
  );
  app.get(
    '/api/categories',
    {
      config: { access: 'ticket:read' },
      schema: { response: { 200: z.object({ categories: z.array(categorySchema) }) } },
    },
    async (request) => ({ categories: await directory.categories(callerOf(request).workspaceId) }),
  );
  app.post(
    '/api/categories',
    {
      config: { access: 'team:write' },
      schema: { body: saveCategorySchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await directory.saveCategory(callerOf(request).workspaceId, null, request.body);
      return done;
    },
  );
  app.put(
    '/api/categories/:id',
    {
      config: { access: 'team:write' },
      schema: { params: idParamsSchema, body: saveCategorySchema, response: { 200: doneSchema } },
    },
    async (request) => {
      const { workspaceId } = callerOf(request);
      await directory.saveCategory(workspaceId, request.params.id, request.body);
      return done;
    },
  );
  app.delete(
    '/api/categories/:id',
    {
      config: { access: 'team:write' },
      schema: { params: idParamsSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await directory.removeCategory(callerOf(request).workspaceId, request.params.id);
      return done;
    },
  );
}
