/** A stretch of message text; `href` only on what may safely be clicked. */
export type TextPart = { text: string; href: string | null };

const CANDIDATE = /https?:\/\/[^\s<>"'`\u201c\u201d]+/giu;

/**
 * Splits plain text into words and web addresses. Only `http` and `https` become links, and never an
 * address with a user part: `https://bank.example@evil.example` stays text, since it reads as the bank.
 */
export function linkify(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(CANDIDATE)) {
    const shown = trimEnd(match[0]);
    const href = safeHref(shown);
    if (!href) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index), href: null });
    parts.push({ text: shown, href });
    from = match.index + shown.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), href: null });
  return parts;
}

/** The address as the browser understands it, or null when it is not a plain web address. */
export function safeHref(address: string, base?: string): string | null {
  const url = URL.canParse(address, base) ? new URL(address, base) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  return url.href;
}

/** Leaves out the punctuation of the sentence around an address, but keeps brackets it opened itself. */
function trimEnd(address: string): string {
  let end = address.length;
  while (end > 0) {
    const last = address[end - 1] ?? '';
    const open = { ')': '(', ']': '[', '}': '{' }[last];
    const unmatched =
      open !== undefined && count(address.slice(0, end), last) > count(address.slice(0, end), open);
    if (!unmatched && !/[.,;:!?\u2026]/.test(last)) break;
    end -= 1;
  }
  return address.slice(0, end);
}

const count = (text: string, sign: string) => text.split(sign).length - 1;
