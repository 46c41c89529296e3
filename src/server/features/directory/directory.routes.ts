import { z } from 'zod';
import { groupSchema } from '../../../contracts/people.ts';
import { categorySchema } from '../../../contracts/tickets.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { DirectoryService } from './directory.service.ts';

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
}
