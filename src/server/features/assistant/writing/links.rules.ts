/** Which links may leave with a reply. */

/** An address as it is compared: null where it is no plain http(s) address. */
export function parsedUrl(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const isPlain = url.username === '' && url.password === '';
  return isPlain && (url.protocol === 'https:' || url.protocol === 'http:') ? url : null;
}

/** True where an address is exactly one of ours. */
export function isOwnUrl(address: string, ownUrls: readonly string[]): boolean {
  const url = parsedUrl(address);
  return url !== null && ownUrls.some((own) => parsedUrl(own)?.href === url.href);
}

/**
 * A link inside an article as it may stand in a reply: a page of one of our own sites, without its query,
 * which is where a reader is tracked. Null for any other: its words stay, and the article has the link.
 */
export function linkInQuote(address: string, ownUrls: readonly string[]): string | null {
  const url = parsedUrl(address);
  if (url === null || !ownUrls.some((own) => parsedUrl(own)?.origin === url.origin)) return null;
  return `${url.origin}${url.pathname}`;
}

/** The https links in the words of sources whose links are ours. */
export function trustedLinks(
  sources: readonly { readonly text: string; readonly linksAreOurs?: boolean }[],
): string[] {
  return sources
    .filter(({ linksAreOurs }) => linksAreOurs === true)
    .flatMap(({ text }) => text.match(/https:\/\/[^\s<>"'`()[\]]+/gu) ?? [])
    .map((address) => address.replace(/[.,;:!?]+$/u, ''));
}

/**
 * Addresses of pages as a mail program would find them: with a scheme (also an odd one), `www.`, or a domain
 * with a path. A bare `evil.example` is words.
 */
export const addressPattern =
  /(?:[a-z][a-z0-9+.-]{0,15}:\/\/|(?<![\p{L}\p{N}])www\.|(?:javascript|vbscript):|data:[a-z]{1,20}\/)[^\s<>"'`]{1,2000}|(?<![\p{L}\p{N}@.-])(?:[\p{L}\p{N}-]{1,63}\.){1,4}[\p{L}]{2,24}\/[^\s<>"'`]{0,2000}/giu;

/** Addresses that carry a scheme, wherever they stand; what is left after `addressPattern` was replaced. */
export const schemePattern =
  /(?:[a-z][a-z0-9+.-]{0,15}:\/\/|(?:javascript|vbscript):|data:[a-z]{1,20}\/)[^\s<>"'`]+/giu;
