import type { z } from 'zod';
import { problemOf, unexpectedAnswer, unreachable } from './api-problem.ts';

/** Values a query string may carry; undefined and null are left out, lists are repeated. */
export type QueryValues = Record<
  string,
  string | number | boolean | null | undefined | ReadonlyArray<string | number>
>;

/** One call of the API. `response` is the contract's schema; what comes back has its type. */
export type ApiRequest<Schema extends z.ZodType> = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | undefined;
  /** From `/api` on; put ids in with the `path` tag. */
  path: string;
  query?: QueryValues | undefined;
  /** Sent as JSON; a FormData is sent as it is. */
  body?: unknown;
  response: Schema;
  signal?: AbortSignal | undefined;
  headers?: Record<string, string> | undefined;
};

/** Calls the API of the server the desk came from. */
export type Api = {
  /** Resolves to the checked answer. Throws ApiProblem, or the AbortError of the signal. */
  request: <Schema extends z.ZodType>(request: ApiRequest<Schema>) => Promise<z.output<Schema>>;
};

/** A client over `fetch`. The session cookie goes along on the same origin only. */
export function createApi({ fetch }: { fetch: typeof globalThis.fetch }): Api {
  return {
    async request({ response: schema, ...call }) {
      const answer = await send(fetch, call);
      if (!answer.ok) throw await problemOf(answer);
      const body: unknown =
        answer.status === 204 ? undefined : await answer.json().catch(() => undefined);
      const parsed = schema.safeParse(body);
      if (!parsed.success) throw unexpectedAnswer(parsed.error);
      return parsed.data;
    },
  };
}

/** Builds a path and escapes what is put in: path`/api/tickets/${id}`. */
export function path(parts: TemplateStringsArray, ...values: Array<string | number>): string {
  return parts.reduce(
    (whole, part, index) => whole + encodeURIComponent(values[index - 1] ?? '') + part,
  );
}

/** A query string with its question mark, or nothing. Keys keep their order. */
export function queryString(query: QueryValues = {}): string {
  const pairs = Object.entries(query).flatMap(([key, value]) => {
    if (value === undefined || value === null) return [];
    const list = typeof value === 'object' ? [...value] : [value];
    return list.map((one) => [key, String(one)]);
  });
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '';
}

type Call = Omit<ApiRequest<z.ZodType>, 'response'>;

async function send(
  fetch: typeof globalThis.fetch,
  { method = 'GET', path: target, query, body, signal, headers }: Call,
): Promise<Response> {
  const json = body !== undefined && !(body instanceof FormData);
  try {
    return await fetch(target + queryString(query), {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(json && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: json ? JSON.stringify(body) : body }),
      ...(signal && { signal }),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw unreachable(cause);
  }
}
