/** A piece of text, with an address where it is one. */
export type TextPart = { text: string; href: string | null };

const LINK = /https?:\/\/[^\s<>"']+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu;
/** What ends a sentence does not belong to the address before it. */
const TAIL = /[.,;:!?)\]}»”’]+$/u;

/** Splits text into words and addresses; nothing but http, https and mail becomes a link. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const found = match[0].replace(TAIL, '');
    if (match.index > from) parts.push({ text: text.slice(from, match.index), href: null });
    parts.push({ text: found, href: /^https?:/i.test(found) ? found : `mailto:${found}` });
    from = match.index + found.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), href: null });
  return parts;
}
