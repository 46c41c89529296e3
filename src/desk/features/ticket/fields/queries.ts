import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { tagSchema, tagsSchema } from '../../../../contracts/tags.ts';
import { useApi } from '../../../lib/api-context.ts';
import { path } from '../../../lib/api.ts';
import { queryKeys } from '../../query-keys.ts';

/** All tags of the workspace. */
export function useTags() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.tags,
    queryFn: ({ signal }) => api.request({ path: '/api/tags', response: tagsSchema, signal }),
    select: ({ tags }) => tags,
  });
}

/** Adds a tag. */
export function useAddTag() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) =>
      api.request({ method: 'POST', path: '/api/tags', body: { name }, response: tagSchema }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.tags }),
  });
}

/** Gives a tag another name; the tickets keep it. */
export function useRenameTag() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, name }: { id: string; name: string }) =>
      api.request({
        method: 'PATCH',
        path: path`/api/tags/${id}`,
        body: { name },
        response: tagSchema,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.tags }),
  });
}

/** Deletes a tag, also from its tickets. */
export function useDeleteTag() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      api.request({ method: 'DELETE', path: path`/api/tags/${id}`, response: z.unknown() }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.tags }),
  });
}
