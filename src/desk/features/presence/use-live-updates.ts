import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useRealtime } from '../../lib/api-context.ts';
import { staleKeysOf } from './live-updates.rules.ts';

const BATCH_MS = 100;
/** What lives in this browser only, or must not be replaced while somebody writes. */
const LOCAL = new Set<unknown>(['outgoing', 'draft']);

/** Fetches again what realtime changes made old, at most every 100 ms; everything after a reconnect. */
export function useLiveUpdates(): void {
  const realtime = useRealtime();
  const client = useQueryClient();
  useEffect(() => {
    const stale = new Map<string, readonly unknown[]>();
    let timer: number | undefined;
    const flush = () => {
      timer = undefined;
      for (const queryKey of stale.values()) void client.invalidateQueries({ queryKey });
      stale.clear();
    };
    const stopChanges = realtime.onChange('*', (change) => {
      for (const key of staleKeysOf(change)) stale.set(JSON.stringify(key), key);
      timer ??= window.setTimeout(flush, BATCH_MS);
    });
    const stopReconnects = realtime.onReconnect(
      () => void client.invalidateQueries({ predicate: ({ queryKey }) => !LOCAL.has(queryKey[0]) }),
    );
    return () => {
      window.clearTimeout(timer);
      stopChanges();
      stopReconnects();
    };
  }, [realtime, client]);
}
