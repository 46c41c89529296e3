import { z } from 'zod';
import { mailIntakeSchema, outboxSchema } from '../../contracts/mail.ts';
import { welcomeSchema } from '../../contracts/workspaces.ts';
import { createApi, type Api } from './api.ts';

/** A running Segue with the demo workspace, and what the actors need to reach it. */
export interface Instance {
  readonly url: string;
  readonly password: string;
  readonly accounts: readonly { name: string; email: string }[];
  readonly widgetKey: string;
  readonly smtp: { readonly host: string; readonly port: number };
  readonly support: string;
  /** Signed in as a supervisor: may read the outbox. */
  readonly supervisor: Api;
}

export type Found = { readonly instance: Instance } | { readonly problem: string };

const ports = Array.from({ length: 10 }, (_, index) => 3_000 + index);

type Waiting = { waitReal: (ms: number) => Promise<void>; onAway: () => void };

/** Finds the instance at an address, or at the default ports of this machine. */
export async function findInstance(url: string | null, waiting: Waiting): Promise<Found> {
  const tried = url === null ? ports.map((port) => `http://127.0.0.1:${port}`) : [url];
  for (const candidate of tried) {
    const welcome = await welcomeOf(candidate);
    if (welcome?.demo) return open(candidate, welcome.demo, waiting);
    if (welcome && url !== null) {
      return {
        problem: `The Segue at ${url} has no demo workspace. Start one with SEGUE_SEED=demo on an empty database.`,
      };
    }
  }
  const where = url ?? `ports ${ports[0]} to ${ports.at(-1)} of this machine`;
  return {
    problem: `No Segue with the demo workspace answers at ${where}. Start it with "npm start", or give --url.`,
  };
}

async function welcomeOf(url: string): Promise<z.infer<typeof welcomeSchema> | null> {
  try {
    const response = await fetch(`${url}/api/welcome`, { signal: AbortSignal.timeout(3_000) });
    return welcomeSchema.safeParse(await response.json()).data ?? null;
  } catch {
    return null;
  }
}

type Demo = NonNullable<z.infer<typeof welcomeSchema>['demo']>;

async function open(url: string, demo: Demo, waiting: Waiting): Promise<Found> {
  const account = demo.accounts.find((one) => one.role === 'supervisor');
  if (!account)
    return { problem: 'The demo workspace has no supervisor, who could read the outbox.' };
  const supervisor = createApi({ url, ...waiting });
  await signIn(supervisor, { email: account.email, password: demo.password });
  const { serverConfigured } = await supervisor.get('/api/mail/outbox?limit=1', outboxSchema);
  if (serverConfigured) {
    return {
      problem:
        'This Segue sends mail for real, and the customers of the demo do not exist. Start it without SEGUE_OUTGOING_SMTP.',
    };
  }
  const { smtp, addresses } = await supervisor.get('/api/mail/intake', mailIntakeSchema);
  if (smtp === null || addresses[0] === undefined)
    return { problem: 'This Segue takes no mail (SEGUE_ROLES without mail).' };
  const widgetKey = await widgetKeyOf(url);
  if (widgetKey === null)
    return { problem: `The demo shop at ${url}/shop/ does not name its widget key.` };
  const accounts = demo.accounts.toSorted((left, right) => left.email.localeCompare(right.email));
  return {
    instance: {
      url,
      password: demo.password,
      accounts,
      widgetKey,
      smtp,
      support: addresses[0],
      supervisor,
    },
  };
}

/** Signs a browser in. Throws a `Refusal`. */
export async function signIn(
  api: Api,
  account: { email: string; password: string },
): Promise<void> {
  await api.post('/api/auth/sign-in/email', z.unknown(), account);
}

/** The key a customer's browser finds in the page of the shop. */
async function widgetKeyOf(url: string): Promise<string | null> {
  const page = await fetch(`${url}/shop/`).then((response) => response.text());
  return /data-key="([^"]+)"/.exec(page)?.[1] ?? null;
}
