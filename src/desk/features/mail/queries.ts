import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { doneSchema } from '../../../contracts/common.ts';
import { mailIntakeSchema, outboxSchema, quarantineSchema } from '../../../contracts/mail.ts';
import { useApi } from '../../lib/api-context.ts';
import { path } from '../../lib/api.ts';
import { queryKeys } from '../query-keys.ts';

/** How mail gets in, and how much is in quarantine. */
export function useIntake({ enabled = true }: { enabled?: boolean } = {}) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.intake,
    queryFn: ({ signal }) =>
      api.request({ path: '/api/mail/intake', response: mailIntakeSchema, signal }),
    enabled,
  });
}

/** Outgoing mail, latest first. */
export function useOutbox() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: queryKeys.outbox,
    queryFn: ({ pageParam, signal }) =>
      api.request({
        path: '/api/mail/outbox',
        query: { cursor: pageParam },
        response: outboxSchema,
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** Mail that could not be read. */
export function useQuarantine() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: queryKeys.quarantine,
    queryFn: ({ pageParam, signal }) =>
      api.request({
        path: '/api/mail/quarantine',
        query: { cursor: pageParam },
        response: quarantineSchema,
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** Address of the source of a mail in quarantine, as a download. */
export function sourceUrl(id: string): string {
  return path`/api/mail/quarantine/${id}/source`;
}

/** Sends a mail that did not leave once more. */
export function useSendAgain() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      api.request({
        method: 'POST',
        path: path`/api/mail/outbox/${id}/send`,
        body: {},
        response: doneSchema,
      }),
    onSettled: () => void client.invalidateQueries({ queryKey: queryKeys.mail }),
  });
}

/** Reads a mail in quarantine once more. */
export function useRetryMail() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      api.request({
        method: 'POST',
        path: path`/api/mail/quarantine/${id}/retry`,
        body: {},
        response: doneSchema,
      }),
    onSettled: () => void client.invalidateQueries({ queryKey: queryKeys.mail }),
  });
}
