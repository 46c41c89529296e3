import type { Hours } from '../../../contracts/schedules.ts';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Holdings } from '../../../contracts/privacy.ts';
import type { CategoryField } from '../../../contracts/tickets.ts';
import type { CapacityRuleSettings, Skill, WorkClass } from '../../../contracts/team.ts';

/** A column the database fills when it is left out. */
export type Defaulted<T> = ColumnType<T, T | undefined, T>;

export interface PeopleTables {
  workspaces: {
    id: string;
    name: string;
    slug: string;
    settings: JSONColumnType<object>;
    widget_key: string;
    identity_secret: string;
    is_demo: Defaulted<boolean>;
    created_at: Defaulted<Date>;
  };
  members: {
    workspace_id: string;
    id: string;
    user_id: string;
    role: 'agent' | 'supervisor' | 'admin';
    name: string;
    created_at: Defaulted<Date>;
    deactivated_at: Date | null;
  };
  agents: {
    workspace_id: string;
    id: string;
    status: Defaulted<'online' | 'away' | 'transfers_only' | 'offline'>;
    status_since: Defaulted<Date>;
    capacity_rule_id: string | null;
    custom_status_id: string | null;
    last_messaging_at: Date | null;
    last_email_at: Date | null;
    shift_schedule_id: string | null;
    shift_plan: JSONColumnType<Hours> | null;
    desk_since: Date | null;
    desk_chats: Defaulted<number>;
  };
  presences: {
    workspace_id: string;
    agent_id: string;
    heartbeat_at: Date;
    active_at: Defaulted<Date | null>;
  };
  agent_statuses: {
    workspace_id: string;
    id: string;
    name: string;
    takes: WorkClass[];
    transfers: boolean;
  };
  groups: {
    workspace_id: string;
    id: string;
    name: string;
    capacity_rule_id: string | null;
  };
  group_members: { workspace_id: string; group_id: string; agent_id: string };
  skills: {
    workspace_id: string;
    id: string;
    name: string;
    kind: Defaulted<Skill['kind']>;
    keywords: string[];
  };
  agent_skills: {
    workspace_id: string;
    agent_id: string;
    skill_id: string;
    level: Defaulted<number>;
  };
  categories: {
    workspace_id: string;
    id: string;
    name: string;
    description: Defaulted<string>;
    keywords: string[];
    examples: Defaulted<string[]>;
    fields: JSONColumnType<CategoryField[], string | undefined, string>;
  };
  capacity_rules: {
    workspace_id: string;
    id: string;
    name: string;
    budget: number;
    messaging_units: number;
    messaging_ceiling: number;
    email_units: number;
    email_ceiling: number;
    call_units: Defaulted<number>;
    call_ceiling: Defaulted<number>;
    chat_on_top_of_mail: Defaulted<boolean>;
    waiting_share: Defaulted<number>;
    weights: JSONColumnType<CapacityRuleSettings['weights'], string | undefined, string>;
    is_default: Defaulted<boolean>;
  };
  api_keys: {
    workspace_id: string;
    id: string;
    name: string;
    hash: Buffer;
    start: string;
    created_by: string | null;
    created_at: Date;
    last_used_at: Date | null;
    revoked_at: Date | null;
  };
  portal_sign_ins: {
    workspace_id: string;
    id: string;
    used_at: Date;
    seen_at: Date;
    ended_at: Date | null;
  };
  customers: {
    workspace_id: string;
    id: string;
    name: string | null;
    phone: string | null;
    tier: Defaulted<'enterprise' | 'standard' | 'free'>;
    region: string | null;
    attributes: JSONColumnType<Record<string, string>, string | undefined, string>;
    created_at: Defaulted<Date>;
    deleted_at: Defaulted<Date | null>;
  };
  customer_deletions: {
    workspace_id: string;
    customer_id: string;
    member_id: string | null;
    at: Date;
    counts: JSONColumnType<Holdings, string, string>;
  };
  customer_identities: {
    workspace_id: string;
    id: string;
    customer_id: string;
    kind: 'email' | 'widget';
    value: string;
    verified_at: Date | null;
    created_at: Defaulted<Date>;
  };
  outbox: {
    workspace_id: string;
    id: Generated<string>;
    event: JSONColumnType<object>;
    created_at: Defaulted<Date>;
  };
}
