import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { HttpClient } from '../http-client/index.ts';
import { failureOf, type Failure } from './failures.ts';
import { readJsonAnswer } from './json-answer.rules.ts';
import type { CallBounds, ModelQuestion, ProviderConfig, TokenUse } from './models.types.ts';
import {
  openProvider,
  roughTokens,
  type Provider,
  type RequestOptions,
  type Turn,
} from './provider.ts';
import { pauseBeforeRetry } from './retry.rules.ts';

/** What came of a call, with what it took. */
export type CallOutcome<Value> = {
  readonly attempts: number;
  /** What came back last, as it came; empty for vectors and failures. */
  readonly received: string;
} & TokenUse &
  (
    | { readonly ok: true; readonly value: Value }
    | { readonly ok: false; readonly failure: Failure }
  );

export interface CallerDeps {
  /** Milliseconds since some moment: what bounds end by. */
  readonly ticks: () => number;
  readonly clock: Clock;
  readonly http: HttpClient;
  /** From 0 to 1. */
  readonly chance: () => number;
}

export type ModelCaller = ReturnType<typeof createModelCaller>;

/** Calls providers: tries again what may work, checks what came, asks once for a repair. */
export function createModelCaller({ clock, http, ticks, chance }: CallerDeps) {
  /** Runs `ask` until it works, cannot work or is out of time. */
  async function persist<Result>(
    bounds: CallBounds & { readonly secret: string | null },
    tally: Tally,
    ask: (options: RequestOptions) => Promise<Result>,
  ): Promise<Result | Failure> {
    for (let tries = 1; ; tries += 1) {
      const leftMs = bounds.endsAt - ticks();
      if (leftMs <= 0) return outOfTime;
      tally.attempts += 1;
      try {
        return await ask({ timeoutMs: Math.ceil(leftMs), signal: bounds.signal });
      } catch (error) {
        const failure = failureOf(error, { now: clock.now(), secret: bounds.secret });
        const pauseMs = failure.again
          ? pauseBeforeRetry({
              attempts: tries,
              waitMs: failure.waitMs,
              leftMs: bounds.endsAt - ticks(),
              chance: chance(),
            })
          : null;
        if (pauseMs === null || !(await pause(pauseMs, bounds.signal))) return failure;
      }
    }
  }

  async function write<Value>(
    config: ProviderConfig,
    question: ModelQuestion<Value>,
    bounds: CallBounds,
  ): Promise<CallOutcome<Value>> {
    const provider = await openProvider(config, http);
    const tally: Tally = { attempts: 0, tokensIn: 0, tokensOut: 0, received: '' };
    const turns: Turn[] = [];
    const withKey = { ...bounds, secret: config.apiKey };
    for (let rounds = 1; ; rounds += 1) {
      const written = await persist(withKey, tally, (options) =>
        provider.write(question, turns, options),
      );
      if ('reason' in written) {
        // Nobody told, but whoever was still writing may bill it.
        if (written.reason === 'timeout')
          tally.tokensIn += roughTokens(question.system + question.user);
        return { ...tally, ok: false, failure: written };
      }
      tally.tokensIn += written.tokensIn;
      tally.tokensOut += written.tokensOut;
      tally.received = written.text;
      if (written.refused) return { ...tally, ok: false, failure: refusal };
      const checked = check(written.text, question.schema);
      if (checked.ok) return { ...tally, ok: true, value: checked.value };
      if (rounds === maxRounds) return { ...tally, ok: false, failure: malformed(checked.problem) };
      turns.push({ role: 'assistant', content: written.text.slice(0, 20_000) || '-' });
      turns.push({ role: 'user', content: repairWords(checked.problem) });
    }
  }

  async function embed(
    config: ProviderConfig,
    texts: readonly string[],
    bounds: CallBounds,
  ): Promise<CallOutcome<number[][]>> {
    const tally: Tally = { attempts: 0, tokensIn: 0, tokensOut: 0, received: '' };
    const provider: Provider = await openProvider(config, http);
    const withKey = { ...bounds, secret: config.apiKey };
    const made = await persist(withKey, tally, (options) => provider.embed(texts, options));
    if ('reason' in made) return { ...tally, ok: false, failure: made };
    tally.tokensIn += made.tokensIn;
    const vectors = vectorsSchema.safeParse(made.vectors);
    const even = new Set(made.vectors.map((vector) => vector.length)).size <= 1;
    if (!vectors.success || !even || made.vectors.length !== texts.length)
      return { ...tally, ok: false, failure: malformed('not a vector for each text') };
    return { ...tally, ok: true, value: vectors.data };
  }

  return { write, embed };
}

interface Tally {
  attempts: number;
  tokensIn: number;
  tokensOut: number;
  received: string;
}

/** The answer and, where that has the wrong shape, one that is repaired. */
const maxRounds = 2;
const vectorsSchema = z.array(z.array(z.number()).min(1));
const steady = { status: null, again: false, waitMs: null, unwell: false };
const outOfTime: Failure = {
  ...steady,
  reason: 'timeout',
  message: 'It did not answer in time.',
  unwell: true,
};
const refusal: Failure = { ...steady, reason: 'refused', message: 'It refuses to answer this.' };

function malformed(problem: string): Failure {
  return { ...steady, reason: 'malformed', message: `Its answer has the wrong shape: ${problem}` };
}

type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: string };

function check<Value>(text: string, schema: z.ZodType<Value>): Checked<Value> {
  const read = readJsonAnswer(text);
  if (read === undefined) return { ok: false, problem: 'it is no JSON object.' };
  const parsed = schema.safeParse(read);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issues = parsed.error.issues.slice(0, 5);
  const problem = issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  return { ok: false, problem: problem.slice(0, 300) };
}

function repairWords(problem: string): string {
  return `That answer cannot be used: ${problem} Give the whole answer again, as one JSON object of the shape described, and nothing else.`;
}

async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await delay(ms, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}
