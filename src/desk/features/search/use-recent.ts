import { useCallback, useState } from 'react';
import { z } from 'zod';

const KEY = 'segue.recent-searches';
const MOST = 6;
const recentSchema = z.array(z.string().max(200)).catch([]);

/** What was looked for lately in this browser, the last one first. */
export function useRecentSearches() {
  const [recent, setRecent] = useState(read);
  const remember = useCallback((query: string) => {
    const wanted = query.trim().slice(0, 200);
    if (wanted === '') return;
    const next = [wanted, ...read().filter((one) => one !== wanted)].slice(0, MOST);
    write(next);
    setRecent(next);
  }, []);
  const forget = useCallback(() => {
    write([]);
    setRecent([]);
  }, []);
  return { recent, remember, forget };
}

function read(): string[] {
  try {
    return recentSchema.parse(JSON.parse(window.localStorage.getItem(KEY) ?? '[]'));
  } catch {
    return [];
  }
}

function write(recent: readonly string[]): void {
  try {
    window.localStorage.setItem(KEY, JSON.stringify(recent));
  } catch {
    // A browser without storage forgets; nothing else depends on it.
  }
}
