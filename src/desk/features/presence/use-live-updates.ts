import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useRealtime } from '../../lib/api-context.ts';
import { isLongList, isOfEverybody, staleKeysOf } from './live-updates.rules.ts';

const BATCH_MS = 100;
/** Lists that nearly every change makes old: 200 desks that fetch them ten times a second are 4,000 requests. */
const LISTS_EVERY_MS = 1_000;
/** What lives in this browser only, or must not be replaced while somebody writes. */
const LOCAL = new Set<unknown>(['outgoing', 'draft']);

/** A list somebody has scrolled far down is fetched page by page, and so not at every change. */
const LONG_EVERY_MS = 10_000;

/** A page is shown before what was read for it while it was not connected yet is read again. */
const AFTER_FIRST_MS = 1_000;

/**
 * Fetches again what realtime changes made old: at most every 100 ms, lists and their counts every second, long
 * lists every ten; everything after a reconnect, and once after the first connection.
 */
export function useLiveUpdates(): void {
  const realtime = useRealtime();
  const client = useQueryClient();
  useEffect(() => {
    const stale = new Map<string, readonly unknown[]>();
    const staleLists = new Map<string, readonly unknown[]>();
    const staleLong = new Map<string, readonly unknown[]>();
    let timer: number | undefined;
    let listTimer: number | undefined;
    let longTimer: number | undefined;
    let lastLists = 0;
    let lastLong = 0;
    const flushLong = () => {
      longTimer = undefined;
      lastLong = Date.now();
      for (const queryKey of staleLong.values())
        void client.invalidateQueries({ queryKey, predicate: isLongList });
      staleLong.clear();
    };
    const refetch = (keys: Map<string, readonly unknown[]>) => {
      for (const [name, queryKey] of keys) {
        void client.invalidateQueries({ queryKey, predicate: (query) => !isLongList(query) });
        staleLong.set(name, queryKey);
      }
      keys.clear();
      longTimer ??= window.setTimeout(
        flushLong,
        Math.max(0, lastLong + LONG_EVERY_MS - Date.now()),
      );
    };
    const flush = () => {
      timer = undefined;
      refetch(stale);
    };
    const flushLists = () => {
      listTimer = undefined;
      lastLists = Date.now();
      refetch(staleLists);
    };
    const stopChanges = realtime.onChange('*', (change) => {
      for (const key of staleKeysOf(change))
        (isOfEverybody(key) ? staleLists : stale).set(JSON.stringify(key), key);
      if (stale.size > 0) timer ??= window.setTimeout(flush, BATCH_MS);
      if (staleLists.size > 0)
        listTimer ??= window.setTimeout(
          flushLists,
          Math.max(BATCH_MS, lastLists + LISTS_EVERY_MS - Date.now()),
        );
    });
    const refetchAll = () =>
      void client.invalidateQueries({ predicate: ({ queryKey }) => !LOCAL.has(queryKey[0]) });
    let firstTimer: number | undefined;
    const stopFirst = realtime.onFirstConnect(() => {
      firstTimer = window.setTimeout(refetchAll, AFTER_FIRST_MS);
    });
    const stopReconnects = realtime.onReconnect(refetchAll);
    return () => {
      window.clearTimeout(timer);
      window.clearTimeout(listTimer);
      window.clearTimeout(longTimer);
      window.clearTimeout(firstTimer);
      stopChanges();
      stopFirst();
      stopReconnects();
    };
  }, [realtime, client]);
}
