import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import {
  attainmentCasesSchema,
  attainmentSchema,
  type AttainmentQuery,
  type AttainmentVerdict,
} from '../../../contracts/sla-attainment.ts';
import type { SlaMetric } from '../../../contracts/sla-chip.ts';
import { useApi } from '../../lib/api-context.ts';
import { queryString } from '../../lib/api.ts';
import { queryKeys } from '../query-keys.ts';

/** Which cases stand behind a figure. */
export type CaseQuery = AttainmentQuery & {
  policyId?: string | undefined;
  metric?: SlaMetric | undefined;
  verdict?: AttainmentVerdict | undefined;
};

/** How well promises were kept in a period. What was there stays until the next answer is. */
export function useAttainment(query: AttainmentQuery) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.slaAttainment(query),
    queryFn: ({ signal }) =>
      api.request({ path: '/api/sla/attainment', query, response: attainmentSchema, signal }),
    select: ({ rows }) => rows,
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
}

/** The cases behind a figure, page by page. */
export function useAttainmentCases(query: CaseQuery) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: queryKeys.slaAttainment({ cases: query }),
    queryFn: ({ pageParam, signal }) =>
      api.request({
        path: '/api/sla/attainment/cases',
        query: { ...query, cursor: pageParam },
        response: attainmentCasesSchema,
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

/** Where a file of the table or of its cases is fetched. */
export function attainmentFile(of: 'table' | 'cases', query: CaseQuery): string {
  return `/api/sla/attainment/file${queryString({ of, ...query })}`;
}
