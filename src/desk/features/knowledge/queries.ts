import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { z } from 'zod';
import { doneSchema } from '../../../contracts/common.ts';
import {
  articlePageSchema,
  articleSchema,
  articleTextSchema,
  importSchema,
  importsSchema,
  kbSectionSchema,
  previewedSchema,
  synonymProposalsSchema,
  synonymsSchema,
  type Article,
  type SetArticleStatus,
  type changeArticleSchema,
  type createArticleSchema,
} from '../../../contracts/knowledge.ts';
import { path } from '../../lib/api.ts';
import { useApi } from '../../lib/api-context.ts';
import { queryKeys } from '../query-keys.ts';
import type { KnowledgeSearch } from './knowledge.routes.ts';

/** Articles of a filter, a page at a time. */
export function useArticles({ section, status, q, due }: KnowledgeSearch) {
  const api = useApi();
  const filter = { section, status, search: q, due };
  return useInfiniteQuery({
    queryKey: queryKeys.knowledgePart('articles', filter),
    initialPageParam: undefined as string | undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam: cursor, signal }) =>
      api.request({
        path: '/api/knowledge/articles',
        query: { ...filter, cursor },
        response: articlePageSchema,
        signal,
      }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

export function useKbSections() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.knowledgePart('sections'),
    queryFn: ({ signal }) =>
      api.request({
        path: '/api/knowledge/sections',
        response: z.object({ sections: z.array(kbSectionSchema) }),
        signal,
      }),
    select: ({ sections }) => sections,
  });
}

export function useArticle(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.knowledgePart('article', { id }),
    queryFn: ({ signal }) =>
      api.request({ path: path`/api/knowledge/articles/${id}`, response: articleSchema, signal }),
  });
}

/** An earlier text of an article. */
export function useArticleText(id: string, version: number) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.knowledgePart('text', { id, version }),
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      api.request({
        path: path`/api/knowledge/articles/${id}/versions/${version}`,
        response: articleTextSchema,
        signal,
      }),
  });
}

/** Markdown as it will be shown. */
export function usePreview(body: string, enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.knowledgePart('preview', { body }),
    enabled,
    gcTime: 10_000,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.request({
        method: 'POST',
        path: '/api/knowledge/preview',
        body: { body },
        response: previewedSchema,
        signal,
      }),
  });
}

function useRefresh() {
  const client = useQueryClient();
  return (article?: Article) => {
    if (article) {
      client.setQueryData(queryKeys.knowledgePart('article', { id: article.id }), article);
    }
    return client.invalidateQueries({ queryKey: queryKeys.knowledge });
  };
}

export function useCreateArticle() {
  const api = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: z.input<typeof createArticleSchema>) =>
      api.request({
        method: 'POST',
        path: '/api/knowledge/articles',
        body,
        response: articleSchema,
      }),
    onSuccess: refresh,
  });
}

export function useChangeArticle(id: string) {
  const api = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: z.input<typeof changeArticleSchema>) =>
      api.request({
        method: 'PATCH',
        path: path`/api/knowledge/articles/${id}`,
        body,
        response: articleSchema,
      }),
    onSuccess: refresh,
    // What somebody else wrote meanwhile is to be seen.
    onError: () => refresh(),
  });
}

/** Publishes, takes back or puts away the text of a version, if it is the newest. */
export function useSetArticleStatus(id: string) {
  const api = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: SetArticleStatus) =>
      api.request({
        method: 'POST',
        path: path`/api/knowledge/articles/${id}/status`,
        body,
        response: articleSchema,
      }),
    onSuccess: refresh,
    onError: () => refresh(),
  });
}

/** Deletes an article that was put away. */
export function useDeleteArticle(id: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api.request({
        method: 'DELETE',
        path: path`/api/knowledge/articles/${id}`,
        response: doneSchema,
      }),
    onSuccess: () => {
      client.removeQueries({ queryKey: queryKeys.knowledgePart('article', { id }) });
      return client.invalidateQueries({ queryKey: queryKeys.knowledgePart('articles') });
    },
  });
}

/** Adds a section, or renames the one of that id; no name deletes it. */
export function useSaveKbSection() {
  const api = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, name }: { id: string | null; name: string | null }) =>
      api.request({
        method: id === null ? 'POST' : name === null ? 'DELETE' : 'PUT',
        path: id === null ? '/api/knowledge/sections' : path`/api/knowledge/sections/${id}`,
        ...(name !== null && { body: { name } }),
        response: doneSchema,
      }),
    onSuccess: () => refresh(),
  });
}

export function useSynonyms() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.knowledgePart('synonyms'),
    queryFn: ({ signal }) =>
      api.request({
        path: '/api/knowledge/synonyms',
        response: z.object({ synonyms: z.array(synonymsSchema) }),
        signal,
      }),
    select: ({ synonyms }) => synonyms,
  });
}

/** Synonyms that past answers suggest. */
export function useSynonymProposals() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.knowledgePart('synonym-proposals'),
    queryFn: ({ signal }) =>
      api.request({
        path: '/api/knowledge/synonym-proposals',
        response: synonymProposalsSchema,
        signal,
      }),
    select: ({ proposals }) => proposals,
  });
}

/** Takes a proposal over, or dismisses it. */
export function useAnswerProposal() {
  const api = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, accepts }: { id: string; accepts: boolean }) =>
      api.request({
        method: 'POST',
        path: path`/api/knowledge/synonym-proposals/${id}/answer`,
        body: { accepts },
        response: doneSchema,
      }),
    onSuccess: () => refresh(),
  });
}

/** Adds a set of synonyms, changes the one of that id, or deletes it (no words). */
export function useSaveSynonyms() {
  const api = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, words }: { id: string | null; words: string[] | null }) =>
      api.request({
        method: id === null ? 'POST' : words === null ? 'DELETE' : 'PUT',
        path: id === null ? '/api/knowledge/synonyms' : path`/api/knowledge/synonyms/${id}`,
        ...(words !== null && { body: { words } }),
        response: doneSchema,
      }),
    onSuccess: () => refresh(),
  });
}

/** What is sent to be imported: a file of a kind, or addresses. */
export type ImportRequest = {
  kind: 'files' | 'jsonl' | 'help_centre' | 'urls';
  file: File | null;
  urls: readonly string[];
  options: {
    sectionId: string | null;
    language: string;
    visibility: 'public' | 'internal';
    publish: boolean;
    dryRun: boolean;
  };
};

/** Starts an import. */
export function useStartImport() {
  const api = useApi();
  return useMutation({
    mutationFn: ({ kind, file, urls, options }: ImportRequest) => {
      if (kind === 'urls') {
        return api.request({
          method: 'POST',
          path: '/api/knowledge/imports/urls',
          body: { ...options, urls },
          response: importSchema,
        });
      }
      const body = new FormData();
      if (file) body.append('file', file);
      return api.request({
        method: 'POST',
        path: '/api/knowledge/imports/files',
        query: { kind, ...options },
        body,
        response: importSchema,
      });
    },
  });
}

/** The latest imports, newest first. */
export function useImports() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.knowledgePart('imports', {}),
    queryFn: ({ signal }) =>
      api.request({
        path: '/api/knowledge/imports',
        response: importsSchema,
        signal,
      }),
    select: ({ imports }) => imports,
  });
}

/** How far an import is; looked at until it is finished. */
export function useImport(id: string | null) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.knowledgePart('import', { id }),
    enabled: id !== null,
    queryFn: ({ signal }) =>
      api.request({
        path: path`/api/knowledge/imports/${id ?? ''}`,
        response: importSchema,
        signal,
      }),
    refetchInterval: ({ state }) =>
      state.data?.state === 'done' || state.data?.state === 'failed' ? false : 700,
  });
}
