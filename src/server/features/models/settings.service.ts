import { z } from 'zod';
import type {
  ModelOverview,
  ModelPurpose,
  ModelTrial,
  SaveModelProvider,
} from '../../../contracts/models.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import type { HttpClient } from '../../platform/http-client/index.ts';
import type { Sealer } from '../../platform/sealing.ts';
import { dayOf } from './budget.rules.ts';
import { listCalls, sumCalls } from './calls.store.ts';
import { diagnose } from './cures.rules.ts';
import { keyPlace } from './ledger.ts';
import type { Models } from './models.service.ts';
import type { ModelResult } from './models.types.ts';
import { callView, providerView } from './models.view.ts';
import {
  deleteProvider,
  findProvider,
  listProviders,
  saveProvider,
  type ProviderRow,
} from './providers.store.ts';

export interface ModelSettingsDeps extends Pick<Core, 'database' | 'clock'> {
  readonly http: Pick<HttpClient, 'refusalOf'>;
  readonly models: Models;
  readonly sealer: Sealer;
}

export type ModelSettingsService = ReturnType<typeof createModelSettings>;

const shownCalls = 50;

/** Providers as admins set them up, what was asked of them, and a try. */
export function createModelSettings(deps: ModelSettingsDeps) {
  const { database, clock, http, models, sealer } = deps;

  /** The key to keep: a new one, none, or the one that is there, which never goes to another host. */
  function sealedKey(scope: Scope, purpose: ModelPurpose, wish: KeyWish): Buffer | null {
    if (wish.apiKey === null) return null;
    if (wish.apiKey !== undefined)
      return sealer.seal(wish.apiKey, keyPlace(scope.workspaceId, purpose));
    const kept = wish.before?.sealed_key ?? null;
    if (kept !== null && originOf(wish.before?.base_url) !== originOf(wish.baseUrl))
      throw invalid('apiKey', 'must be entered again for another host');
    return kept;
  }

  return {
    overview: (workspaceId: string): Promise<ModelOverview> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const now = clock.now();
        const sums = await sumCalls(scope, dayOf(now));
        const today = new Map(sums.map((sum) => [sum.purpose, sum]));
        const providers = await listProviders(scope);
        return {
          providers: providers.map((row) => providerView(row, today.get(row.purpose), now)),
          calls: (await listCalls(scope, { limit: shownCalls })).map(callView),
        };
      }),

    /** Throws `request_invalid` for what cannot work. */
    async save(workspaceId: string, purpose: ModelPurpose, wish: SaveModelProvider): Promise<void> {
      const refusal = http.refusalOf(wish.baseUrl);
      if (refusal !== null) throw invalid('baseUrl', `is refused: ${refusal}`);
      if (wish.kind === 'anthropic' && purpose === 'embed')
        throw invalid('kind', 'offers no embeddings');
      await database.inWorkspace(workspaceId, async (scope) => {
        const before = await findProvider(scope, purpose);
        const { apiKey, baseUrl } = wish;
        await saveProvider(scope, {
          purpose,
          kind: wish.kind,
          base_url: baseUrl.replace(/\/+$/, ''),
          sealed_key: sealedKey(scope, purpose, { apiKey, baseUrl, before }),
          model: wish.model,
          enabled: wish.enabled,
          answer_format: wish.answerFormat,
          price_in: wish.priceIn,
          price_out: wish.priceOut,
          daily_tokens: wish.dailyTokens,
          daily_cost_micros: wish.dailyCost === null ? null : Math.round(wish.dailyCost * 1e6),
          timeout_ms: wish.timeoutSeconds * 1_000,
          max_concurrent: wish.maxConcurrent,
          changed_at: clock.now(),
        });
        scope.record({ type: 'settings.changed', workspaceId });
      });
      models.providersChanged();
    },

    async remove(workspaceId: string, purpose: ModelPurpose): Promise<void> {
      await database.inWorkspace(workspaceId, async (scope) => {
        if (!(await deleteProvider(scope, purpose))) throw notFound('provider');
        scope.record({ type: 'settings.changed', workspaceId });
      });
      models.providersChanged();
    },

    /** Makes a real call, which counts like any other. */
    async attempt(workspaceId: string, purpose: ModelPurpose): Promise<ModelTrial> {
      if (purpose === 'embed') {
        const made = await models.embed(workspaceId, [trialText], { trial: true });
        return trialView(made, (vectors) => `${vectors[0]?.length ?? 0} dimensions`);
      }
      const made = await models[purpose](workspaceId, trialRequest, { trial: true });
      return trialView(made, ({ answer }) => answer);
    },
  };
}

interface KeyWish {
  readonly apiKey: string | null | undefined;
  readonly baseUrl: string;
  readonly before: ProviderRow | undefined;
}

const trialText = 'The order arrived with a broken handle. What can be done?';
const trialRequest = {
  prompt: {
    name: 'try',
    version: 1,
    system: 'You help in a support desk. Answer in one short sentence.',
    user: trialText,
  },
  schema: z.object({ answer: z.string().trim().min(1).max(2_000) }),
  maxOutputTokens: 1_000,
};

function trialView<Value>(result: ModelResult<Value>, words: (value: Value) => string): ModelTrial {
  const { call } = result;
  const took = {
    latencyMs: call?.latencyMs ?? null,
    tokens: (call?.tokensIn ?? 0) + (call?.tokensOut ?? 0),
    cost: (call?.costMicros ?? 0) / 1e6,
  };
  if (result.ok)
    return {
      ...took,
      ok: true,
      answer: words(result.value),
      reason: null,
      cause: null,
      cure: null,
    };
  const diagnosis = diagnose(result.reason, result.why);
  return { ...took, ok: false, answer: null, reason: result.reason, ...diagnosis };
}

/** Host and protocol: a key that went encrypted never goes in the clear. */
function originOf(url: string | undefined): string | null {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : null;
}

function invalid(path: string, message: string): AppError {
  return new AppError('request_invalid', 'This provider cannot be saved.', {
    fields: [{ path, message }],
  });
}
