import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  approvalSchema,
  approvalsSchema,
  type Approval,
  type DecideApproval,
} from '../../../../contracts/approvals.ts';
import { useApi } from '../../../lib/api-context.ts';
import { path } from '../../../lib/api.ts';
import { queryKeys } from '../../query-keys.ts';

/** What waits for a person, soonest deadline first, or what was decided, newest first. */
export function useApprovals({
  settled = false,
  enabled = true,
}: { settled?: boolean; enabled?: boolean } = {}) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.approvalList(settled),
    queryFn: ({ signal }) =>
      api.request({
        path: '/api/approvals',
        query: { settled },
        response: approvalsSchema,
        signal,
      }),
    select: ({ approvals }) => approvals,
    enabled,
  });
}

/** How many other corrections wait with the same text, for whoever may decide on them. */
export function useAlike({ id, decision: { reason, text } }: Approval): number {
  const { data = [] } = useApprovals({ enabled: reason === 'correction' });
  if (reason !== 'correction') return 0;
  return data.filter(
    ({ decision, mayDecide, ...one }) =>
      mayDecide && one.id !== id && decision.reason === reason && decision.text === text,
  ).length;
}

/** Decides on one; whatever comes back, the lists are read again. */
export function useDecideApproval({ id }: Pick<Approval, 'id'>) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: DecideApproval) =>
      api.request({
        method: 'POST',
        path: path`/api/approvals/${id}`,
        body,
        response: approvalSchema,
      }),
    // Not waited for: what came of it is told at once, before the lists have changed.
    onSettled: () => void client.invalidateQueries({ queryKey: queryKeys.approvals }),
  });
}
