import type { z } from 'zod';

const mostKept = 500;

/**
 * Parses what is stored as JSON, and the same again only once: settings, policies and conditions are read with
 * every mail and seldom change. What it gives is shared, and frozen so that nobody changes it for others.
 */
export function parseOnce<Output>(schema: z.ZodType<Output>): (stored: unknown) => Output {
  const parsed = new Map<string, Output>();
  return (stored) => {
    const text = JSON.stringify(stored);
    const known = parsed.get(text);
    if (known !== undefined) return known;
    const read = frozen(schema.parse(stored));
    if (parsed.size >= mostKept) parsed.clear();
    parsed.set(text, read);
    return read;
  };
}

function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) frozen(part);
  return value;
}
