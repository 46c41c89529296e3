import { QueryClient } from '@tanstack/react-query';
import { isApiProblem } from './api-problem.ts';

/** The cache of what the server said. Realtime changes invalidate it, so it may be trusted for a while; only what can help is tried again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && (!isApiProblem(error) || error.problem.retry),
      },
      mutations: { retry: false },
    },
  });
}
