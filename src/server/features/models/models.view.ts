import type { ModelCallRecord, ModelProvider } from '../../../contracts/models.ts';
import { circuitState } from '../../platform/models/index.ts';
import type { listCalls, sumCalls } from './calls.store.ts';
import type { ProviderRow } from './providers.store.ts';

type Sum = Awaited<ReturnType<typeof sumCalls>>[number];
type CallRow = Awaited<ReturnType<typeof listCalls>>[number];

/** A provider as admins see it: without its key. */
export function providerView(row: ProviderRow, today: Sum | undefined, now: Date): ModelProvider {
  const circuit = {
    failures: row.failures,
    openUntil: row.open_until,
    probeUntil: row.probe_until,
  };
  return {
    purpose: row.purpose,
    kind: row.kind,
    baseUrl: row.base_url,
    hasKey: row.sealed_key !== null,
    model: row.model,
    enabled: row.enabled,
    answerFormat: row.answer_format,
    priceIn: row.price_in,
    priceOut: row.price_out,
    dailyTokens: row.daily_tokens,
    dailyCost: row.daily_cost_micros === null ? null : row.daily_cost_micros / 1e6,
    timeoutSeconds: row.timeout_ms / 1_000,
    maxConcurrent: row.max_concurrent,
    circuit: circuitState(circuit, now),
    failures: row.failures,
    openUntil: row.open_until?.toISOString() ?? null,
    today: {
      calls: today?.calls ?? 0,
      failed: today?.failed ?? 0,
      tokens: today?.tokens ?? 0,
      cost: (today?.cost_micros ?? 0) / 1e6,
    },
  };
}

export function callView(row: CallRow): ModelCallRecord {
  return {
    id: row.id,
    purpose: row.purpose,
    model: row.model,
    prompt: row.prompt,
    promptVersion: row.prompt_version,
    result: row.result,
    error: row.error,
    attempts: row.attempts,
    latencyMs: row.latency_ms,
    tokensIn: row.tokens_in,
    tokensOut: row.tokens_out,
    cost: row.cost_micros / 1e6,
    redacted: row.redacted,
    at: row.at.toISOString(),
    sent: row.sent,
    received: row.received,
  };
}
