import type { ModelPurpose, ModelRefusal, ModelSettings } from '../../../contracts/models.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import {
  admit,
  afterCall,
  type CallOutcome,
  type Circuit,
  type ProviderConfig,
} from '../../platform/models/index.ts';
import type { Sealer } from '../../platform/sealing.ts';
import { costMicros, dayOf, fitsBudget } from './budget.rules.ts';
import { insertCall, sumCalls, updateCall } from './calls.store.ts';
import type { ModelCall } from './models.types.ts';
import { lockProvider, saveCircuit, type ProviderRow } from './providers.store.ts';

export interface LedgerDeps extends Core {
  readonly sealer: Sealer;
  readonly settingsOf: (scope: Scope) => Promise<{ readonly models: ModelSettings }>;
}

/** A call that is about to be made. */
export interface Planned {
  readonly purpose: ModelPurpose;
  readonly prompt: { readonly name: string; readonly version: number };
  /** The most it may become. */
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** An admin tries it out: the circuit breaker does not hold it back. */
  readonly trial: boolean;
}

/** A call that is in the books and may be made. */
export interface Begun {
  readonly id: string;
  readonly provider: ProviderRow;
  readonly config: ProviderConfig;
}

type Refusal = Extract<ModelRefusal, 'not_configured' | 'budget' | 'circuit_open' | 'failed'>;

/** What a call has come to. */
export interface Finished {
  readonly latencyMs: number;
  readonly outcome: CallOutcome<unknown>;
  readonly redacted: number;
  /** What left the machine, to be kept only where the workspace says so. */
  readonly sent: string;
}

export type Ledger = ReturnType<typeof createLedger>;

/** Where an API key of a purpose is sealed to. */
export const keyPlace = (workspaceId: string, purpose: ModelPurpose) =>
  `models:${workspaceId}:${purpose}`;

/** The books of what models are asked: who may be, what it costs, how they do. */
export function createLedger({ database, clock, ids, sealer, settingsOf }: LedgerDeps) {
  async function refusalOf(
    scope: Scope,
    provider: ProviderRow,
    planned: Planned,
  ): Promise<Refusal | null> {
    const now = clock.now();
    const state = admit(circuitOf(provider), { now, timeoutMs: provider.timeout_ms });
    if (!state.admitted && !planned.trial) return 'circuit_open';
    const spent = (await sumCalls(scope, dayOf(now))).find(
      (one) => one.purpose === planned.purpose,
    );
    const fits = fitsBudget(
      { tokens: provider.daily_tokens, costMicros: provider.daily_cost_micros },
      { tokens: spent?.tokens ?? 0, costMicros: spent?.cost_micros ?? 0 },
      { tokens: planned.tokensIn + planned.tokensOut, costMicros: costOf(provider, planned) },
    );
    if (!fits) return 'budget';
    await saveCircuit(scope, planned.purpose, state.circuit);
    return null;
  }

  return {
    /** Enters a call with the most it may cost, or says why it may not be made. */
    begin: (workspaceId: string, planned: Planned): Promise<Begun | Refusal> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const provider = await lockProvider(scope, planned.purpose);
        if (!provider || (!provider.enabled && !planned.trial)) return 'not_configured';
        const id = ids.next();
        const place = keyPlace(workspaceId, planned.purpose);
        const sealed = provider.sealed_key;
        const apiKey = sealed === null ? null : sealer.open(sealed, place);
        const lost = sealed !== null && apiKey === null;
        const refusal = lost ? 'failed' : await refusalOf(scope, provider, planned);
        const taken = refusal === null ? planned : { tokensIn: 0, tokensOut: 0 };
        await insertCall(scope, {
          id,
          purpose: planned.purpose,
          model: provider.model,
          prompt: planned.prompt.name,
          prompt_version: planned.prompt.version,
          result: refusal ?? 'running',
          error: lost ? keyLost : null,
          latency_ms: null,
          tokens_in: taken.tokensIn,
          tokens_out: taken.tokensOut,
          cost_micros: costOf(provider, taken),
          sent: null,
          received: null,
          at: clock.now(),
        });
        return refusal ?? { id, provider, config: configOf(provider, apiKey) };
      }),

    /** Enters what came of it, and what that says about the provider. */
    async finish(workspaceId: string, begun: Begun, finished: Finished): Promise<ModelCall> {
      const { outcome, latencyMs } = finished;
      const { provider } = begun;
      const purpose = provider.purpose;
      const call: ModelCall = {
        id: begun.id,
        model: provider.model,
        latencyMs,
        tokensIn: outcome.tokensIn,
        tokensOut: outcome.tokensOut,
        costMicros: costOf(provider, outcome),
      };
      await database.inWorkspace(workspaceId, async (scope) => {
        const now = await lockProvider(scope, purpose);
        const { keepTexts } = (await settingsOf(scope)).models;
        await updateCall(scope, begun.id, {
          result: outcome.ok ? 'ok' : outcome.failure.reason,
          error: outcome.ok ? null : outcome.failure.message,
          attempts: outcome.attempts,
          latency_ms: latencyMs,
          tokens_in: call.tokensIn,
          tokens_out: call.tokensOut,
          cost_micros: call.costMicros,
          redacted: finished.redacted,
          ...(keepTexts && { sent: finished.sent, received: outcome.received }),
        });
        // Somebody may have put another provider here meanwhile: this says nothing about that one.
        if (now?.changed_at.getTime() !== provider.changed_at.getTime()) return;
        const works = outcome.ok || !outcome.failure.unwell;
        const next = afterCall(circuitOf(now), { works, now: clock.now() });
        await saveCircuit(scope, purpose, next);
      });
      return call;
    },
  };
}

const keyLost = 'The key was encrypted with another master secret. Enter it again.';

function circuitOf(row: ProviderRow): Circuit {
  return { failures: row.failures, openUntil: row.open_until, probeUntil: row.probe_until };
}

function costOf(row: ProviderRow, use: { tokensIn: number; tokensOut: number }): number {
  return costMicros({ priceIn: row.price_in, priceOut: row.price_out }, use);
}

function configOf(row: ProviderRow, apiKey: string | null): ProviderConfig {
  return {
    kind: row.kind,
    baseUrl: row.base_url,
    apiKey,
    model: row.model,
    answerFormat: row.answer_format,
  };
}
