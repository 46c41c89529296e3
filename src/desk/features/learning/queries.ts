import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { doneSchema, idSchema } from '../../../contracts/common.ts';
import {
  articleAnswersSchema,
  draftedSchema,
  figuresSchema,
  gapsSchema,
  knowledgeHealthSchema,
  proposalsSchema,
  replaySchema,
  samplesSchema,
  setUpSchema,
  type CorrectArticle,
  type GapState,
  type SampleVerdict,
  type StartCategory,
} from '../../../contracts/learning.ts';
import { path, type ApiRequest } from '../../lib/api.ts';
import { useApi } from '../../lib/api-context.ts';
import { queryKeys } from '../query-keys.ts';
import type { FiguresSearch } from './learning.routes.ts';

function useLearning<Schema extends z.ZodType>(
  name: string,
  filter: Record<string, string | number | boolean | undefined>,
  { to, response, enabled = true }: { to: string; response: Schema; enabled?: boolean },
) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.learningPart(name, { to, ...filter }),
    placeholderData: keepPreviousData,
    enabled,
    queryFn: ({ signal }) => api.request({ path: to, query: filter, response, signal }),
  });
}

/** Sends what a function makes of the input; everything learnt is read again afterwards. */
function useAct<Input, Schema extends z.ZodType>(
  requestOf: (input: Input) => Omit<ApiRequest<Schema>, 'signal'>,
) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => api.request({ method: 'POST', ...requestOf(input) }),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.learning }),
  });
}

export function useFigures(search: FiguresSearch) {
  return useLearning('figures', search, { to: '/api/assistant/figures', response: figuresSchema });
}

export function useSamples(search: FiguresSearch) {
  return useLearning('samples', search, { to: '/api/assistant/samples', response: samplesSchema });
}

export function useJudge() {
  return useAct(({ id, ...body }: { id: string; verdict: SampleVerdict; note: string }) => ({
    method: 'PUT',
    path: path`/api/assistant/samples/${id}`,
    body,
    response: doneSchema,
  }));
}

export function useProposals() {
  return useLearning(
    'proposals',
    {},
    { to: '/api/assistant/proposals', response: proposalsSchema },
  );
}

export function useLook() {
  return useAct(() => ({ path: '/api/assistant/proposals/look', response: proposalsSchema }));
}

export function useDecide() {
  return useAct(({ id, accept }: { id: string; accept: boolean }) => ({
    path: accept
      ? path`/api/assistant/proposals/${id}/accept`
      : path`/api/assistant/proposals/${id}/dismiss`,
    response: doneSchema,
  }));
}

export function useSetUp() {
  return useLearning('set-up', {}, { to: '/api/assistant/set-up', response: setUpSchema });
}

/** A replay, read again every two seconds while it runs. */
export function useReplay(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.learningPart('replay', { id }),
    queryFn: ({ signal }) =>
      api.request({
        path: path`/api/assistant/replays/${id}`,
        response: replaySchema,
        signal,
      }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 2_000 : false),
  });
}

export function useStartReplay() {
  return useAct((category: string) => ({
    path: '/api/assistant/replays',
    body: { category },
    response: z.object({ id: idSchema }),
  }));
}

export function useStartCategory() {
  return useAct(({ id, ...body }: StartCategory & { id: string }) => ({
    path: path`/api/assistant/replays/${id}/start`,
    body,
    response: doneSchema,
  }));
}

export function useGaps(filter: { state: GapState; page: number }) {
  return useLearning('gaps', filter, { to: '/api/knowledge/gaps', response: gapsSchema });
}

export function useDraftGap() {
  return useAct((id: string) => ({
    path: path`/api/knowledge/gaps/${id}/draft`,
    response: draftedSchema,
  }));
}

export function useSettleGap() {
  return useAct(({ id, dismiss }: { id: string; dismiss: boolean }) => ({
    path: dismiss
      ? path`/api/knowledge/gaps/${id}/dismiss`
      : path`/api/knowledge/gaps/${id}/reopen`,
    response: doneSchema,
  }));
}

export function useKnowledgeHealth() {
  return useLearning(
    'health',
    {},
    { to: '/api/knowledge/health', response: knowledgeHealthSchema },
  );
}

/** The answers that used an article; of some versions, or only those that customers got. */
export function useArticleAnswers(
  id: string,
  filter: { version?: number | undefined; since?: number | undefined; sent?: boolean } = {},
) {
  return useLearning('answers', filter, {
    to: path`/api/knowledge/articles/${id}/answers`,
    response: articleAnswersSchema,
  });
}

export function useCorrect(articleId: string) {
  return useAct((body: CorrectArticle) => ({
    path: path`/api/knowledge/articles/${articleId}/corrections`,
    body,
    response: doneSchema,
  }));
}
