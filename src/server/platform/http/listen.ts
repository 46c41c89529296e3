import { createServer, type AddressInfo } from 'node:net';
import type { HttpApp } from './app.ts';

const triedPorts = 50;
const patienceMs = 5_000;

/**
 * Closes a web server: requests under way are answered, connections that browsers keep open are ended as
 * soon as they are idle, and after five seconds whatever is left.
 */
export async function closeGracefully(app: HttpApp): Promise<void> {
  const sweep = setInterval(() => app.server.closeIdleConnections(), 50);
  const end = setTimeout(() => app.server.closeAllConnections(), patienceMs);
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
    clearTimeout(end);
  }
}

/** The wanted port, or the next one that is free on this host; 0 takes any. */
export async function findFreePort(host: string, wanted: number): Promise<number> {
  if (wanted === 0) return (await probe(host, 0)) ?? 0;
  for (let port = wanted; port < wanted + triedPorts && port < 65_536; port += 1) {
    if ((await probe(host, port)) !== null) return port;
  }
  throw new Error(
    `No free port from ${wanted} on ${host}. Set SEGUE_PORT or SEGUE_SMTP_PORT to another one.`,
  );
}

/** The port that could be bound; null when it is taken. */
function probe(host: string, port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ host, port, exclusive: true }, () => {
      const { port: bound } = server.address() as AddressInfo;
      server.close(() => resolve(bound));
    });
  });
}
