/**
 * The object in what a model wrote: as it is, in a fenced block, or between the first brace and its
 * partner. Undefined where there is none.
 */
export function readJsonAnswer(text: string): unknown {
  const fenced = /```(?:json)?\s*([^]*?)```/i.exec(text)?.[1];
  for (const candidate of [text, fenced, balanced(text)]) {
    if (candidate === undefined) continue;
    const value = parse(candidate);
    if (value !== undefined) return value;
  }
  return undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** From the first brace to the one that closes it; braces inside of strings do not count. */
function balanced(text: string): string | undefined {
  const start = text.indexOf('{');
  if (start === -1) return undefined;
  let depth = 0;
  for (const { 0: token, index } of text.slice(start).matchAll(/"(?:[^"\\]|\\[^])*"|[{}]/g)) {
    if (token === '{') depth += 1;
    else if (token === '}') depth -= 1;
    if (depth === 0) return text.slice(start, start + index + token.length);
  }
  return undefined;
}
