import { useState } from 'react';
import type { Article } from '../../../contracts/knowledge.ts';
import { isApiProblem } from '../../lib/api-problem.ts';
import { remembered } from './kept-text.ts';
import { useChangeArticle } from './queries.ts';

/** What is being written: kept in this browser until the server has it, so that no word is lost. */
export function useArticleDraft(article: Article) {
  const kept = remembered(article.id);
  const [words, setWords] = useState(() => kept.read() ?? wordsOf(article));
  const [base, setBase] = useState(article.lastVersion);
  const change = useChangeArticle(article.id);
  const dirty = words.title !== article.title || words.body !== article.body;
  const write = (part: Partial<Words>) => {
    const next = { ...words, ...part };
    setWords(next);
    kept.write(next);
  };
  const settled = (saved: Article) => {
    kept.forget();
    setBase(saved.lastVersion);
  };
  return {
    words,
    write,
    dirty,
    saving: change.isPending,
    error: change.error,
    /** Somebody else wrote meanwhile: saving anyway makes this the newest text; theirs stays a version. */
    conflict: isApiProblem(change.error, 'article_version_conflict'),
    save: () => change.mutateAsync({ ...words, lastVersion: base }).then(settled),
    saveAnyway: () =>
      change.mutateAsync({ ...words, lastVersion: article.lastVersion }).then(settled),
    discard: () => {
      kept.forget();
      setWords(wordsOf(article));
      setBase(article.lastVersion);
      change.reset();
    },
  };
}

/** The words of an article. */
export type Words = { title: string; body: string };

function wordsOf({ title, body }: Article): Words {
  return { title, body };
}
