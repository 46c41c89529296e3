import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useRealtime } from '../../lib/api-context.ts';
import { isLongList, staleKeysOf } from './live-updates.rules.ts';

const BATCH_MS = 100;
/** What lives in this browser only, or must not be replaced while somebody writes. */
const LOCAL = new Set<unknown>(['outgoing', 'draft']);

/** A list somebody has scrolled far down is fetched page by page, and so not at every change. */
const LONG_EVERY_MS = 10_000;

/**
 * Fetches again what realtime changes made old: at most every 100 ms, long lists every ten seconds; everything
 * after a reconnect.
 */
export function useLiveUpdates(): void {
  const realtime = useRealtime();
  const client = useQueryClient();
  useEffect(() => {
    const stale = new Map<string, readonly unknown[]>();
    const staleLong = new Map<string, readonly unknown[]>();
    let timer: number | undefined;
    let longTimer: number | undefined;
    let lastLong = 0;
    const flushLong = () => {
      longTimer = undefined;
      lastLong = Date.now();
      for (const queryKey of staleLong.values())
        void client.invalidateQueries({ queryKey, predicate: isLongList });
      staleLong.clear();
    };
    const flush = () => {
      timer = undefined;
      for (const [name, queryKey] of stale) {
        void client.invalidateQueries({ queryKey, predicate: (query) => !isLongList(query) });
        staleLong.set(name, queryKey);
      }
      stale.clear();
      longTimer ??= window.setTimeout(
        flushLong,
        Math.max(0, lastLong + LONG_EVERY_MS - Date.now()),
      );
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
      window.clearTimeout(longTimer);
      stopChanges();
      stopReconnects();
    };
  }, [realtime, client]);
}
