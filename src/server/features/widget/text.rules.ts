/** Text as it can be stored: no zero characters and no halves of surrogate pairs, which PostgreSQL refuses. */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed().trim();
}
