import { useTranslation } from 'react-i18next';
import { isApiProblem } from '../../lib/api-problem.ts';
import { useToast } from '../../ui/toast.tsx';
import { useMay } from '../session-gate/queries.ts';
import { useAssignTicket, useTakeTicket } from './queries.ts';

/** Takes, hands over and gives back; a refusal for want of capacity says why, and lets supervisors go beyond it. */
export function useAssignment(ticketId: string) {
  const { t } = useTranslation();
  const toast = useToast();
  const mayOverride = useMay('ticket:override_capacity');
  const taking = useTakeTicket(ticketId);
  const assigning = useAssignTicket(ticketId);
  const explain = (again: () => void) => (error: Error) => {
    const full = isApiProblem(error, 'capacity_exceeded');
    toast.show({
      title: full ? t('ticket.assign.full') : t('ticket.assign.failed'),
      detail: error.message,
      tone: 'critical',
      ...(full &&
        mayOverride && { action: { label: t('ticket.assign.override'), onPress: again } }),
    });
  };
  // By promises, because what asked may be gone when the answer comes: a menu closes at once.
  const take = (override = false) =>
    void taking.mutateAsync(override ? { override } : {}).then(
      () => toast.show({ title: t('ticket.assign.taken'), tone: 'positive' }),
      explain(() => take(true)),
    );
  const assign = (agent: { id: string; name: string } | null, override = false) =>
    void assigning.mutateAsync({ agentId: agent?.id ?? null, override }).then(
      () =>
        toast.show({
          title: agent
            ? t('ticket.assign.assigned', { name: agent.name })
            : t('ticket.assign.given'),
        }),
      explain(() => assign(agent, true)),
    );
  return { take, assign };
}
