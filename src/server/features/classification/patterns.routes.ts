import {
  entityPatternsSchema,
  saveEntityPatternsSchema,
  triedPatternsSchema,
  tryPatternsSchema,
} from '../../../contracts/entities.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { EntityPatternService } from './patterns.ts';

/** How the things are written that agents want to see in tickets. */
export function entityPatternRoutes(app: HttpApp, patterns: EntityPatternService): void {
  app.get(
    '/api/entity-patterns',
    { config: { access: 'settings:read' }, schema: { response: { 200: entityPatternsSchema } } },
    (request) => patterns.read(callerOf(request).workspaceId),
  );
  app.put(
    '/api/entity-patterns',
    {
      config: { access: 'settings:write' },
      schema: { body: saveEntityPatternsSchema, response: { 200: entityPatternsSchema } },
    },
    (request) => patterns.save(callerOf(request).workspaceId, request.body.patterns),
  );
  app.post(
    '/api/entity-patterns/try',
    {
      config: { access: 'settings:write' },
      schema: { body: tryPatternsSchema, response: { 200: triedPatternsSchema } },
    },
    async (request) => ({ results: patterns.try(request.body) }),
  );
}
