import type { JSONColumnType } from 'kysely';
import type { SlaChip, SlaMetric } from '../../../contracts/sla-chip.ts';
import type { ClockState, SlaRules } from '../../../contracts/sla.ts';
import type { Defaulted } from './tables-people.ts';

export interface SlaTables {
  sla_policies: {
    workspace_id: string;
    id: string;
    name: string;
    description: Defaulted<string>;
    enabled: Defaulted<boolean>;
    position: number;
    version: Defaulted<number>;
    rules: JSONColumnType<SlaRules>;
    schedule_id: string | null;
    deleted_at: Date | null;
  };
  sla_policy_versions: {
    workspace_id: string;
    policy_id: string;
    version: number;
    name: string;
    rules: JSONColumnType<SlaRules>;
    created_at: Date;
  };
  sla_assignments: {
    workspace_id: string;
    id: string;
    ticket_id: string;
    at: Date;
    policy_id: string | null;
    policy_version: number | null;
    schedule_id: string | null;
    calendar_version: number | null;
  };
  sla_tickets: {
    workspace_id: string;
    ticket_id: string;
    policy_id: string | null;
    policy_version: number | null;
    metric: SlaMetric | null;
    state: SlaChip['state'] | null;
    due_at: Date | null;
    wake_at: Date | null;
  };
  sla_clocks: {
    workspace_id: string;
    id: string;
    ticket_id: string;
    metric: SlaMetric;
    instance: number;
    state: ClockState;
    started_at: Date;
    target_ms: number | null;
    counted_ms: number;
    running_since: Date | null;
    paused_ms: number;
    due_at: Date | null;
    at_risk_at: Date | null;
    breached_at: Date | null;
    ended_at: Date | null;
    assistant_at: Date | null;
    agent_at: Date | null;
    assistant_counted_ms: number | null;
    agent_counted_ms: number | null;
    policy_id: string;
    policy_version: number;
    schedule_id: string | null;
    calendar_version: number | null;
  };
  sla_clock_events: {
    workspace_id: string;
    ticket_id: string;
    seq: number;
    metric: SlaMetric;
    instance: number;
    at: Date;
    type: string;
    due_at: Date | null;
    data: JSONColumnType<Record<string, string | number | null>>;
  };
  sla_alerts: {
    workspace_id: string;
    id: string;
    ticket_id: string;
    metric: SlaMetric;
    instance: number;
    kind: 'at_risk' | 'breached';
    at: Date;
    notified: string[];
  };
}
