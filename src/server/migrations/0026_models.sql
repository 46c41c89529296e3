-- Language models and embedders a workspace connects, and every call that was made of them.

create table model_providers (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  purpose text not null check (purpose in ('write', 'classify', 'embed')),
  kind text not null check (kind in ('openai_compatible', 'anthropic')),
  base_url text not null,
  -- Encrypted with a key made from the master secret, bound to this row.
  sealed_key bytea,
  model text not null,
  enabled boolean not null,
  answer_format text not null check (answer_format in ('json_schema', 'json_object', 'text')),
  -- For a million tokens.
  price_in double precision not null,
  price_out double precision not null,
  -- For a day from midnight UTC; null is without limit.
  daily_tokens bigint,
  daily_cost_micros bigint,
  timeout_ms integer not null,
  max_concurrent integer not null,
  -- The circuit breaker, shared by all processes: failures in a row, until when nothing is asked, and
  -- until when the one call has time that finds out whether it works again.
  failures integer not null default 0,
  open_until timestamptz,
  probe_until timestamptz,
  changed_at timestamptz not null,
  primary key (workspace_id, purpose)
);

-- A call that is being made counts with what it may cost at most, so that calls at the same time cannot
-- spend a budget twice.
create table model_calls (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  purpose text not null,
  model text not null,
  prompt text not null,
  prompt_version integer not null,
  result text not null,
  error text,
  attempts integer not null default 0,
  latency_ms integer,
  tokens_in integer not null,
  tokens_out integer not null,
  cost_micros bigint not null,
  redacted integer not null default 0,
  -- Only where the workspace wants texts to be kept.
  sent text,
  received text,
  at timestamptz not null,
  primary key (workspace_id, id)
);
create index model_calls_at on model_calls (workspace_id, at);

call protect_workspace_table('model_providers');
call protect_workspace_table('model_calls');
