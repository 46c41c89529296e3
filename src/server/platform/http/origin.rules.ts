/** Which site a browser's request comes from. */

interface OriginHeaders {
  readonly origin?: string | undefined;
  readonly host?: string | undefined;
}

/**
 * Whether a request comes from a page of this server. The host is compared as the browser named it, and
 * with the public address for proxies that do not pass it on. What is no page names no origin.
 */
export function isOwnOrigin({ origin, host }: OriginHeaders, publicUrl: string): boolean {
  if (origin === undefined) return true;
  const from = URL.parse(origin);
  if (from === null || from.host === '') return false;
  return from.host === host || from.origin === URL.parse(publicUrl)?.origin;
}
