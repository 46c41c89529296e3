import { lookup as resolveHost, type LookupAddress } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { createAddressGuard, createAllowList } from './addresses.ts';

/** A request to an address that somebody else chose. */
export interface OutgoingRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** How many redirects to follow; each one is checked like the first address. */
  readonly redirects?: number;
  /** Instead of the client's own. */
  readonly maxBytes?: number;
  readonly timeoutMs?: number;
  /** Ends it before its time. */
  readonly signal?: AbortSignal;
}

/** What came back: at most `maxBytes` of it, as bytes. */
export interface OutgoingAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  /** Where it came from in the end. */
  readonly url: string;
}

export interface HttpClientOptions {
  /** Host names, addresses and networks that may be reached although they are internal. */
  readonly allowedHosts: readonly string[];
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  /** Looks names up; the system's own where it is left out. */
  readonly resolve?: (host: string) => Promise<LookupAddress[]>;
}

export interface HttpClient {
  /** Sends it. Throws `RefusedAddress` for what may not be reached, and errors of the network as they are. */
  send(request: OutgoingRequest): Promise<OutgoingAnswer>;
  /** Why an address may never be reached, as far as that shows without asking for it; null when it may. */
  refusalOf(url: string): string | null;
}

/** The address may not be reached from here, whatever is there: trying again changes nothing. */
export class RefusedAddress extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RefusedAddress';
  }
}

/**
 * The one way out to addresses that people type in. The address is checked where the connection is made,
 * with what the name resolved to for that connection: a name that answers differently the second time
 * (rebinding) and a redirect inwards meet the same check.
 */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { timeoutMs = 10_000, maxBytes = 1_000_000, resolve = resolveAll } = options;
  const guard = createAddressGuard();
  const allowed = createAllowList(options.allowedHosts);
  const mayReach = (host: string, address: string) =>
    guard.isPublic(address) || allowed.hasAddress(address) || allowed.hasName(host);

  function assertUrl(text: string): URL {
    const problem = problemOf(text);
    if (problem !== null) throw new RefusedAddress(problem);
    return new URL(text);
  }

  function problemOf(text: string): string | null {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null) return 'It is no address.';
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
      return 'It must begin with https:// or http://.';
    if (url.username !== '' || url.password !== '') return 'It may carry no password.';
    const host = hostOf(url);
    // A literal address is not looked up, so it is checked here.
    if (isIP(host) !== 0 && !mayReach(host, host)) return internalWords(host);
    if (isLocalName(host) && !allowed.hasName(host)) return internalWords(host);
    return null;
  }

  const lookup: LookupFunction = (host, wanted, done) => {
    void openAddresses(host).then((found) => {
      const [first] = found instanceof Error ? [] : found;
      /* oxlint-disable promise/no-callback-in-promise -- node:net takes a callback here */
      if (found instanceof Error || first === undefined) done(found as Error, '');
      else if (wanted.all) done(null, found);
      else done(null, first.address, first.family);
      /* oxlint-enable promise/no-callback-in-promise */
    });
  };

  /** The addresses of a name that may be reached, or the error that says why there are none. */
  async function openAddresses(host: string): Promise<LookupAddress[] | Error> {
    try {
      const found = await resolve(host);
      const open = found.filter(({ address }) => mayReach(host, address));
      return open.length > 0 ? open : new RefusedAddress(internalWords(host));
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  async function send(request: OutgoingRequest, signal: AbortSignal): Promise<OutgoingAnswer> {
    const url = assertUrl(request.url);
    const answer = await open(url, { ...request, lookup, signal });
    const location = answer.headers.location;
    const { redirects = 0 } = request;
    if (!isRedirect(answer) || location === undefined || redirects === 0) {
      return read(answer, { url: url.href, maxBytes: request.maxBytes ?? maxBytes });
    }
    answer.destroy();
    const next = new URL(location, url);
    // Secrets in headers are for the address they were given for.
    const { headers: _left, ...rest } = request;
    const kept = next.origin === url.origin ? request : rest;
    return send({ ...kept, url: next.href, redirects: redirects - 1 }, signal);
  }

  return {
    send(request) {
      const inTime = AbortSignal.timeout(request.timeoutMs ?? timeoutMs);
      return send(request, request.signal ? AbortSignal.any([inTime, request.signal]) : inTime);
    },
    refusalOf: problemOf,
  };
}

interface Opening extends OutgoingRequest {
  readonly lookup: LookupFunction;
  readonly signal: AbortSignal;
}

function open(url: URL, opening: Opening): Promise<IncomingMessage> {
  const { method, headers, body, lookup, signal } = opening;
  const start = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((answered, failed) => {
    const request = start(url, {
      method,
      lookup,
      signal,
      agent: false,
      headers: { 'user-agent': 'Segue', ...headers },
    });
    request.once('response', answered);
    request.once('error', failed);
    request.end(body);
  });
}

async function read(
  answer: IncomingMessage,
  { url, maxBytes }: { url: string; maxBytes: number },
): Promise<OutgoingAnswer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer) {
    const bytes = Buffer.from(part as Uint8Array);
    size += bytes.length;
    if (size > maxBytes) {
      answer.destroy();
      throw new RefusedAddress(`The answer is larger than ${maxBytes} bytes.`);
    }
    parts.push(bytes);
  }
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    body: Buffer.concat(parts),
    url,
  };
}

function resolveAll(host: string): Promise<LookupAddress[]> {
  return new Promise((found, failed) => {
    resolveHost(host, { all: true }, (error, addresses) =>
      error ? failed(error) : found(addresses),
    );
  });
}

function isRedirect({ statusCode = 0 }: IncomingMessage): boolean {
  return [301, 302, 303, 307, 308].includes(statusCode);
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

function isLocalName(host: string): boolean {
  return host === 'localhost' || /\.(localhost|local|internal)$/i.test(host);
}

function internalWords(host: string): string {
  return `${host} is inside our own network. An admin can allow it with SEGUE_ALLOWED_HOSTS.`;
}
