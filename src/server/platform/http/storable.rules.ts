/** Input as PostgreSQL can store it. */

/**
 * The same value with every text free of zero characters and of halves of surrogate pairs: PostgreSQL
 * refuses both, and a page copied from a PDF has them. Keys stay as they are, schemas name them.
 */
export function storableInput(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\u0000', '').toWellFormed();
  if (Array.isArray(value)) return value.map(storableInput);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, storableInput(one)]));
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
