import type { z } from 'zod';
import type {
  ModelKind,
  ModelProvider,
  ModelPurpose,
  saveModelProviderSchema,
} from '../../../contracts/models.ts';

/** A provider as it is being typed. */
export type ProviderDraft = Omit<
  ModelProvider,
  'purpose' | 'circuit' | 'failures' | 'openUntil' | 'today'
> & {
  /** Empty keeps the key that is there. */
  apiKey: string;
};

const addresses: Record<ModelKind, string> = {
  openai_compatible: 'https://api.openai.com/v1',
  anthropic: 'https://api.anthropic.com/v1',
};

/** What the form starts with. */
export function draftOf(provider: ModelProvider | undefined, purpose: ModelPurpose): ProviderDraft {
  if (provider) {
    const {
      purpose: _purpose,
      circuit: _circuit,
      failures: _failures,
      openUntil: _until,
      today: _today,
      ...rest
    } = provider;
    return { ...rest, apiKey: '' };
  }
  return {
    kind: 'openai_compatible',
    baseUrl: addresses.openai_compatible,
    apiKey: '',
    hasKey: false,
    model: '',
    enabled: true,
    answerFormat: 'json_object',
    priceIn: 0,
    priceOut: 0,
    dailyTokens: purpose === 'embed' ? 10_000_000 : 1_000_000,
    dailyCost: null,
    timeoutSeconds: purpose === 'embed' ? 10 : 30,
    maxConcurrent: 4,
  };
}

/** Another kind brings its usual address, unless somebody typed one of their own. */
export function withKind(draft: ProviderDraft, kind: ModelKind): ProviderDraft {
  const usual = draft.baseUrl === '' || Object.values(addresses).includes(draft.baseUrl);
  return { ...draft, kind, baseUrl: usual ? addresses[kind] : draft.baseUrl };
}

/** What is sent: a key only where one was typed. */
export function bodyOf(draft: ProviderDraft): z.input<typeof saveModelProviderSchema> {
  const { apiKey, hasKey: _hasKey, ...rest } = draft;
  return apiKey.trim() === '' ? rest : { ...rest, apiKey };
}

/** Whether the server would take it, as far as that shows here. */
export function isComplete(draft: ProviderDraft): boolean {
  const numbers = [draft.priceIn, draft.priceOut, draft.timeoutSeconds, draft.maxConcurrent];
  const limits = [draft.dailyTokens, draft.dailyCost].filter((limit) => limit !== null);
  return (
    draft.model.trim() !== '' &&
    URL.canParse(draft.baseUrl) &&
    [...numbers, ...limits].every((number) => Number.isFinite(number))
  );
}
