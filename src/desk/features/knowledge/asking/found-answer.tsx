import { useTranslation } from 'react-i18next';
import type { KnowledgeAnswer } from '../../../../contracts/answers.ts';
import { plainMarkdown } from '../../../../contracts/plain-markdown.ts';
import { ArticleLink } from './article-link.tsx';

/** The sentences that answer, as the articles have them, and where they stand. */
export function FoundAnswer({ answer }: { answer: Pick<KnowledgeAnswer, 'citations'> }) {
  const { t } = useTranslation();
  const { citations } = answer;
  if (citations.length === 0) return <p className="text-muted">{t('asking.noAnswer')}</p>;
  const sources = [...new Map(citations.map((one) => [one.articleId, one])).values()];
  return (
    <div className="flex flex-col gap-2">
      {citations.map(({ quote }, place) => (
        <blockquote
          key={place}
          className="border-s-2 border-accent ps-3 whitespace-pre-wrap wrap-anywhere"
        >
          {plainMarkdown(quote)}
        </blockquote>
      ))}
      <p className="flex flex-wrap gap-x-2 text-meta text-muted">
        {t('asking.from')}
        {sources.map((source) => (
          <ArticleLink key={source.articleId} source={source} />
        ))}
      </p>
    </div>
  );
}
