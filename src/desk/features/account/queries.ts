import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { doneSchema } from '../../../contracts/common.ts';
import type { ChangeOwnAccount } from '../../../contracts/people.ts';
import { useApi } from '../../lib/api-context.ts';
import { queryKeys } from '../query-keys.ts';

/** Changes one's own name; what shows it is read again. */
export function useChangeOwnAccount() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ChangeOwnAccount) =>
      api.request({ method: 'PATCH', path: '/api/me', body, response: doneSchema }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.me }),
  });
}

/** Changes one's own password and ends every other session of the account. */
export function useChangePassword() {
  const api = useApi();
  return useMutation({
    mutationFn: (body: { currentPassword: string; newPassword: string }) =>
      api.request({
        method: 'POST',
        path: '/api/auth/change-password',
        body: { ...body, revokeOtherSessions: true },
        response: z.unknown(),
      }),
  });
}
