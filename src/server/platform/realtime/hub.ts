import type { Server as HttpServer } from 'node:http';
import { createAdapter } from '@socket.io/postgres-adapter';
import type pg from 'pg';
import { Server, type Namespace } from 'socket.io';

/** Sends to rooms of the two namespaces, in this process and, with the adapter, in all. */
export interface Hub {
  readonly desk: Namespace;
  readonly widget: Namespace;
  attach(server: HttpServer): void;
  close(): Promise<void>;
}

export interface HubOptions {
  /** Pool of the adapter between processes; null keeps everything in this process. */
  readonly sharedThrough: pg.Pool | null;
}

/** Largest message of a socket: a chat message is at most 8,000 characters, files go over HTTP. */
const maxPayloadBytes = 100_000;

/** Makes the realtime server. Without `attach` it only sends, as worker processes do. */
export function createHub(options: HubOptions): Hub {
  const io = new Server({
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: maxPayloadBytes,
    perMessageDeflate: false,
    pingInterval: 20_000,
    pingTimeout: 15_000,
  });
  if (options.sharedThrough !== null) io.adapter(createAdapter(options.sharedThrough));
  const [desk, widget] = [io.of('/desk'), io.of('/widget')];
  let attached = false;
  return {
    desk,
    widget,
    attach(server) {
      io.attach(server);
      attached = true;
    },
    async close() {
      // The web server is closed by its owner, after the requests in flight; sockets would keep it open.
      if (attached) {
        io.disconnectSockets(true);
        io.engine.close();
      }
      // The adapters between processes keep timers and a connection.
      for (const namespace of [io.of('/'), desk, widget]) await namespace.adapter.close();
    },
  };
}

/** Names of rooms, each opened by a permission checked when a socket joins. */
export const rooms = {
  workspace: (workspaceId: string) => `workspace:${workspaceId}`,
  agent: (workspaceId: string, agentId: string) => `agent:${workspaceId}:${agentId}`,
  ticket: (workspaceId: string, ticketId: string) => `ticket:${workspaceId}:${ticketId}`,
  conversation: (workspaceId: string, conversationId: string) =>
    `conversation:${workspaceId}:${conversationId}`,
  visitor: (workspaceId: string, visitorId: string) => `visitor:${workspaceId}:${visitorId}`,
} as const;
