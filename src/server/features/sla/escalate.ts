import { systemActor } from '../../../contracts/common.ts';
import { slaMetricWords } from '../../../contracts/sla-chip.ts';
import type { EscalationAct } from '../../../contracts/sla.ts';
import type { Priority } from '../../../contracts/tickets.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError } from '../../platform/errors.ts';
import { createHistorian } from '../history/index.ts';
import type { WorkService } from '../routing/index.ts';
import { lockTicket, type TicketChanger } from '../tickets/index.ts';
import { isOngoing } from './clock.rules.ts';
import { insertAlert, listSupervisors, setNotified } from './clocks.store.ts';
import type { Clock, RulesInForce } from './clock.types.ts';
import type { TicketOfClocks } from './facts.store.ts';

export interface EscalationDeps extends Pick<Core, 'clock' | 'ids'> {
  /** Changes a ticket as everything else does: with history, work and events. */
  readonly change: TicketChanger;
  readonly work: Pick<WorkService, 'putInto'>;
}

interface Case {
  readonly clocks: readonly Clock[];
  readonly rules: RulesInForce | null;
}

/**
 * Does what a policy asks when a clock is at risk or broken, once for each: the alert's row is written in
 * the same transaction, and there is only one. Nothing is done for clocks that have ended meanwhile.
 */
export function createEscalator({ clock, ids, change, work }: EscalationDeps) {
  const tell = createHistorian({ clock, ids });

  return async (scope: Scope, ticket: TicketOfClocks, { clocks, rules }: Case): Promise<void> => {
    if (rules === null) return;
    for (const one of clocks.filter(isOngoing)) {
      const kind = kindOf(one);
      if (kind === null) continue;
      const alert = { id: ids.next(), ticketId: ticket.id, at: clock.now(), kind };
      const { metric, instance } = one;
      if (!(await insertAlert(scope, { ...alert, metric, instance }))) continue;
      const acts = rules.rules.escalations
        .filter((step) => step.at === kind)
        .filter(({ metrics }) => metrics.length === 0 || metrics.includes(metric))
        .flatMap((step) => step.acts);
      const data = { metric, policy: rules.policyName };
      await tell(scope, { ticketId: ticket.id, type: lineTypes[kind], actor: systemActor, data });
      await act(scope, ticket, { acts, why: `${slaMetricWords[metric]} ${reasons[kind]}` });
      const memberIds = await peopleOf(scope, ticket, acts);
      if (memberIds.length === 0) continue;
      await setNotified(scope, alert.id, memberIds);
      scope.record({ type: 'sla.alerted', ticketId: ticket.id, alertId: alert.id, memberIds });
    }
  };

  async function act(
    scope: Scope,
    ticket: TicketOfClocks,
    { acts, why }: { acts: readonly EscalationAct[]; why: string },
  ): Promise<void> {
    const group = acts.find((one) => one.kind === 'group');
    const raised = acts.some(({ kind }) => kind === 'raise_priority')
      ? higher[ticket.priority]
      : undefined;
    const wanted = {
      ...(group && { groupId: group.groupId }),
      ...(raised !== undefined && { priority: raised }),
    };
    if (Object.keys(wanted).length > 0) await change(scope, ticket.id, wanted, systemActor);
    const queue = acts.find((one) => one.kind === 'queue');
    if (queue) await moveInto(scope, { ticketId: ticket.id, queueId: queue.queueId, why });
  }

  /** A queue that has been deleted since takes nothing, and that must not keep the rest from happening. */
  async function moveInto(
    scope: Scope,
    move: { ticketId: string; queueId: string; why: string },
  ): Promise<void> {
    await lockTicket(scope, move.ticketId);
    try {
      await work.putInto(scope, { ...move, actor: systemActor });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }

  async function peopleOf(
    scope: Scope,
    ticket: TicketOfClocks,
    acts: readonly EscalationAct[],
  ): Promise<string[]> {
    const whom = new Set(acts.flatMap((one) => (one.kind === 'notify' ? [one.who] : [])));
    const people = new Set(whom.has('supervisors') ? await listSupervisors(scope) : []);
    if (whom.has('agent') && ticket.agent_id !== null) people.add(ticket.agent_id);
    return [...people];
  }
}

/** A clock that broke before anybody looked is not announced as at risk afterwards. */
function kindOf(clock: Clock): 'at_risk' | 'breached' | null {
  if (clock.targetMs === null) return null;
  if (clock.breachedAtMs !== null) return 'breached';
  return clock.atRiskAtMs === null ? null : 'at_risk';
}

const reasons = { at_risk: 'is at risk', breached: 'is too late' } as const;

const lineTypes = { at_risk: 'sla.at_risk', breached: 'sla.breached' } as const;

const higher: Readonly<Record<Priority, Priority | undefined>> = {
  low: 'normal',
  normal: 'high',
  high: 'urgent',
  urgent: undefined,
};
