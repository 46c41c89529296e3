import { createContext, use } from 'react';
import type { Api } from './api.ts';
import type { Realtime } from './realtime.ts';

/** The ways to the server, built once in main.tsx. */
export type Server = { api: Api; realtime: Realtime };

/** Gives the server to everything below it. */
export const ServerContext = createContext<Server | null>(null);

/** The API client; only `queries.ts` files of features call it. */
export function useApi(): Api {
  return useServer().api;
}

/** The realtime channel. */
export function useRealtime(): Realtime {
  return useServer().realtime;
}

function useServer(): Server {
  const server = use(ServerContext);
  if (!server) throw new Error('The API needs a ServerContext above it');
  return server;
}
