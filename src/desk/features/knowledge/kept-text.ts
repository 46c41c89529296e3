import type { Words } from './use-article-draft.ts';

/** Unsaved words, and the version they were begun with. */
export type KeptWords = Words & { base: number };

/** The unsaved words of an article in this browser. A full or blocked storage keeps nothing. */
export function remembered(articleId: string) {
  const key = `segue.article.${articleId}`;
  return {
    read(): KeptWords | null {
      try {
        const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
        return isWords(value) ? value : null;
      } catch {
        return null;
      }
    },
    write(words: KeptWords): void {
      try {
        localStorage.setItem(key, JSON.stringify(words));
      } catch {
        // Writing goes on; only a reload would lose it.
      }
    },
    forget(): void {
      try {
        localStorage.removeItem(key);
      } catch {
        // There is nothing to forget where nothing could be kept.
      }
    },
  };
}

function isWords(value: unknown): value is KeptWords {
  return (
    typeof value === 'object' &&
    value !== null &&
    'title' in value &&
    'body' in value &&
    'base' in value &&
    typeof value.base === 'number' &&
    typeof value.title === 'string' &&
    typeof value.body === 'string'
  );
}
