import type { Defaulted } from './tables-people.ts';

export interface ModelTables {
  model_providers: {
    workspace_id: string;
    purpose: 'write' | 'classify' | 'embed';
    kind: 'openai_compatible' | 'anthropic';
    base_url: string;
    sealed_key: Buffer | null;
    model: string;
    enabled: boolean;
    answer_format: 'json_schema' | 'json_object' | 'text';
    price_in: number;
    price_out: number;
    daily_tokens: number | null;
    daily_cost_micros: number | null;
    timeout_ms: number;
    max_concurrent: number;
    failures: Defaulted<number>;
    open_until: Date | null;
    probe_until: Date | null;
    changed_at: Date;
  };
  model_calls: {
    workspace_id: string;
    id: string;
    purpose: 'write' | 'classify' | 'embed';
    model: string;
    prompt: string;
    prompt_version: number;
    result:
      | 'running'
      | 'ok'
      | 'not_configured'
      | 'budget'
      | 'circuit_open'
      | 'timeout'
      | 'rate_limited'
      | 'malformed'
      | 'refused'
      | 'failed';
    error: string | null;
    attempts: Defaulted<number>;
    latency_ms: number | null;
    tokens_in: number;
    tokens_out: number;
    cost_micros: number;
    redacted: Defaulted<number>;
    sent: string | null;
    received: string | null;
    at: Date;
  };
}
