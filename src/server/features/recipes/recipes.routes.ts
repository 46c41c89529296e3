import { recipeParamsSchema, recipesSchema } from '../../../contracts/recipes.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { RecipeService } from './recipes.service.ts';

/** Recipes: each answer is the whole list as it is afterwards. */
export function recipeRoutes(app: HttpApp, recipes: RecipeService): void {
  app.get(
    '/api/recipes',
    { config: { access: 'trigger:read' }, schema: { response: { 200: recipesSchema } } },
    async (request) => ({ recipes: await recipes.list(callerOf(request).workspaceId) }),
  );
  app.post(
    '/api/recipes/:id/install',
    {
      config: { access: 'trigger:write' },
      schema: { params: recipeParamsSchema, response: { 200: recipesSchema } },
    },
    async (request) => ({
      recipes: await recipes.install(callerOf(request), request.params.id),
    }),
  );
  app.post(
    '/api/recipes/:id/uninstall',
    {
      config: { access: 'trigger:write' },
      schema: { params: recipeParamsSchema, response: { 200: recipesSchema } },
    },
    async (request) => ({
      recipes: await recipes.uninstall(callerOf(request), request.params.id),
    }),
  );
}
