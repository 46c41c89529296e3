import { startMail, startTelling, startWorking } from './app/background.ts';
import { layGround, type AppOptions, type Ground } from './app/ground.ts';
import { createWebServer } from './app/http.ts';
import { seedLiveDemo } from './app/live-demo.ts';
import { openRealtime } from './app/realtime.ts';
import type { Services } from './app/services.ts';
import type { Database } from './platform/db/database.ts';
import type { HttpApp } from './platform/http/app.ts';
import { closeGracefully } from './platform/http/listen.ts';
import type { Relay } from './platform/outbox/relay.ts';
import { createHub, type Hub } from './platform/realtime/hub.ts';

export type { AppOptions } from './app/ground.ts';
export { openStorage, updateStorage } from './app/storage.ts';

/** A running Segue: where it is reached, and how it ends. */
export interface App {
  /** Null in a process without the web server. */
  readonly url: string | null;
  readonly smtp: { readonly host: string; readonly port: number } | null;
  readonly database: Database;
  readonly services: Services;
  readonly relay: Relay;
  close(): Promise<void>;
}

/** Builds and starts everything the configuration asks of this process. */
export async function startApp(options: AppOptions): Promise<App> {
  const ground = await layGround(options);
  const { config, database, services, state } = ground;
  await seedDemo(ground, options);
  const hub = createHub({ sharedThrough: config.databaseUrl === null ? null : database.ownerPool });
  const relay = startTelling(ground, hub);
  const web = await startWeb(ground, hub);
  const jobs = await startWorking(ground);
  const smtp = await startMail(ground);
  state.serving = true;
  return {
    url: web ? ground.web.url : null,
    smtp: state.smtp,
    database,
    services,
    relay,
    async close() {
      state.serving = false;
      await smtp?.close();
      await hub.close();
      if (web) await closeGracefully(web);
      await jobs?.stop();
      await relay.stop();
      await ground.close();
    },
  };
}

/** Puts the demo workspace into an empty database, if the configuration wants it. */
async function seedDemo(ground: Ground, options: AppOptions): Promise<void> {
  if (ground.config.seed !== 'demo') return;
  const { onboarding } = ground.services;
  await onboarding.seedDemo();
  const demo = await onboarding.demo();
  if (!options.liveDemo || !demo || demo.has_tickets) return;
  options.onProgress?.('Filling the demo workspace');
  await seedLiveDemo(ground.serviceDeps, demo.id);
}

async function startWeb(ground: Ground, hub: Hub): Promise<HttpApp | null> {
  if (!ground.config.roles.has('http')) return null;
  const web = await createWebServer(ground);
  openRealtime(ground, hub);
  hub.attach(web.server);
  const { host, port } = ground.web;
  await web.listen({ host, port });
  return web;
}
