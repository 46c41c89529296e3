import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiProblem } from '../../lib/api-problem.ts';
import { useToast } from '../../ui/toast.tsx';
import { useMay } from '../session-gate/queries.ts';
import { useAssignTicket, useTakeTicket, type Override } from './queries.ts';

/** A refusal that whoever is asked may go beyond, if they say why. */
export type Refusal = { detail: string; again: (why: string) => void };

/**
 * Takes, hands over and gives back. A refusal says why; where supervisors may go beyond it, `refusal` is to be shown to
 * them as a question ({@link Refusal}), which `dismiss` puts away.
 */
export function useAssignment(ticketId: string) {
  const { t } = useTranslation();
  const toast = useToast();
  const mayOverride = useMay('ticket:override_capacity');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const taking = useTakeTicket(ticketId);
  const assigning = useAssignTicket(ticketId);
  const explain = (again: (override: Override) => void) => (error: Error) => {
    const full = isApiProblem(error, 'capacity_exceeded');
    const beyond = full || isApiProblem(error, 'agent_unavailable');
    if (beyond && mayOverride) {
      setRefusal({ detail: error.message, again: (why) => again({ override: true, why }) });
      return;
    }
    toast.show({
      title: full ? t('ticket.assign.full') : t('ticket.assign.failed'),
      detail: error.message,
      tone: 'critical',
    });
  };
  // By promises, because what asked may be gone when the answer comes: a menu closes at once.
  const take = (override: Override = {}) =>
    void taking.mutateAsync(override).then(
      () => toast.show({ title: t('ticket.assign.taken'), tone: 'positive' }),
      explain((next) => take(next)),
    );
  const assign = (agent: { id: string; name: string } | null, override: Override = {}) =>
    void assigning.mutateAsync({ agentId: agent?.id ?? null, ...override }).then(
      () =>
        toast.show({
          title: agent
            ? t('ticket.assign.assigned', { name: agent.name })
            : t('ticket.assign.given'),
        }),
      explain((next) => assign(agent, next)),
    );
  return { take: () => take(), assign, refusal, dismiss: () => setRefusal(null) };
}
