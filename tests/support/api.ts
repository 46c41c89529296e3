/** The answer of a request: status, parsed body, headers. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: any; // oxlint-disable-line typescript/no-explicit-any -- tests look into any answer
  readonly headers: Headers;
}

export type Api = ReturnType<typeof createApi>;

/** A client that keeps its cookie, as a browser would. */
export function createApi(url: string) {
  let cookie = '';

  async function request(method: string, path: string, body?: unknown): Promise<ApiAnswer> {
    const json = body !== undefined && !(body instanceof FormData);
    const response = await fetch(new URL(path, url), {
      method,
      redirect: 'manual',
      headers: {
        origin: url,
        ...(cookie !== '' && { cookie }),
        ...(json && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
    const set = response.headers.getSetCookie();
    if (set.length > 0) cookie = set.map((one) => one.split(';')[0]).join('; ');
    const text = await response.text();
    return { status: response.status, body: parse(text), headers: response.headers };
  }

  return {
    request,
    get: (path: string) => request('GET', path),
    post: (path: string, body: unknown = {}) => request('POST', path, body),
    put: (path: string, body: unknown) => request('PUT', path, body),
    patch: (path: string, body: unknown) => request('PATCH', path, body),
    /** Sends a file as a form does. */
    upload: (path: string, form: FormData) => request('POST', path, form),
    delete: (path: string) => request('DELETE', path),
    /** The session cookie, for sockets. */
    cookie: () => cookie,
    async signIn(email: string, password: string): Promise<void> {
      const answer = await request('POST', '/api/auth/sign-in/email', { email, password });
      if (answer.status !== 200) throw new Error(`Sign-in of ${email} failed: ${answer.status}`);
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
