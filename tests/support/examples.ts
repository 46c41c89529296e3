/** A JSON schema as the description of the API holds them. */
export interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** A value that a schema accepts, as far as that can be seen; every id in it is the one given. */
export function exampleOf(schema: Schema, id: string): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice !== undefined) return exampleOf(choice, id);
  if (schema.type === 'string') return textOf(schema, id);
  if (schema.type === 'integer' || schema.type === 'number')
    return Math.max(1, schema.minimum ?? 1);
  if (schema.type === 'boolean') return true;
  if (schema.type === 'array') {
    const length = Math.max(1, schema.minItems ?? 1);
    return Array.from({ length }, () => exampleOf(schema.items ?? {}, id));
  }
  if (schema.type !== 'object') return null;
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, part]) => [name, exampleOf(part, id)]),
  );
}

function textOf({ format, minLength = 1 }: Schema, id: string): string {
  if (format === 'uuid') return id;
  if (format === 'date-time') return '2026-05-04T10:00:00.000Z';
  if (format === 'date') return '2026-05-04';
  if (format === 'email') return 'eve@elsewhere.test';
  if (format === 'uri') return 'https://hook.elsewhere.test/';
  return 'x'.repeat(minLength);
}
