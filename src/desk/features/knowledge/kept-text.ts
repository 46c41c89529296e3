import type { Words } from './use-article-draft.ts';

/** The unsaved words of an article in this browser. A full or blocked storage keeps nothing. */
export function remembered(articleId: string) {
  const key = `segue.article.${articleId}`;
  return {
    read(): Words | null {
      try {
        const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
        return isWords(value) ? value : null;
      } catch {
        return null;
      }
    },
    write(words: Words): void {
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

function isWords(value: unknown): value is Words {
  return (
    typeof value === 'object' &&
    value !== null &&
    'title' in value &&
    'body' in value &&
    typeof value.title === 'string' &&
    typeof value.body === 'string'
  );
}
