import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { recipesSchema, type RecipeId } from '../../../contracts/recipes.ts';
import { path } from '../../lib/api.ts';
import { useApi } from '../../lib/api-context.ts';
import { queryKeys } from '../query-keys.ts';

/** All recipes, and which are put in. */
export function useRecipes() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.recipes,
    queryFn: ({ signal }) => api.request({ path: '/api/recipes', response: recipesSchema, signal }),
    select: ({ recipes }) => recipes,
  });
}

/** Puts a recipe in or takes it out. */
export function useSwitchRecipe() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, install }: { id: RecipeId; install: boolean }) =>
      api.request({
        method: 'POST',
        path: `${path`/api/recipes/${id}`}/${install ? 'install' : 'uninstall'}`,
        response: recipesSchema,
      }),
    // What a recipe makes is shown in rules, queues and views: all of it is read again.
    onSuccess: () => client.invalidateQueries(),
  });
}
