import { useState } from 'react';
import type { Article } from '../../../contracts/knowledge.ts';
import { isApiProblem } from '../../lib/api-problem.ts';
import { remembered } from './kept-text.ts';
import { useChangeArticle } from './queries.ts';

/**
 * What is being written: kept in this browser until the server has it, so that no word is lost. While nobody
 * writes here the newest text shows, whoever wrote it; what is written is saved upon the text it was begun with.
 */
export function useArticleDraft(article: Article) {
  const kept = remembered(article.id);
  const [draft, setDraft] = useState(() => kept.read());
  const change = useChangeArticle(article.id);
  const words: Words = draft ?? wordsOf(article);
  const write = (part: Partial<Words>) => {
    const next = {
      base: article.lastVersion,
      ...draft,
      title: words.title,
      body: words.body,
      ...part,
    };
    setDraft(next);
    kept.write(next);
  };
  const forget = () => {
    kept.forget();
    setDraft(null);
  };
  const saveUpon = async (lastVersion: number): Promise<Article> => {
    const { title, body } = words;
    const saved = await change.mutateAsync({ title, body, lastVersion });
    forget();
    return saved;
  };
  return {
    words,
    write,
    dirty: words.title !== article.title || words.body !== article.body,
    saving: change.isPending,
    error: change.error,
    /** Somebody else wrote meanwhile: saving anyway makes this the newest text; theirs stays a version. */
    conflict: isApiProblem(change.error, 'article_version_conflict'),
    save: () => saveUpon(draft?.base ?? article.lastVersion),
    saveAnyway: () => saveUpon(article.lastVersion),
    discard: () => {
      forget();
      change.reset();
    },
  };
}

/** The words of an article. */
export type Words = { title: string; body: string };

function wordsOf({ title, body }: Article): Words {
  return { title, body };
}
