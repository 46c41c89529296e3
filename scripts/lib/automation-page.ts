import { z } from 'zod';

interface FieldEntry {
  readonly label: string;
  readonly type: string;
  readonly operators: readonly string[];
  readonly from: string;
  readonly choices?: readonly string[];
  readonly source?: string;
  readonly unit?: string;
  readonly key?: string;
  readonly timed?: boolean;
}

/** What the page is written from. */
export interface AutomationTables {
  readonly fields: Readonly<Record<string, FieldEntry>>;
  readonly operators: Readonly<Record<string, string>>;
  readonly actions: Readonly<
    Record<string, { label: string; about: string; kinds: readonly string[] }>
  >;
  readonly actionSchema: z.ZodType;
  readonly variables: Readonly<Record<string, { label: string; fallback: string }>>;
  readonly settings: z.ZodType;
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** docs/AUTOMATION.md: every condition, action, variable and setting, from their schemas. */
export function automationPage(tables: AutomationTables): string {
  return `<!-- Written by \`npm run docs\` from src/contracts/trigger-conditions.ts, src/contracts/trigger-actions.ts, src/contracts/variables.ts and src/contracts/workspaces.ts. Change those files, not this one. -->

# Automation

A rule (a trigger) has conditions and actions. It runs when ALL of its conditions hold and, where it has
any under ANY, at least one of those. Rules are asked from the top of their list down. After a rule that
did something the ticket is read again, what it changed counts as part of the event, and those that have
not run are asked anew. Each rule runs at most once for an event; a chain of more than 20 and a rule that
would run more than 30 times an hour on one ticket are cut off, which the ticket's history says.

- **Messaging rules** run while the chat does and never after its end. **Ticket rules** always run.
- A rule with *is at least* on a field marked ⏱ runs **by the clock**: it is checked every minute and runs
  once for each moment it counts from. Closed tickets, and what was due before the rule was switched on,
  are left alone.
- Everything that happened before a rule was switched on is left alone by it.
- Each run is a line in the ticket's history with what matched and what was done. An action that is
  refused (no capacity, no address, a closed ticket) is told there with its reason; the others are done.
- A rule may not both end the chat and go on by email (the second ends the chat by itself), reply where
  nobody can be reached, or contradict itself; it is refused when it is saved, at the field.
- Every saved state of a rule is kept and can be put back. A rule can be tried on the last tickets before
  it is switched on, without doing anything.

## Conditions

| field | what it asks | operators | values | where the value comes from |
| --- | --- | --- | --- | --- |
${Object.entries(tables.fields)
  .map(([name, entry]) => conditionRow(name, entry, tables.operators))
  .join('\n')}

Words are looked for as whole words, in any case.

## Actions

| action | what it does | kinds | what it is given |
| --- | --- | --- | --- |
${actionRows(tables).join('\n')}

Webhooks are signed after Standard Webhooks (\`webhook-id\`, \`webhook-timestamp\`, \`webhook-signature\`),
tried again with growing pauses for about a day, and then kept with a way to send them again. Addresses
inside the own network are refused unless \`SEGUE_ALLOWED_HOSTS\` names them.

Alerts of supervisors call the webhook of the settings with \`type\` \`alert.opened\`, \`alert.raised\` or
\`alert.resolved\`, a \`timestamp\` and \`data\`: the \`alert\` (\`id\`, \`kind\`, \`band\` 1 to 3, \`value\`,
\`threshold\`; minutes for nobody online), its \`queue\` (\`id\`, \`name\`) and a \`sentence\`.

## Variables

In every text of rules and macros. What is not known is written as the last column says, or as the author
says: \`{{agent.name|somebody}}\`.

| variable | what it is | where it is not known |
| --- | --- | --- |
${Object.entries(tables.variables)
  .map(([name, { label, fallback }]) => `| \`{{${name}}}\` | ${label} | ${fallback || 'nothing'} |`)
  .join('\n')}

## Settings

| setting | default | values |
| --- | --- | --- |
${settingRows(tables.settings).join('\n')}
`;
}

function conditionRow(
  name: string,
  entry: FieldEntry,
  operators: AutomationTables['operators'],
): string {
  const words = entry.operators.map((op) => operators[op] ?? op).join(', ');
  const mark = entry.timed ? ' ⏱' : '';
  return `| \`${name}\`${mark} | ${cell(entry.label)} | ${words} | ${valuesOf(entry)} | ${cell(entry.from)} |`;
}

function valuesOf({ type, choices, source, unit, key }: FieldEntry): string {
  const named =
    key === undefined ? '' : `names ${key === 'attribute' ? 'an attribute' : 'a schedule'}`;
  if (type === 'yes_no') return named || 'none';
  if (choices) return choices.map((value) => `\`${value}\``).join(', ');
  if (source) return source;
  if (type === 'amount') return `number of ${unit ?? 'hours'}`;
  if (type === 'tags') return 'tags';
  return named === '' ? 'words' : `words; ${named}`;
}

function actionRows({ actions, actionSchema }: AutomationTables): string[] {
  const schema = z.toJSONSchema(actionSchema, { io: 'input' });
  const options = schema.oneOf ?? schema.anyOf ?? [];
  const parameters = new Map(options.map((option) => [nameOf(option), parametersOf(option)]));
  return Object.entries(actions).map(
    ([name, { label, about, kinds }]) =>
      `| \`${name}\` | **${cell(label)}.** ${cell(about)} | ${kinds.join(', ')} | ${parameters.get(name) || 'nothing'} |`,
  );
}

function nameOf(option: JsonSchema): string {
  const property = option.properties?.['do'] as JsonSchema | undefined;
  return String(property?.const);
}

function parametersOf(option: JsonSchema): string {
  return Object.entries(option.properties ?? {})
    .filter(([name]) => name !== 'do')
    .map(([name, property]) => `\`${name}\`: ${describe(property as JsonSchema)}`)
    .join('; ');
}

/** The values a schema takes, in words. */
function describe(schema: JsonSchema): string {
  const choices = schema.anyOf;
  if (choices) return choices.map(describe).join(' or ');
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (schema.format === 'uuid') return 'one of the workspace';
  if (schema.format === 'email') return 'email address';
  switch (schema.type) {
    case 'array':
      return `list of ${describe(schema.items as JsonSchema)}${bounds(schema.minItems, schema.maxItems)}`;
    case 'integer':
      return `whole number${bounds(schema.minimum, schema.maximum)}`;
    case 'number':
      return `number${bounds(schema.minimum, schema.maximum)}`;
    case 'boolean':
      return 'on or off';
    case 'null':
      return 'none';
    case 'object':
      return Object.entries(schema.properties ?? {})
        .map(([name, property]) => `\`${name}\` (${describe(property as JsonSchema)})`)
        .join(' and ');
    default:
      return schema.maxLength === undefined
        ? 'text'
        : `text, at most ${schema.maxLength} characters`;
  }
}

function bounds(least: number | undefined, most: number | undefined): string {
  // The bounds of every number that JavaScript can hold exactly say nothing.
  const real = (limit: number | undefined) =>
    limit !== undefined && Math.abs(limit) < Number.MAX_SAFE_INTEGER;
  if (real(least) && real(most)) return `, ${least} to ${most}`;
  if (real(most)) return `, at most ${most}`;
  return real(least) ? `, at least ${least}` : '';
}

function settingRows(settings: z.ZodType): string[] {
  const schema = z.toJSONSchema(settings, { io: 'output' }) as JsonSchema;
  return rowsOf(schema, '', settings.parse({}));
}

function rowsOf(schema: JsonSchema, path: string, value: unknown): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const inner = property as JsonSchema;
    const at = path === '' ? name : `${path}.${name}`;
    const current = (value as Record<string, unknown> | undefined)?.[name];
    if (inner.type === 'object' && inner.properties) return rowsOf(inner, at, current);
    return [`| \`${at}\` | ${shown(current)} | ${cell(describe(inner))} |`];
  });
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : `${value.length} shipped`;
  return cell(typeof value === 'string' ? value : JSON.stringify(value));
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
