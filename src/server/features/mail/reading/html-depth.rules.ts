// Elements without content, and those that a parser closes by itself when the next one opens.
const uncountedNames = `
  area base br col embed hr img input link meta param source track wbr p li td tr th dd dt
  option tbody thead tfoot
`
  .trim()
  .split(/\s+/);
const uncounted: ReadonlySet<string> = new Set(uncountedNames);
const maxDepth = 300;

/**
 * Whether markup nests so deeply that walking its tree is dangerous: 100,000 nested elements took the
 * sanitiser 1.3 s and overflow the stack of the text converter. An estimate from one linear scan; markup
 * that leaves hundreds of elements unclosed counts as deep too.
 */
export function isTooDeep(html: string): boolean {
  const open = new Map<string, number>();
  let depth = 0;
  for (const match of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})/gi)) {
    const name = (match[2] ?? '').toLowerCase();
    if (uncounted.has(name)) continue;
    const count = open.get(name) ?? 0;
    if (match[1] === '') {
      open.set(name, count + 1);
      depth += 1;
    } else if (count > 0) {
      open.set(name, count - 1);
      depth -= 1;
    }
    if (depth > maxDepth) return true;
  }
  return false;
}

/** Markup reduced to its line breaks and text, entities untouched: what is left to show of hostile nesting. */
export function withoutTags(html: string): string {
  const breaks = html.replace(/<(?:br|\/?(?:p|div|tr|li|blockquote|h[1-6]))\b[^<>]*>/gi, '\n');
  return breaks.replace(/<[^<>]*>/g, ' ');
}
