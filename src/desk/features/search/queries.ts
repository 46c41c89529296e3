import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { searchResultsSchema } from '../../../contracts/search.ts';
import { useApi } from '../../lib/api-context.ts';

const SHOWN = 6;
const PAGE_SIZE = 25;
/** The furthest the server pages. */
const LAST_OFFSET = 200;

/** The best results, while somebody types. */
export function useQuickSearch(query: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['tickets', 'search', query],
    queryFn: ({ signal }) =>
      api.request({
        path: '/api/search',
        query: { q: query, limit: SHOWN },
        response: searchResultsSchema,
        signal,
      }),
    enabled: query !== '',
    placeholderData: keepPreviousData,
  });
}

/** All results, page by page. */
export function useSearchPages(query: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['tickets', 'search', query, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      api.request({
        path: '/api/search',
        query: { q: query, limit: PAGE_SIZE, offset: pageParam },
        response: searchResultsSchema,
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: ({ more }, _pages, offset) =>
      more && offset + PAGE_SIZE <= LAST_OFFSET ? offset + PAGE_SIZE : null,
    enabled: query !== '',
  });
}
