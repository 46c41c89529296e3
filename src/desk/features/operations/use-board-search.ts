import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { BoardFilter } from '../../../contracts/board.ts';
import type { BoardSearch } from './operations.routes.ts';

const FILTERS = ['queue', 'owner', 'state', 'sla', 'priority', 'need'] as const;

/** What the address says about the board, and the ways to change it. */
export function useBoardSearch() {
  const search = useSearch({ from: '/app/operations' });
  const navigate = useNavigate();
  const change = useCallback(
    (next: Partial<BoardSearch>) =>
      void navigate({
        to: '.',
        search: (before: BoardSearch) => ({ ...before, ...next }),
        replace: true,
      }),
    [navigate],
  );
  const filter: BoardFilter = Object.fromEntries(
    FILTERS.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])),
  );
  const clear = () => change(Object.fromEntries(FILTERS.map((name) => [name, undefined])));
  return { search, tab: search.show ?? 'overview', filter, change, clear };
}
