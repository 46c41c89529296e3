import { RefusedAddress } from '../http-client/index.ts';

/** Why a request to a provider gave nothing. */
export interface Failure {
  readonly reason: 'timeout' | 'rate_limited' | 'refused' | 'malformed' | 'failed';
  /** A sentence for admins; nothing of what was sent. */
  readonly message: string;
  readonly status: number | null;
  /** The same request may work a moment later. */
  readonly again: boolean;
  /** How long the provider asks to wait; null where it does not say. */
  readonly waitMs: number | null;
  /** It says something about how the provider does: counts for the circuit breaker. */
  readonly unwell: boolean;
}

const messageLength = 300;

/**
 * Reads what the SDK, the client or the network threw. A provider may repeat the key it was given, so `secret` is
 * taken out of every message, before it is cut: half a key is a secret as well.
 */
export function failureOf(
  error: unknown,
  { now, secret }: { readonly now: Date; readonly secret: string | null },
): Failure {
  const shorten = shortener(secret);
  const known = { status: null, again: false, waitMs: null, unwell: false };
  const at = causes(error);
  const refused = at.find((one) => one instanceof RefusedAddress);
  if (refused) return { ...known, reason: 'failed', message: shorten(refused.message) };
  if (at.some(isTimeout))
    return { ...known, reason: 'timeout', message: 'It did not answer in time.', unwell: true };
  const answered = at.find(isAnswer);
  if (answered) return failureOfStatus(answered, { now, shorten });
  const network = at.find((one) => 'code' in one && typeof one.code === 'string');
  const last = network ? networkWords(network) : (at.at(-1)?.message ?? String(error));
  const message = shorten(last);
  return { ...known, reason: 'failed', message, again: true, unwell: true };
}

/** What the SDK makes of an answer that is an error, or cannot be read. */
interface AnswerError extends Error {
  readonly statusCode: number;
  readonly responseHeaders?: Readonly<Record<string, string>>;
}

function isAnswer(error: Error): error is AnswerError {
  return 'statusCode' in error && typeof error.statusCode === 'number';
}

function failureOfStatus(
  error: AnswerError,
  { now, shorten }: { now: Date; shorten: (text: string) => string },
): Failure {
  const status = error.statusCode;
  const said = shorten(error.message);
  const message = said === '' ? `It answered ${status}.` : `It answered ${status}: ${said}`;
  const shared = { status, message, waitMs: waitOf(error.responseHeaders ?? {}, now) };
  if (status === 429) return { ...shared, reason: 'rate_limited', again: true, unwell: true };
  if (status === 408 || status >= 500)
    return { ...shared, reason: 'failed', again: true, unwell: true };
  // An answer that is no answer at all: a page of HTML, half a JSON.
  if (status < 300) return { ...shared, reason: 'malformed', again: false, unwell: false };
  return { ...shared, reason: 'failed', again: false, unwell: false };
}

/** `retry-after` in seconds or as a date (RFC 9110), or in milliseconds as some providers say it. */
function waitOf(headers: Readonly<Record<string, string>>, now: Date): number | null {
  const inMs = Number(headers['retry-after-ms'] ?? Number.NaN);
  if (Number.isFinite(inMs) && inMs >= 0) return inMs;
  const said = headers['retry-after'];
  if (said === undefined) return null;
  const seconds = Number(said);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const at = Date.parse(said);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}

function causes(error: unknown): Error[] {
  if (!(error instanceof Error)) return [];
  return [error, ...causes(error.cause)];
}

function isTimeout(error: Error): boolean {
  return error.name === 'TimeoutError' || error.name === 'AbortError';
}

const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nobody listens at that address.',
  ENOTFOUND: 'No such host name.',
  EAI_AGAIN: 'The host name could not be looked up.',
  ECONNRESET: 'It broke off the connection.',
  EPIPE: 'It broke off the connection.',
  EHOSTUNREACH: 'The host cannot be reached.',
  ETIMEDOUT: 'The host cannot be reached.',
};

function networkWords(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  return words[code] ?? error.message;
}

function shortener(secret: string | null): (text: string) => string {
  return (text) => {
    const told = secret === null || secret === '' ? text : text.replaceAll(secret, '[key]');
    return told.replaceAll(/\s+/g, ' ').trim().slice(0, messageLength);
  };
}
