import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  customerMatchesSchema,
  loggedCallSchema,
  type logCallSchema,
} from '../../../contracts/calls.ts';
import { useApi } from '../../lib/api-context.ts';
import { queryKeys } from '../query-keys.ts';

/** Customers the words may mean; nothing is asked below two characters. */
export function useCustomerMatches(words: string) {
  const api = useApi();
  const q = words.trim();
  return useQuery({
    queryKey: queryKeys.customerMatches(q),
    enabled: q.length >= 2,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.request({
        path: `/api/customers?${new URLSearchParams({ q }).toString()}`,
        response: customerMatchesSchema,
        signal,
      }),
    select: ({ customers }) => customers,
  });
}

/** Notes a call. */
export function useLogCall() {
  const api = useApi();
  return useMutation({
    mutationFn: (body: z.input<typeof logCallSchema>) =>
      api.request({ method: 'POST', path: '/api/calls', body, response: loggedCallSchema }),
  });
}
