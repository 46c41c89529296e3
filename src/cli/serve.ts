import { parseArgs } from 'node:util';

export const serveHelp = `Usage: segue serve [options]

Starts the server. Everything else is set by environment variables; see docs/CONFIG.md.

  --data DIR       data directory (SEGUE_DATA)
  --host ADDRESS   address of the web server (SEGUE_HOST)
  --port N         port of the web server (SEGUE_PORT)
  --smtp-port N    port of the mail listener (SEGUE_SMTP_PORT)
  --roles LIST     parts this process plays (SEGUE_ROLES)
  --help           this text`;

const variables = {
  data: 'SEGUE_DATA',
  host: 'SEGUE_HOST',
  port: 'SEGUE_PORT',
  'smtp-port': 'SEGUE_SMTP_PORT',
  roles: 'SEGUE_ROLES',
} as const;
type Option = keyof typeof variables;

/** The variables that the options of `serve` stand for; null when only help is wanted. Throws for what it does not know. */
export function readServe(args: readonly string[]): Record<string, string> | null {
  const names = Object.keys(variables) as Option[];
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...(Object.fromEntries(names.map((name) => [name, { type: 'string' }])) as Record<
        Option,
        { type: 'string' }
      >),
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return null;
  const given = names.filter((name) => values[name] !== undefined);
  return Object.fromEntries(given.map((name) => [variables[name], values[name] ?? '']));
}

/** Becomes the server: its program runs in this process until a signal ends it. */
export async function serve(variablesToSet: Record<string, string>): Promise<void> {
  Object.assign(process.env, variablesToSet);
  // A program, not a module of ours: starting it is all it does, and it ends the process by itself.
  await import(new URL('../server/main.ts', import.meta.url).href);
}
