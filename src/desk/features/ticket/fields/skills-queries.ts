import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  ticketSkillsSchema,
  type TicketSkill,
  type TicketSkills,
} from '../../../../contracts/routing.ts';
import { useApi } from '../../../lib/api-context.ts';
import { path } from '../../../lib/api.ts';
import { useToast } from '../../../ui/toast.tsx';
import { queryKeys } from '../../query-keys.ts';

/** The skills a ticket asks for. */
export function useTicketSkills(ticketId: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.ticketSkills(ticketId),
    queryFn: ({ signal }) =>
      api.request({
        path: path`/api/tickets/${ticketId}/skills`,
        response: ticketSkillsSchema,
        signal,
      }),
  });
}

/** Sets them by hand; shown at once, and put back with the reason when that fails. */
export function useSetTicketSkills(ticketId: string) {
  const { t } = useTranslation();
  const api = useApi();
  const client = useQueryClient();
  const toast = useToast();
  const key = queryKeys.ticketSkills(ticketId);
  const { mutate } = useMutation({
    mutationFn: (skills: readonly TicketSkill[]) =>
      api.request({
        method: 'PUT',
        path: path`/api/tickets/${ticketId}/skills`,
        body: { skills: skills.map(({ id, level, optional }) => ({ id, level, optional })) },
        response: ticketSkillsSchema,
      }),
    onMutate: async (skills) => {
      await client.cancelQueries({ queryKey: key });
      const before = client.getQueryData<TicketSkills>(key);
      client.setQueryData<TicketSkills>(key, { skills: [...skills], byHand: true });
      return { before };
    },
    onError: (error, _, context) => {
      client.setQueryData(key, context?.before);
      toast.show({ title: t('ticket.skills.failed'), detail: error.message, tone: 'critical' });
    },
    onSuccess: (answer) => {
      client.setQueryData(key, answer);
      return client.invalidateQueries({ queryKey: queryKeys.routingPreview(ticketId) });
    },
  });
  return { set: mutate };
}
