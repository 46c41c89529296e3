import type { ModelPurpose, ModelSettings } from '../../../contracts/models.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import {
  createGate,
  createRedactor,
  roughTokens,
  type CallOutcome,
  type ModelCaller,
  type ProviderConfig,
  type Redactor,
} from '../../platform/models/index.ts';
import type { CompiledPattern } from '../understanding/index.ts';
import { createAbsences } from './absences.ts';
import { findersOf } from './finders.ts';
import type { Begun, Ledger, Planned } from './ledger.ts';
import type { ModelRequest, ModelResult } from './models.types.ts';
import { findProvider, type ProviderRow } from './providers.store.ts';
import { framePrompt } from './prompt.rules.ts';

export interface ModelDeps extends Pick<Core, 'database'> {
  readonly ledger: Ledger;
  readonly caller: ModelCaller;
  /** Milliseconds since some moment, for measuring. */
  readonly ticks: () => number;
  /** How the workspace's own numbers are written. */
  readonly patternsOf: (scope: Scope) => Promise<readonly CompiledPattern[]>;
  readonly settingsOf: (scope: Scope) => Promise<{ readonly models: ModelSettings }>;
}

export type Models = ReturnType<typeof createModels>;

/** How a call is made, beside what it asks. */
export interface CallOptions {
  /** An admin tries it out: asks although it is switched off or has kept failing. */
  readonly trial?: boolean;
}

const defaultOutputTokens = 2_000;

/**
 * Models of workspaces. Never call it inside of a transaction: it takes as long as the provider does.
 * Nothing that may be expected is thrown, and a workspace without a provider is a usual thing.
 */
export function createModels({
  database,
  ledger,
  caller,
  ticks,
  patternsOf,
  settingsOf,
}: ModelDeps) {
  const gate = createGate();
  const ending = new AbortController();
  const absences = createAbsences(ticks);

  const redactorOf = (workspaceId: string, names: readonly string[]): Promise<Redactor> =>
    database.inWorkspace(workspaceId, async (scope) => {
      const patterns = await patternsOf(scope);
      return createRedactor(findersOf((await settingsOf(scope)).models, { names, patterns }));
    });

  /** Makes the call when the books allow it, and enters what came of it. */
  async function run<Value>(
    workspaceId: string,
    planned: Planned,
    { redactor, sent, ask }: Work<Value>,
  ): Promise<ModelResult<Value>> {
    const begun = await ledger.begin(workspaceId, planned);
    if (typeof begun === 'string') return { ok: false, reason: begun, why: null };
    const { outcome, latencyMs } = await inTurn(begun, workspaceId, ask);
    const redacted = redactor.count();
    const call = await ledger.finish(workspaceId, begun, { latencyMs, outcome, redacted, sent });
    if (outcome.ok) return { ok: true, value: redactor.reveal(outcome.value), call };
    return { ok: false, reason: outcome.failure.reason, why: outcome.failure.message, call };
  }

  async function inTurn<Value>(begun: Begun, workspaceId: string, ask: Ask<Value>) {
    const { provider, config } = begun;
    const started = ticks();
    const timeoutMs = provider.timeout_ms;
    const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), ending.signal]);
    const bounds = { endsAt: started + timeoutMs, signal };
    const place = {
      key: `${workspaceId}:${provider.purpose}`,
      limit: provider.max_concurrent,
      signal,
    };
    const outcome = await gate
      .run(place, () => ask(config, bounds))
      // Only the wait for a place, or a fault of ours, ends up here: nothing was sent that costs anything.
      .catch((error: unknown): CallOutcome<Value> => neverAsked(error, signal));
    return { outcome, latencyMs: Math.round(ticks() - started) };
  }

  async function answer<Value>(
    workspaceId: string,
    purpose: ModelPurpose,
    request: ModelRequest<Value>,
    { trial = false }: CallOptions = {},
  ): Promise<ModelResult<Value>> {
    if ((await providerOf(workspaceId, purpose, trial)) === null) return notConfigured;
    const redactor = await redactorOf(workspaceId, request.names ?? []);
    const { prompt, schema, maxOutputTokens = defaultOutputTokens } = request;
    const user = redactor.hide(prompt.user);
    const system = framePrompt(redactor.hide(prompt.system), schema, redactor.count() > 0);
    const sent = `${system}\n\n${user}`;
    const planned: Planned = {
      purpose,
      prompt,
      trial,
      tokensIn: roughTokens(sent),
      tokensOut: maxOutputTokens,
    };
    const question = { system, user, schema, maxOutputTokens };
    return run(workspaceId, planned, {
      redactor,
      sent,
      ask: (config, bounds) => caller.write(config, question, bounds),
    });
  }

  /** The provider of a purpose; null where there is none. Spares the common case all further work. */
  async function providerOf(
    workspaceId: string,
    purpose: ModelPurpose,
    trial = false,
  ): Promise<ProviderRow | null> {
    const look = async () => {
      const provider = await database.inWorkspace(workspaceId, (scope) =>
        findProvider(scope, purpose),
      );
      return provider !== undefined && (provider.enabled || trial) ? provider : null;
    };
    return trial ? look() : absences.find(`${workspaceId}:${purpose}`, look);
  }

  return {
    /** Has something written: an object of the schema. */
    write: <Value>(workspaceId: string, request: ModelRequest<Value>, options?: CallOptions) =>
      answer(workspaceId, 'write', request, options),

    /** Has something judged: an object of the schema. */
    classify: <Value>(workspaceId: string, request: ModelRequest<Value>, options?: CallOptions) =>
      answer(workspaceId, 'classify', request, options),

    /** A vector for each text, all of the same length, in one request. */
    async embed(
      workspaceId: string,
      texts: readonly string[],
      { names = [], trial = false }: CallOptions & { readonly names?: readonly string[] } = {},
    ): Promise<ModelResult<number[][]>> {
      if ((await providerOf(workspaceId, 'embed', trial)) === null) return notConfigured;
      const redactor = await redactorOf(workspaceId, names);
      const hidden = texts.map((text) => redactor.hide(text));
      const sent = hidden.join('\n\n');
      const prompt = { name: 'embed', version: 1 };
      const use = { tokensIn: roughTokens(sent), tokensOut: 0 };
      return run<number[][]>(
        workspaceId,
        { purpose: 'embed', prompt, trial, ...use },
        { redactor, sent, ask: (config, bounds) => caller.embed(config, hidden, bounds) },
      );
    },

    /** The model of a purpose; null where there is none. */
    modelOf: async (workspaceId: string, purpose: ModelPurpose): Promise<string | null> =>
      (await providerOf(workspaceId, purpose))?.model ?? null,

    /**
     * What a workspace's vectors are made by, null where nothing is connected. The host belongs to it: local
     * servers answer to any name of a model, and vectors of two models say nothing about each other.
     */
    async embedderOf(workspaceId: string): Promise<string | null> {
      const provider = await providerOf(workspaceId, 'embed');
      return provider && `${provider.model} at ${new URL(provider.base_url).host}`;
    },

    /** Providers were set up or removed. */
    providersChanged: absences.forget,

    /** Ends what is under way: it counts as out of time. */
    close: () => ending.abort(new DOMException('Segue is stopping.', 'AbortError')),
  };
}

type Ask<Value> = (
  config: ProviderConfig,
  bounds: { endsAt: number; signal: AbortSignal },
) => Promise<CallOutcome<Value>>;

interface Work<Value> {
  readonly redactor: Redactor;
  readonly sent: string;
  readonly ask: Ask<Value>;
}

const notConfigured = { ok: false, reason: 'not_configured', why: null } as const;

function neverAsked(error: unknown, signal: AbortSignal): CallOutcome<never> {
  const late = signal.aborted;
  const words = error instanceof Error ? error.message : String(error);
  return {
    ok: false,
    attempts: 0,
    tokensIn: 0,
    tokensOut: 0,
    received: '',
    failure: {
      reason: late ? 'timeout' : 'failed',
      message: late ? 'Other calls were still under way when its time was over.' : words,
      status: null,
      again: false,
      waitMs: null,
      unwell: false,
    },
  };
}
