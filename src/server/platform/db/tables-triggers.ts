import type { JSONColumnType } from 'kysely';
import type { Condition, TriggerKind } from '../../../contracts/trigger-conditions.ts';
import type { TriggerAction } from '../../../contracts/trigger-actions.ts';
import type { TriggerRule } from '../../../contracts/triggers.ts';
import type { Defaulted } from './tables-people.ts';

type Json<Value extends object> = JSONColumnType<Value, string, string>;

export interface TriggerTables {
  triggers: {
    workspace_id: string;
    id: string;
    name: string;
    description: string;
    kind: TriggerKind;
    conditions: Json<{ all: Condition[]; any: Condition[] }>;
    actions: Json<TriggerAction[]>;
    timed: boolean;
    enabled: boolean;
    enabled_at: Date | null;
    position: number;
    version: Defaulted<number>;
    revision: Defaulted<number>;
    created_at: Date;
    changed_at: Date;
    deleted_at: Date | null;
  };
  trigger_versions: {
    workspace_id: string;
    trigger_id: string;
    version: number;
    rule: Json<TriggerRule>;
    enabled: boolean;
    change: string;
    member_id: string | null;
    at: Date;
  };
  trigger_runs: {
    workspace_id: string;
    id: string;
    trigger_id: string;
    ticket_id: string;
    cause: string;
    because: Json<string[]>;
    done: Json<string[]>;
    failed: Json<string[]>;
    at: Date;
  };
  trigger_marks: { workspace_id: string; ticket_id: string; cause_id: string; at: Date };
  trigger_memories: {
    workspace_id: string;
    ticket_id: string;
    snapshot: Json<Record<string, string | null>>;
  };
  webhooks: {
    workspace_id: string;
    id: string;
    name: string;
    url: string;
    secret: string;
    created_at: Date;
    deleted_at: Date | null;
  };
  webhook_deliveries: {
    workspace_id: string;
    id: string;
    webhook_id: string;
    ticket_id: string | null;
    body: string;
    state: 'queued' | 'sent' | 'failed';
    attempts: Defaulted<number>;
    status: number | null;
    error: string | null;
    created_at: Date;
    sent_at: Date | null;
  };
}
