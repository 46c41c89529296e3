import type { EmbeddingModel, LanguageModel, Output } from 'ai';
import { z } from 'zod';
import type { HttpClient } from '../http-client/index.ts';
import type { ModelQuestion, ProviderConfig, TokenUse } from './models.types.ts';

/** Turns of a conversation with a model after the first question: what it said and what is said to that. */
export interface Turn {
  readonly role: 'assistant' | 'user';
  readonly content: string;
}

/** What a model wrote, as it came. */
export interface Written extends TokenUse {
  readonly text: string;
  /** The provider says that it will not. */
  readonly refused: boolean;
}

export interface RequestOptions {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** One request to a provider: no retries, no limits. Throws what the SDK and the client throw. */
export interface Provider {
  write(
    question: ModelQuestion<unknown>,
    turns: readonly Turn[],
    options: RequestOptions,
  ): Promise<Written>;
  embed(
    texts: readonly string[],
    options: RequestOptions,
  ): Promise<{ readonly vectors: number[][] } & TokenUse>;
}

const answerBytes = 2_000_000;
const vectorBytes = 50_000_000;

/** A provider behind the guarded client. The SDK is loaded with the first one: it takes 30 MB. */
export async function openProvider(config: ProviderConfig, http: HttpClient): Promise<Provider> {
  const { embedMany, generateText, Output } = await import('ai');
  // It would write to the console of whoever runs Segue, about what they cannot change.
  globalThis.AI_SDK_LOG_WARNINGS = false;
  const { writer, embedder } = await modelsOf(config);
  return {
    async write(question, turns, options) {
      const user = { role: 'user' as const, content: question.user };
      const result = await generateText({
        model: writer(guardedFetch(http, options, answerBytes)),
        instructions: question.system,
        messages: [user, ...turns],
        maxOutputTokens: question.maxOutputTokens,
        maxRetries: 0,
        abortSignal: options.signal,
        ...(config.answerFormat !== 'text' && {
          output: outputOf(config, question.schema, Output),
        }),
      });
      const { inputTokens, outputTokens } = result.usage;
      return {
        text: result.text,
        refused: result.finishReason === 'content-filter',
        tokensIn: tokensOf(inputTokens, question.system + question.user),
        tokensOut: tokensOf(outputTokens, result.text),
      };
    },
    async embed(texts, options) {
      const result = await embedMany({
        model: embedder(guardedFetch(http, options, vectorBytes)),
        values: [...texts],
        maxRetries: 0,
        abortSignal: options.signal,
      });
      const tokensIn = tokensOf(result.usage.tokens, texts.join(' '));
      return { vectors: result.embeddings, tokensIn, tokensOut: 0 };
    },
  };
}

const mostTokens = 100_000_000;

/** What a provider says it used, where that is a number of tokens at all; a budget rests on it. */
function tokensOf(said: number | undefined, text: string): number {
  const isSense = said !== undefined && Number.isInteger(said) && said > 0 && said <= mostTokens;
  return isSense ? said : roughTokens(text);
}

/** How many tokens a text may be, where nobody counts them: about four characters each. */
export function roughTokens(text: string): number {
  return Math.ceil(text.length / 4);
}

/** The SDK says which shape is wanted; whether the answer has it is checked here, more patiently. */
function outputOf(config: ProviderConfig, schema: z.ZodType, make: typeof Output) {
  const wanted = make.object({ schema, name: 'answer' });
  const bySchema = config.kind === 'anthropic' || config.answerFormat === 'json_schema';
  return {
    ...wanted,
    responseFormat: bySchema ? wanted.responseFormat : Promise.resolve({ type: 'json' as const }),
    parseCompleteOutput: async ({ text }: { text: string }) => text,
  };
}

type Fetch = typeof globalThis.fetch;

async function modelsOf(config: ProviderConfig): Promise<{
  writer: (fetch: Fetch) => LanguageModel;
  embedder: (fetch: Fetch) => EmbeddingModel;
}> {
  const { baseUrl: baseURL, model } = config;
  // Without a key the SDK would look for one in the environment.
  const apiKey = config.apiKey ?? '';
  if (config.kind === 'anthropic') {
    const { createAnthropic } = await import('@ai-sdk/anthropic');
    return {
      writer: (fetch) => createAnthropic({ baseURL, apiKey, fetch })(model),
      embedder: () => {
        throw new Error('Anthropic offers no embeddings.');
      },
    };
  }
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
  const open = (fetch: Fetch) =>
    createOpenAICompatible({
      name: 'provider',
      baseURL,
      fetch,
      ...(apiKey !== '' && { apiKey }),
      supportsStructuredOutputs: config.answerFormat === 'json_schema',
    });
  return {
    writer: (fetch) => open(fetch).chatModel(model),
    embedder: (fetch) => open(fetch).embeddingModel(model),
  };
}

/** `fetch` as the SDK wants it, by way of the client that reaches nothing inside our own network. */
function guardedFetch(http: HttpClient, options: RequestOptions, maxBytes: number): Fetch {
  return async (input, init) => {
    const body = z.string().parse(init?.body);
    const answer = await http.send({
      url: input instanceof Request ? input.url : String(input),
      method: 'POST',
      headers: Object.fromEntries(new Headers(init?.headers)),
      body,
      maxBytes,
      ...options,
    });
    const headers = Object.entries(answer.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] as [string, string]],
    );
    const { status } = answer;
    return new Response(hasBody(status) ? new Uint8Array(answer.body) : null, { status, headers });
  };
}

function hasBody(status: number): boolean {
  return status !== 204 && status !== 205 && status !== 304;
}
