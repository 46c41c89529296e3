/** A value for a jsonb column: node-postgres would turn arrays into PostgreSQL arrays. */
export function toJson(value: unknown): string {
  return JSON.stringify(value);
}
