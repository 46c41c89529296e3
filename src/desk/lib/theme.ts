import { useSyncExternalStore } from 'react';

/** What the reader chose; `system` follows the computer. */
export type Theme = 'system' | 'light' | 'dark';

const KEY = 'segue.theme';

/** The theme kept in this browser. */
export function storedTheme(): Theme {
  try {
    const kept = window.localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}

/** Puts a theme in force and keeps it. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  try {
    window.localStorage.setItem(KEY, theme);
  } catch {
    // A private window: it holds until the page is left.
  }
}

/** The chosen theme, and the way to change it. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  return [useSyncExternalStore(subscribe, currentTheme), applyTheme];
}

/** What is on screen now: light or dark. */
export function useResolvedTheme(): 'light' | 'dark' {
  return useSyncExternalStore(subscribe, () => {
    const theme = currentTheme();
    return theme === 'system' ? (systemIsDark().matches ? 'dark' : 'light') : theme;
  });
}

function currentTheme(): Theme {
  const theme = document.documentElement.dataset['theme'];
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const system = systemIsDark();
  system.addEventListener('change', listener);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', listener);
  };
}

const systemIsDark = () => window.matchMedia('(prefers-color-scheme: dark)');
