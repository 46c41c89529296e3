import type { z } from 'zod';
import type { ModelRefusal } from '../../../contracts/models.ts';

/** A call that was made: to be named beside what came of it. */
export interface ModelCall {
  readonly id: string;
  readonly model: string;
  readonly latencyMs: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** In millionths of the workspace's currency. */
  readonly costMicros: number;
}

/** What a model gave, or why there is nothing: whoever asks has a way without it. */
export type ModelResult<Value> =
  | { readonly ok: true; readonly value: Value; readonly call: ModelCall }
  | {
      readonly ok: false;
      readonly reason: ModelRefusal;
      /** A sentence for admins; null where the reason says it all. */
      readonly why: string | null;
      /** Missing where nothing was sent. */
      readonly call?: ModelCall;
    };

/** A question to a language model. */
export interface ModelRequest<Value> {
  readonly prompt: {
    /** Recorded with the call, with its version: change that with every change of the words. */
    readonly name: string;
    readonly version: number;
    readonly system: string;
    readonly user: string;
  };
  /** An object; the answer is checked against it, and its JSON schema is sent along. */
  readonly schema: z.ZodType<Value>;
  /** Names of people in the texts, to be replaced before they leave the machine. */
  readonly names?: readonly string[];
  /** Default 2000. */
  readonly maxOutputTokens?: number;
}
