import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { remember } from '../../../lib/remember.ts';
import { queryKeys } from '../../query-keys.ts';
import { readHidden, type TimelineKind } from './filter.rules.ts';

const STORAGE_KEY = 'segue.timeline.hidden';
const NONE: readonly TimelineKind[] = [];

/** Which kinds of entries this person hides in every timeline; kept in this browser. */
export function useTimelineFilter() {
  const client = useQueryClient();
  const { data: hidden } = useQuery({
    queryKey: queryKeys.timelineFilter,
    queryFn: () => recall(),
    initialData: recall,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  const set = useCallback(
    (next: readonly TimelineKind[]) => {
      client.setQueryData(queryKeys.timelineFilter, next);
      remember(STORAGE_KEY, next.join(','));
    },
    [client],
  );
  return {
    hidden,
    showAll: useCallback(() => set(NONE), [set]),
    setShown: (kind: TimelineKind, shown: boolean) =>
      set(shown ? hidden.filter((one) => one !== kind) : [...hidden, kind]),
  };
}

function recall(): readonly TimelineKind[] {
  try {
    return readHidden(window.localStorage.getItem(STORAGE_KEY));
  } catch {
    return NONE;
  }
}
