import type {
  BoardAgent,
  BoardEscalation,
  BoardQueue,
  BoardWork,
  EscalationKind,
} from '../../../contracts/board.ts';
import type { Agent } from '../../../contracts/people.ts';
import { explainHeld, waitingInLine, waitingWithoutQueue } from '../routing/index.ts';
import { countOnline, flowOf, type FlowCount } from './board.rules.ts';
import type { AgentWork, QueueFigures } from './board.store.ts';
import type { EscalationRow } from './escalations.store.ts';
import type { BoardRow } from './work.store.ts';

/** A queue as the board shows it. */
export function queueOf(
  row: QueueFigures,
  flows: readonly FlowCount[],
  agents: readonly Agent[],
): BoardQueue {
  return {
    id: row.id,
    name: row.name,
    isDefault: row.is_default,
    paused: row.paused,
    groups: row.groups,
    waiting: row.waiting,
    oldestAt: row.oldest_at?.toISOString() ?? null,
    atRisk: row.at_risk,
    breached: row.breached,
    inflow: flowOf(flows, row.id, 'in'),
    outflow: flowOf(flows, row.id, 'out'),
    agentsOnline: countOnline(agents, row.servedBy),
  };
}

/** An agent as the board shows them. */
export function agentOf(agent: Agent, work: AgentWork | undefined): BoardAgent {
  const { id, name, status, customStatus, connected, statusSince, capacity, onCallSince } = agent;
  return {
    id,
    name,
    status,
    customStatus,
    connected,
    statusSince,
    capacity,
    onCallSince,
    capacityRuleId: work?.capacity_rule_id ?? null,
    work: work?.work ?? [],
  };
}

/** A row of a list of work. */
export function workOf(row: BoardRow): BoardWork {
  const { agent_id: agentId, agent_name: agentName, metric, sla_state: slaState } = row;
  return {
    ticketId: row.ticket_id,
    number: row.number,
    subject: row.subject,
    customerName: row.customer_name,
    status: row.status,
    priority: row.priority,
    channel: row.channel,
    state: row.state,
    queue: { id: row.queue_id, name: row.queue_name },
    owner: agentId === null || agentName === null ? null : { id: agentId, name: agentName },
    since: row.since.toISOString(),
    reason: reasonOf(row),
    need: row.need,
    sla:
      metric === null || slaState === null
        ? null
        : { metric, state: slaState, dueAt: row.due_at?.toISOString() ?? null },
  };
}

const escalationKinds: Readonly<Record<EscalationRow['type'], EscalationKind>> = {
  'handover.requested': 'handover',
  'bot.failed': 'bot_failed',
  'sla.at_risk': 'at_risk',
  'sla.breached': 'breached',
};

/** A call for a person as the board shows it. */
export function escalationOf(row: EscalationRow): BoardEscalation {
  const { id, number, subject, metric, signals, owner, state } = row;
  return {
    id,
    at: row.at.toISOString(),
    kind: escalationKinds[row.type],
    ticketId: row.ticket_id,
    number,
    subject,
    customerName: row.customer_name,
    queue: { id: row.queue_id, name: row.queue_name },
    reason: row.reason ?? row.policy ?? '',
    metric,
    signals,
    taken:
      row.taken_at === null || row.taken_by === null
        ? null
        : { name: row.taken_by, at: row.taken_at.toISOString() },
    owner,
    state,
  };
}

function reasonOf(row: BoardRow): string | null {
  if (row.state === 'held' && row.held_reason !== null) return explainHeld(row.held_reason);
  if (row.state === 'offered') return `Is being offered to ${row.agent_name ?? 'an agent'}.`;
  if (row.state === 'waiting') {
    const reason = row.line_reason ?? row.waiting_reason ?? waitingInLine;
    return waitingWithoutQueue(reason, row.queue_name);
  }
  return null;
}
