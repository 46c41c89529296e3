import type { z } from 'zod';

/** A refusal of the server, with its code. */
export interface Refusal extends Error {
  readonly status: number;
  readonly code: string;
}

export type Api = ReturnType<typeof createApi>;

/** Whether an error is a refusal, of the given code if one is given. */
export function isRefusal(error: unknown, code?: string): error is Refusal {
  return (
    error instanceof Error &&
    'status' in error &&
    (code === undefined || ('code' in error && error.code === code))
  );
}

const pauseMs = 1_000;
const busy = new Set([429, 502, 503]);

/**
 * Speaks to Segue over HTTP as one person's browser does: keeps the cookie, reads answers by their
 * contract, and tries again while the server is away. Throws a `Refusal` when it says no.
 */
export function createApi(options: {
  url: string;
  waitReal: (ms: number) => Promise<void>;
  onAway: () => void;
}) {
  const { url, waitReal, onAway } = options;
  let cookie = '';

  async function once(method: string, path: string, body: unknown): Promise<Response | null> {
    try {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: {
          origin: url,
          ...(cookie !== '' && { cookie }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return busy.has(response.status) ? null : response;
    } catch {
      return null;
    }
  }

  async function request<Schema extends z.ZodType>(
    method: string,
    path: string,
    schema: Schema,
    body?: unknown,
  ): Promise<z.output<Schema>> {
    let response = await once(method, path, body);
    while (response === null) {
      onAway();
      await waitReal(pauseMs);
      response = await once(method, path, body);
    }
    const set = response.headers.getSetCookie();
    if (set.length > 0) cookie = set.map((one) => one.split(';')[0]).join('; ');
    const answer: unknown = await response.json().catch(() => null);
    if (!response.ok) throw refusalOf(response.status, answer, `${method} ${path}`);
    return schema.parse(answer);
  }

  return {
    url,
    cookie: () => cookie,
    get: <Schema extends z.ZodType>(path: string, schema: Schema) => request('GET', path, schema),
    post: <Schema extends z.ZodType>(path: string, schema: Schema, body: unknown = {}) =>
      request('POST', path, schema, body),
    put: <Schema extends z.ZodType>(path: string, schema: Schema, body: unknown) =>
      request('PUT', path, schema, body),
    patch: <Schema extends z.ZodType>(path: string, schema: Schema, body: unknown) =>
      request('PATCH', path, schema, body),
  };
}

function refusalOf(status: number, answer: unknown, what: string): Refusal {
  const { code = 'unknown', detail = '', message = '' } = (answer ?? {}) as Record<string, string>;
  return Object.assign(new Error(`${what}: ${detail || message || status}`), { status, code });
}
