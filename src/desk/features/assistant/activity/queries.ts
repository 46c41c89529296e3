import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import {
  assistantDecisionSchema,
  decisionLineSchema,
  type TurnPath,
  type TurnState,
} from '../../../../contracts/assistant-decisions.ts';
import { pageOf } from '../../../../contracts/common.ts';
import { useApi } from '../../../lib/api-context.ts';
import { path } from '../../../lib/api.ts';
import { queryKeys } from '../../query-keys.ts';

const turnPageSchema = pageOf(decisionLineSchema);

/** Which turns are listed, as the address says it; undefined lists all. */
export type TurnFilter = {
  path?: TurnPath | undefined;
  outcome?: TurnState | undefined;
  category?: string | undefined;
  articleId?: string | undefined;
};

/** Turns of all tickets, newest first, page by page. */
export function useTurns({ outcome: state, ...rest }: TurnFilter) {
  const api = useApi();
  const filter = { ...rest, state };
  return useInfiniteQuery({
    queryKey: queryKeys.assistantTurns(filter),
    initialPageParam: undefined as string | undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam: cursor, signal }) =>
      api.request({
        path: '/api/assistant/decisions',
        query: { ...filter, cursor },
        response: turnPageSchema,
        signal,
      }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

/** The whole record of a turn. */
export function useTurn(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.assistantTurn(id),
    queryFn: ({ signal }) =>
      api.request({
        path: path`/api/assistant/decisions/${id}`,
        response: assistantDecisionSchema,
        signal,
      }),
  });
}
