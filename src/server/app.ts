import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { createHttpRoutes } from './app/http.ts';
import { createJobHandlers } from './app/jobs.ts';
import { seedLiveDemo } from './app/live-demo.ts';
import { openRealtime } from './app/realtime.ts';
import { createServices, type ServiceDeps, type Services } from './app/services.ts';
import type { Config } from './config.ts';
import { createDeskListener } from './features/desk/index.ts';
import { followupListener } from './features/followups/index.ts';
import { createAuth, createCallerFinder } from './features/identity/index.ts';
import { mailListener, mailRoutes, startSmtp, type RunningSmtp } from './features/mail/index.ts';
import { routingListener } from './features/routing/index.ts';
import {
  createWidgetListener,
  openWidgetGateway,
  tellAgentTyping,
  widgetPages,
  widgetRoutes,
} from './features/widget/index.ts';
import { systemClock, type Clock } from './platform/clock.ts';
import { openDatabase, type Connection, type Database } from './platform/db/database.ts';
import { migrate } from './platform/db/migrate.ts';
import { findFreePort } from './platform/http/listen.ts';
import { uuidIds } from './platform/ids.ts';
import { migrateJobs, startJobs, type JobRunner } from './platform/jobs/jobs.ts';
import type { Log } from './platform/log.ts';
import { startRelay, type Relay } from './platform/outbox/relay.ts';
import { createHub } from './platform/realtime/hub.ts';
import { deriveSecrets } from './platform/secrets.ts';

export interface AppOptions {
  readonly config: Config;
  readonly connection: Connection;
  readonly log: Log;
  readonly masterSecret: string;
  readonly clock?: Clock;
  /** Also fill a newly seeded demo workspace with conversations; tests want it empty. */
  readonly liveDemo?: boolean;
  readonly onProgress?: (step: string) => void;
}

/** A running Segue: where it is reached, and how it ends. */
export interface App {
  readonly url: string | null;
  readonly smtp: { readonly host: string; readonly port: number } | null;
  readonly database: Database;
  readonly services: Services;
  readonly relay: Relay;
  close(): Promise<void>;
}

const jobConcurrency = 10;
const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds and starts everything the configuration asks of this process. */
export async function startApp(options: AppOptions): Promise<App> {
  const { config, connection, log } = options;
  const secrets = deriveSecrets(options.masterSecret);
  const core = { clock: options.clock ?? systemClock, ids: uuidIds };
  let relay: Relay | null = null;
  let smtp: RunningSmtp | null = null;
  const database = openDatabase({ connection, log, onEvents: () => relay?.poke() });
  await migrate(database.ownerPool, (name) => options.onProgress?.(`Migrating: ${name}`));
  await migrateJobs(database.ownerPool, log);

  const { host } = config.http;
  const port = config.roles.has('http') ? await findFreePort(host, config.http.port) : 0;
  const url = config.publicUrl ?? `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`;
  const authPool = new pg.Pool({ ...connection, options: '-c search_path=auth', max: 5 });
  authPool.on('error', (error) => log.warn({ reason: error.message }, 'database connection lost'));
  const auth = createAuth({ pool: authPool, secret: secrets.keyFor('sign-in'), baseUrl: url });
  const serviceDeps: ServiceDeps = {
    ...core,
    database,
    config,
    secrets,
    auth,
    authPool,
    deskUrl: () => `${url}/desk`,
    log,
    smtpAddress: () => (smtp === null ? null : { host: smtp.host, port: smtp.port }),
  };
  const services = createServices(serviceDeps);
  if (config.seed === 'demo') {
    const seeded = await services.onboarding.seedDemo();
    if (seeded !== null && options.liveDemo) {
      options.onProgress?.('Filling the demo workspace');
      await seedLiveDemo(serviceDeps, seeded);
    }
  }

  const hub = createHub({ sharedThrough: config.databaseUrl === null ? null : database.ownerPool });
  const callers = createCallerFinder(auth, database);
  relay = startRelay({
    pool: database.ownerPool,
    log,
    listeners: [
      routingListener,
      followupListener,
      mailListener,
      createDeskListener(hub.desk),
      createWidgetListener({ namespace: hub.widget, widget: services.widget, log }),
    ],
  });
  let serving = false;
  const http = config.roles.has('http')
    ? await createHttpRoutes({
        config,
        log,
        database,
        services,
        auth,
        callers,
        isServing: () => serving,
        demoShopUrl: () => `${url}/shop/`,
        edges: async (app) => {
          mailRoutes(app, services.mail.desk);
          await widgetRoutes(app, services);
          const demo = await services.onboarding.demo();
          widgetPages(app, {
            widgetFolder: folder('../../dist/widget/'),
            demoShop: demo && {
              folder: folder('../widget/demo-shop/'),
              widgetKey: demo.widget_key,
              supportAddress: demo.address,
            },
          });
        },
      })
    : null;
  if (http) {
    openRealtime({
      hub,
      log,
      database,
      services,
      callers,
      tellCustomer: ({ workspaceId, name }, conversationId, typing) =>
        tellAgentTyping(hub.widget, { workspaceId, conversationId, name, typing }),
    });
    openWidgetGateway({
      hub,
      visitors: services.visitors,
      widget: services.widget,
      clock: core.clock,
      log,
    });
    hub.attach(http.server);
    await http.listen({ host, port });
  }
  const jobs: JobRunner | null = config.roles.has('worker')
    ? await startJobs({
        pool: database.ownerPool,
        log,
        concurrency: jobConcurrency,
        handlers: createJobHandlers({
          database,
          router: services.router,
          followups: services.followups,
          others: {
            ...services.mail.jobs,
            'queue.tell': (payload) => services.widget.tellQueue(payload),
          },
        }),
      })
    : null;
  if (config.roles.has('mail')) {
    smtp = await startSmtp({
      receiver: services.mail.receiver,
      log,
      host: config.smtp.host,
      port: await findFreePort(config.smtp.host, config.smtp.port),
      hostName: 'segue',
      limits: { mailBytes: config.smtp.maxBytes },
    });
  }
  serving = true;
  const running = relay;
  return {
    url: http ? url : null,
    smtp: smtp && { host: smtp.host, port: smtp.port },
    database,
    services,
    relay,
    async close() {
      serving = false;
      await smtp?.close();
      await hub.close();
      await http?.close();
      await jobs?.stop();
      await running.stop();
      services.mailTransport?.close();
      await authPool.end();
      await database.close();
    },
  };
}
