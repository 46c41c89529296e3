import { openStorage, startApp, type App } from './app.ts';
import { readConfig } from './config.ts';
import { createLog, type Log } from './platform/log.ts';
import { isLaunchError } from './platform/postgres/index.ts';
import { loadMasterSecret } from './platform/secrets.ts';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Where everything is and, in the demo workspace, how to sign in. */
async function announce({ url, smtp, services }: App): Promise<void> {
  if (url === null) return say('Segue works in the background.');
  const demo = await services.onboarding.demo();
  const { demo: people } = await services.onboarding.welcome();
  const lines = [['Desk', `${url}/desk/`]];
  if (demo) lines.push(['Demo shop', `${url}/shop/`]);
  if (smtp)
    lines.push(['Mail in', `SMTP ${smtp.host}:${smtp.port}${demo ? `, to ${demo.address}` : ''}`]);
  if (people) {
    const accounts = people.accounts.map(({ email, role }) => `${email} (${role})`).join(', ');
    lines.push(['Sign in', accounts], ['Password', people.password]);
  }
  say(`\n${lines.map(([name = '', value = '']) => `  ${name.padEnd(12)}${value}`).join('\n')}\n`);
}

function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    // A terminal and the starter may both send it: once is enough.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => resolve());
  });
}

async function run(): Promise<void> {
  const stopped = untilSignal();
  const config = readConfig();
  const log: Log = createLog(config.logLevel);
  const storage = await openStorage(config, {
    onProgress: say,
    onLost: () => {
      process.stderr.write(
        'The database has stopped. Start Segue again; nothing that was confirmed is lost.\n',
      );
      process.exit(1);
    },
  });
  try {
    const masterSecret = config.secret ?? (await loadMasterSecret(config.dataDir));
    const app = await startApp({
      config,
      log,
      masterSecret,
      connection: storage.connection,
      liveDemo: true,
      onProgress: say,
    });
    await announce(app);
    await stopped;
    await app.close();
  } finally {
    await storage.stop();
  }
}

/** Mistakes of the person who starts it are one sentence; everything else shows where it happened. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isTheirs = isLaunchError(error) || error.message.includes('SEGUE_');
  return isTheirs ? error.message : (error.stack ?? error.message);
}

try {
  await run();
} catch (error) {
  process.stderr.write(`${describe(error)}\n`);
  // What had been opened before the failure must not keep the process.
  process.exit(1);
}
