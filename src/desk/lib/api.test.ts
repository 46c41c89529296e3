import { expect, it } from 'vitest';
import { z } from 'zod';
import { fieldErrors, isApiProblem } from './api-problem.ts';
import { createApi, path, queryString } from './api.ts';

const thing = z.object({ id: z.string() });

function answering(answer: () => Response | Promise<Response>) {
  const seen: Array<{ url: string; init: RequestInit }> = [];
  const fetch = async (url: string | URL | Request, init: RequestInit = {}) => {
    seen.push({ url: url instanceof Request ? url.url : url.toString(), init });
    return answer();
  };
  return { api: createApi({ fetch }), seen };
}

it('sends JSON and the query, and gives the checked answer', async () => {
  const { api, seen } = answering(() => Response.json({ id: '7', more: true }));
  const request = {
    method: 'POST',
    path: path`/api/things/${'a/b'}`,
    query: { tag: ['x', 'y'], none: undefined },
    body: { n: 1 },
  } as const;
  expect(await api.request({ ...request, response: thing })).toEqual({ id: '7' });
  expect(seen[0]?.url).toBe('/api/things/a%2Fb?tag=x&tag=y');
  expect(seen[0]?.init).toMatchObject({
    method: 'POST',
    body: '{"n":1}',
    credentials: 'same-origin',
  });
});

it('turns problem details into a problem with field errors', async () => {
  const fields = [{ path: 'email', message: 'Write an address with an @' }];
  const problem = {
    type: 'about:blank',
    title: 'The request is not valid',
    status: 400,
    code: 'request_invalid',
    detail: 'One field is wrong',
    fields,
    retry: false,
  };
  const { api } = answering(() => Response.json(problem, { status: 400 }));
  const thrown = await api
    .request({ path: '/api/x', response: thing })
    .catch((error: unknown) => error);
  expect(isApiProblem(thrown, 'request_invalid')).toBe(true);
  expect(fieldErrors(thrown)).toEqual({ email: 'Write an address with an @' });
});

it('says so when the server is not reached, is replaced by a proxy, or answers something else', async () => {
  const codeOf = async (answer: () => Response | Promise<Response>) => {
    const thrown = await answering(answer)
      .api.request({ path: '/api/x', response: thing })
      .catch((error: unknown) => error);
    return isApiProblem(thrown) ? thrown.problem.code : thrown;
  };
  expect(await codeOf(() => Promise.reject(new TypeError('failed')))).toBe('server_unreachable');
  expect(await codeOf(() => new Response('<html>', { status: 502 }))).toBe('answer_unreadable');
  expect(await codeOf(() => Response.json({ id: 7 }))).toBe('answer_unexpected');
});

it('passes an abort on as it is', async () => {
  const abort = new AbortController();
  abort.abort();
  const { api } = answering(() => Promise.reject(abort.signal.reason));
  await expect(api.request({ path: '/api/x', response: thing, signal: abort.signal })).rejects.toBe(
    abort.signal.reason,
  );
});

it('writes no question mark for an empty query', () => expect(queryString({ a: null })).toBe(''));
