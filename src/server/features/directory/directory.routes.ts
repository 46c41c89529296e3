import { z } from 'zod';
import { groupSchema } from '../../../contracts/people.ts';
import { categorySchema } from '../../../contracts/tickets.ts';
import type { Database } from '../../platform/db/database.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import { listCategories, listGroups } from './directory.store.ts';

/** The short lists that fields of a ticket choose from. */
export function directoryRoutes(app: HttpApp, database: Database): void {
  app.get(
    '/api/groups',
    {
      config: { access: 'agent:read' },
      schema: { response: { 200: z.object({ groups: z.array(groupSchema) }) } },
    },
    async (request) => ({
      groups: await database.inWorkspace(callerOf(request).workspaceId, listGroups),
    }),
  );
  app.get(
    '/api/categories',
    {
      config: { access: 'ticket:read' },
      schema: { response: { 200: z.object({ categories: z.array(categorySchema) }) } },
    },
    async (request) => ({
      categories: await database.inWorkspace(callerOf(request).workspaceId, listCategories),
    }),
  );
}
