/** The only reader of environment variables. docs/CONFIG.md is tested against this table. */
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

/** Parts of the program one process may play. */
export const processRoles = ['http', 'worker', 'mail'] as const;
export type ProcessRole = (typeof processRoles)[number];

const port = z.coerce.number().int().min(0).max(65_535);
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Every variable: its schema with the default, and what it is for. */
export const settings = {
  SEGUE_DATA: {
    schema: z.string().default('./data'),
    about: 'Directory of the embedded database, the secrets and the logs.',
  },
  SEGUE_SECRET: {
    schema: z.string().min(32, 'give at least 32 characters').optional(),
    about:
      'Master secret. Unset: one is made in the data directory. Set it when several machines serve one database.',
  },
  DATABASE_URL: {
    schema: z.string().startsWith('postgres').optional(),
    about:
      'PostgreSQL server (15 or newer) to use instead of the embedded one. The role needs CREATEROLE on first start.',
  },
  SEGUE_HOST: {
    schema: z.string().default('127.0.0.1'),
    about: 'Address the web server listens on. 0.0.0.0 for all.',
  },
  SEGUE_PORT: {
    schema: port.default(3000),
    about: 'Port of the web server. Taken: the next free one is used and printed.',
  },
  SEGUE_URL: {
    schema: z.url().optional(),
    about:
      'Public address of the desk, when it is reached through a proxy. Only pages of this address may sign in.',
  },
  SEGUE_TRUST_PROXY: {
    schema: flag.default(false),
    about: 'Believe X-Forwarded-* of the proxy in front. Only when there is one.',
  },
  SEGUE_SMTP_HOST: {
    schema: z.string().default('127.0.0.1'),
    about: 'Address the mail listener binds.',
  },
  SEGUE_SMTP_PORT: {
    schema: port.default(2525),
    about: 'Port of the mail listener. Taken: the next free one is used and printed.',
  },
  SEGUE_MAIL_MAX_BYTES: {
    schema: z.coerce.number().int().min(10_000).max(200_000_000).default(25_000_000),
    about: 'Largest mail taken in, in bytes.',
  },
  SEGUE_OUTGOING_SMTP: {
    schema: z.string().startsWith('smtp').optional(),
    about:
      'Server for outgoing mail, e.g. smtp://user:password@mail.example:587. Unset: mail stays in the outbox.',
  },
  SEGUE_UPLOAD_MAX_BYTES: {
    schema: z.coerce.number().int().min(1_000).max(100_000_000).default(10_000_000),
    about: 'Largest file a customer or agent may attach, in bytes.',
  },
  SEGUE_FILES_URL: {
    schema: z.url().optional(),
    about:
      'Separate origin that serves attachments from this same server, e.g. https://files.example.',
  },
  SEGUE_ROLES: {
    schema: z.string().default(processRoles.join(',')),
    about: 'Parts this process plays: http, worker, mail. Several processes need DATABASE_URL.',
  },
  SEGUE_SEED: {
    schema: z.enum(['demo', 'none']).default('demo'),
    about: 'What a first start puts into an empty database.',
  },
  SEGUE_OPEN_WORKSPACES: {
    schema: flag.default(false),
    about:
      'Let anybody set up a workspace from the sign-in page. Otherwise only until the first one beside the demo exists.',
  },
  SEGUE_ALLOWED_HOSTS: {
    schema: z.string().default(''),
    about:
      'Hosts inside your network that webhooks and imports may reach, with commas between: names, addresses, networks like 10.1.0.0/16. All else inside is refused.',
  },
  SEGUE_ENCODER: {
    schema: flag.default(true),
    about:
      'Find articles by what English questions mean, and tell what messages are about, with the encoder that comes with Segue (40 MB, 10 ms for a long passage). Articles are read by an embedder where one is connected.',
  },
  SEGUE_LOG_LEVEL: {
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
    about: 'What the log on standard error tells.',
  },
} as const;

export interface Config {
  readonly dataDir: string;
  readonly secret: string | null;
  readonly databaseUrl: string | null;
  readonly http: { readonly host: string; readonly port: number; readonly trustProxy: boolean };
  readonly publicUrl: string | null;
  readonly filesUrl: string | null;
  readonly smtp: { readonly host: string; readonly port: number; readonly maxBytes: number };
  readonly outgoingSmtp: string | null;
  readonly uploadMaxBytes: number;
  readonly roles: ReadonlySet<ProcessRole>;
  readonly seed: 'demo' | 'none';
  readonly openWorkspaces: boolean;
  /** Internal hosts that outgoing requests may reach. */
  readonly allowedHosts: readonly string[];
  /** Whether the encoder that comes with Segue gives texts their meaning. */
  readonly encoder: boolean;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** Reads and checks the configuration. Throws an error that names every wrong variable and its cure. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const shape = Object.fromEntries(
    Object.entries(settings).map(([name, setting]) => [name, setting.schema]),
  ) as { [Name in keyof typeof settings]: (typeof settings)[Name]['schema'] };
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = z.object(shape).safeParse(given);
  if (!parsed.success) throw new Error(describe(parsed.error));
  const values = parsed.data;
  return {
    dataDir: resolve(values.SEGUE_DATA),
    secret: values.SEGUE_SECRET ?? null,
    databaseUrl: values.DATABASE_URL ?? null,
    http: {
      host: values.SEGUE_HOST,
      port: values.SEGUE_PORT,
      trustProxy: values.SEGUE_TRUST_PROXY,
    },
    publicUrl: values.SEGUE_URL?.replace(/\/$/, '') ?? null,
    filesUrl: values.SEGUE_FILES_URL?.replace(/\/$/, '') ?? null,
    smtp: {
      host: values.SEGUE_SMTP_HOST,
      port: values.SEGUE_SMTP_PORT,
      maxBytes: values.SEGUE_MAIL_MAX_BYTES,
    },
    outgoingSmtp: values.SEGUE_OUTGOING_SMTP ?? null,
    uploadMaxBytes: values.SEGUE_UPLOAD_MAX_BYTES,
    roles: readRoles(values.SEGUE_ROLES),
    seed: values.SEGUE_SEED,
    encoder: values.SEGUE_ENCODER,
    openWorkspaces: values.SEGUE_OPEN_WORKSPACES,
    allowedHosts: readAllowedHosts(values.SEGUE_ALLOWED_HOSTS),
    logLevel: values.SEGUE_LOG_LEVEL,
  };
}

function readRoles(text: string): ReadonlySet<ProcessRole> {
  const parsed = z
    .array(z.enum(processRoles))
    .min(1)
    .safeParse(text.split(',').map((part) => part.trim()));
  if (parsed.success) return new Set(parsed.data);
  throw new Error(`SEGUE_ROLES is "${text}": give a list of ${processRoles.join(', ')}.`);
}

function readAllowedHosts(text: string): string[] {
  const hosts = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const wrong = hosts.find((host) => !isHost(host));
  if (wrong === undefined) return hosts;
  throw new Error(
    `SEGUE_ALLOWED_HOSTS names "${wrong}": give names like hooks.internal, addresses, or networks like 10.1.0.0/16.`,
  );
}

function isHost(host: string): boolean {
  const [address = '', prefix, ...rest] = host.split('/');
  if (prefix === undefined) return /^[a-z0-9.:_-]+$/i.test(host);
  const bits = isIP(address) === 4 ? 32 : isIP(address) === 6 ? 128 : -1;
  return rest.length === 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) <= bits;
}

function describe(error: z.ZodError): string {
  return error.issues
    .map((issue) => {
      const name = String(issue.path[0]) as keyof typeof settings;
      return `${name}: ${issue.message}. ${settings[name].about}`;
    })
    .join('\n');
}
