import type { z } from 'zod';

/** Where a model is and how it is spoken to. */
export interface ProviderConfig {
  readonly kind: 'openai_compatible' | 'anthropic';
  readonly baseUrl: string;
  readonly apiKey: string | null;
  readonly model: string;
  readonly answerFormat: 'json_schema' | 'json_object' | 'text';
}

/** What is asked; texts as they leave the machine. */
export interface ModelQuestion<Value> {
  readonly system: string;
  readonly user: string;
  readonly schema: z.ZodType<Value>;
  readonly maxOutputTokens: number;
}

export interface TokenUse {
  readonly tokensIn: number;
  readonly tokensOut: number;
}

/** Bounds of a whole call, whatever it takes. */
export interface CallBounds {
  /** Moment of the caller's ticks at which it must be over. */
  readonly endsAt: number;
  readonly signal: AbortSignal;
}
