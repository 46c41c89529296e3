/** Counts of clocks as figures that people compare. */
import type {
  AttainmentCase,
  AttainmentFigures,
  AttainmentRow,
} from '../../../contracts/sla-attainment.ts';
import type { SlaMetric } from '../../../contracts/sla-chip.ts';
import type { CaseRow, CountRow } from './attainment.store.ts';

const replyMetrics: readonly SlaMetric[] = ['first_reply', 'next_reply'];

/** A row of the table. Only what an answer ends has two figures of the assistant. */
export function rowOf(row: CountRow): AttainmentRow {
  const isReply = replyMetrics.includes(row.metric);
  const all = row.met + row.breached;
  return {
    policyId: row.policy_id,
    policyName: row.policy_name,
    metric: row.metric,
    judged: figuresOf(row.met, row.breached, row.times),
    withAssistant: isReply ? figuresOf(row.with_met, all - row.with_met, row.with_times) : null,
    agentsOnly: isReply ? figuresOf(row.agents_met, row.agents_breached, row.agents_times) : null,
    assistantAlone: isReply ? row.assistant_alone : 0,
  };
}

/** A case as it is listed. */
export function caseOf(row: CaseRow): AttainmentCase {
  return {
    id: row.id,
    ticket: { id: row.ticket_id, number: row.number, subject: row.subject },
    policyName: row.policy_name,
    metric: row.metric,
    verdict: row.state,
    judgedAt: row.judged_at.toISOString(),
    startedAt: row.started_at.toISOString(),
    targetMs: row.target_ms ?? 0,
    tookMs: row.took_ms,
    assistantMs: row.assistant_counted_ms,
    agentMs: row.agent_counted_ms,
  };
}

function figuresOf(
  met: number,
  breached: number,
  times: [number | null, number | null] | null,
): AttainmentFigures {
  const all = met + breached;
  return {
    met,
    breached,
    share: all === 0 ? null : met / all,
    medianMs: whole(times?.[0]),
    p90Ms: whole(times?.[1]),
  };
}

/** Percentiles lie between two values: whole milliseconds are enough. */
function whole(ms: number | null | undefined): number | null {
  return ms === null || ms === undefined ? null : Math.round(ms);
}
