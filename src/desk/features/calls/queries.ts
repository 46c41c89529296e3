import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  customerMatchesSchema,
  loggedCallSchema,
  myCallSchema,
  type logCallSchema,
  type MyCall,
  type RunningCall,
  type startCallSchema,
} from '../../../contracts/calls.ts';
import { path } from '../../lib/api.ts';
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

/** The call one is on. */
export type MyRunningCall = RunningCall & {
  /** When it began by this browser's clock, which need not be the server's. */
  readonly startedMs: number;
};

/** The call one is on; null: none. */
export function useMyCall() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.myCall,
    queryFn: async ({ signal }) =>
      byThisClock(await api.request({ path: '/api/me/call', response: myCallSchema, signal })),
  });
}

function byThisClock({ call, serverTime }: MyCall): MyRunningCall | null {
  if (!call) return null;
  const lastedMs = Date.parse(serverTime) - Date.parse(call.startedAt);
  return { ...call, startedMs: Date.now() - lastedMs };
}

/** Begins a call, of which all that is known may be that the phone has rung. */
export function useStartCall() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<typeof startCallSchema>) =>
      api.request({ method: 'PUT', path: '/api/me/call', body, response: myCallSchema }),
    onSuccess: (mine) => client.setQueryData(queryKeys.myCall, byThisClock(mine)),
  });
}

/** Ends a call of which nothing is to be noted. */
export function useDropCall() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      api.request({ method: 'DELETE', path: path`/api/me/call/${id}`, response: myCallSchema }),
    onSuccess: (mine) => client.setQueryData(queryKeys.myCall, byThisClock(mine)),
  });
}

/** Notes a call; the one it ends is over. */
export function useLogCall() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<typeof logCallSchema>) =>
      api.request({ method: 'POST', path: '/api/calls', body, response: loggedCallSchema }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.myCall }),
  });
}
