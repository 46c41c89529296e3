import { z } from 'zod';

type Settings = Readonly<Record<string, { schema: z.ZodType; about: string }>>;
type Errors = Readonly<
  Record<string, { status: number; title: string; retry: boolean; report: boolean }>
>;

/** The line by which a reader knows where to make a change. */
const notice = (source: string) =>
  `<!-- Written by \`npm run docs\` from ${source}. Change that file, not this one. -->`;

/** docs/CONFIG.md: every environment variable with its default and the values it takes. */
export function configPage(settings: Settings): string {
  const rows = Object.entries(settings).map(
    ([name, { schema, about }]) =>
      `| \`${name}\` | ${defaultOf(schema)} | ${valuesOf(schema)} | ${cell(about)} |`,
  );
  return `${notice('src/server/config.ts')}

# Configuration

Segue is configured by environment variables, read once at the start by \`src/server/config.ts\`. An
empty variable counts as unset. A wrong value ends the start with a sentence that names the variable.
What people change while Segue runs (who may end chats, times, texts) is in the desk under Settings.

| variable | default | values | what it is for |
| --- | --- | --- | --- |
${rows.join('\n')}

Tests and scripts also read \`CHROMIUM_PATH\`: the browser for the end-to-end tests, when it is not on
the path.
`;
}

function defaultOf(schema: z.ZodType): string {
  const parsed = schema.safeParse(undefined);
  const value: unknown = parsed.success ? parsed.data : undefined;
  return value === undefined ? 'unset' : `\`${JSON.stringify(value).replaceAll('"', '')}\``;
}

/** The values in words, from the JSON schema of what may be given. */
function valuesOf(schema: z.ZodType): string {
  const given = z.toJSONSchema(schema, { io: 'input' });
  if (given.enum) return given.enum.map((value) => `\`${String(value)}\``).join(', ');
  const { type } = given;
  if (type === 'integer') return `whole number, ${given.minimum} to ${given.maximum}`;
  if (given.format === 'uri') return 'URL';
  if (given.minLength !== undefined) return `text, at least ${given.minLength} characters`;
  const start = /^\^([a-z]+)/.exec(given.pattern ?? '')?.[1];
  return start === undefined ? 'text' : `URL that starts with \`${start}\``;
}

/**
 * docs/ERRORS.md: the registry of error codes, the shape of an error answer, and the codes of the
 * launcher of the embedded PostgreSQL.
 */
export function errorsPage(errors: Errors, launchCodes: readonly string[]): string {
  const rows = Object.entries(errors).map(
    ([code, { status, title, retry, report }]) =>
      `| \`${code}\` | ${status} | ${cell(title)} | ${retry ? 'yes' : 'no'} | ${report ? 'yes' : 'no'} |`,
  );
  return `${notice('src/contracts/errors.ts')}

# Errors

Every error answer is a problem of RFC 9457 (\`application/problem+json\`); commands over a socket answer
with the same object as \`problem\`.

\`\`\`json
{
  "type": "urn:segue:error:request_invalid",
  "title": "The request is not valid",
  "status": 400,
  "code": "request_invalid",
  "detail": "Check id.",
  "retry": false,
  "fields": [{ "path": "id", "message": "Invalid UUID" }],
  "requestId": "3a9751f6-e1e7-49af-9431-7a9bce8f36c0"
}
\`\`\`

\`code\` is for programs and stays the same; \`title\` and \`detail\` are for people and may change. \`fields\`
is there when single fields are at fault. What does not exist and what the caller may not see are the
same \`not_found\`. Answers of \`/api/auth/*\` come from the sign-in library and have its own shape.

*Retry*: the same request may succeed later. *Logged*: it is a fault of ours and is written to the log
with the request's id.

| code | status | title | retry | logged |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

## When the embedded PostgreSQL does not start

These never reach a browser: the start ends with a sentence that says what to do. The code is on the
error object (\`src/server/platform/postgres/errors.ts\`).

${launchCodes.map((code) => `- \`${code}\``).join('\n')}
`;
}

/** The codes of launch errors, read from the source of their type. */
export function launchCodesOf(source: string): string[] {
  return [...new Set(source.match(/postgres_[a-z_]+/g))].sort();
}

/** Text that may stand in a table. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
