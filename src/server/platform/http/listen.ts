import { createServer, type AddressInfo } from 'node:net';

const triedPorts = 50;

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
