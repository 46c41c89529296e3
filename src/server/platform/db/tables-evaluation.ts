import type { Generated, JSONColumnType } from 'kysely';

export interface EvaluationTables {
  ticket_likeness: {
    workspace_id: string;
    ticket_id: string;
    group_id: string;
    keys: number[];
    words: string[];
    at: Date;
  };
  incidents: {
    workspace_id: string;
    id: string;
    group_id: string;
    title: string;
    message: string;
    article_id: string | null;
    state: 'open' | 'resolved';
    marked_by: string | null;
    marked_at: Date;
    resolved_at: Date | null;
  };
  incident_tellings: {
    workspace_id: string;
    id: string;
    incident_id: string;
    body: string;
    status: 'pending' | 'on_hold' | 'solved' | null;
    member_id: string;
    at: Date;
  };
  incident_told: {
    workspace_id: string;
    telling_id: string;
    ticket_id: string;
    state: Generated<'waiting' | 'told' | 'unreached'>;
  };
  entity_patterns: {
    workspace_id: string;
    position: number;
    kind: string;
    pattern: string;
    enabled: boolean;
  };
  evaluations: {
    workspace_id: string;
    id: string;
    kind: 'answers' | 'categories';
    source: 'tickets' | 'file';
    name: string;
    state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
    settings: JSONColumnType<object>;
    metrics: JSONColumnType<object> | null;
    error: string | null;
    total: number;
    done: number;
    started_by: string | null;
    created_at: Date;
    finished_at: Date | null;
  };
  evaluation_items: {
    workspace_id: string;
    evaluation_id: string;
    position: number;
    key: string;
    ticket_id: string | null;
    given: JSONColumnType<object>;
    gold: JSONColumnType<object> | null;
    predicted: JSONColumnType<object> | null;
  };
  kb_synonym_proposals: {
    workspace_id: string;
    id: string;
    said: string;
    meant: string;
    evidence: JSONColumnType<object[]>;
    state: 'open' | 'accepted' | 'dismissed';
    proposed_at: Date;
  };
}
