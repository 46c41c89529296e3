import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundPassage } from '../../../../contracts/answers.ts';
import { plainMarkdown } from '../../../../contracts/plain-markdown.ts';
import { formatPercent } from '../../../lib/format.ts';
import { ArticleLink } from './article-link.tsx';

/** One passage of the list: its article, the headings above it, its first words and its share. */
export function FoundPassageItem({
  passage,
  actions,
}: {
  passage: FoundPassage;
  actions?: ReactNode;
}) {
  const { t, i18n } = useTranslation();
  const { headings, text, score } = passage;
  return (
    <li className="flex flex-col gap-1 py-2.5 first:pt-0">
      <span className="flex items-baseline gap-2">
        <ArticleLink source={passage} className="flex-1 font-medium" />
        <span className="shrink-0 text-meta text-subtle tabular-nums">
          {t('asking.score', { value: formatPercent(score, i18n.language) })}
        </span>
      </span>
      {headings.length > 0 && (
        <span className="truncate text-meta text-subtle">{headings.join(' › ')}</span>
      )}
      <span className="line-clamp-4 whitespace-pre-wrap text-muted wrap-anywhere">
        {plainMarkdown(text)}
      </span>
      {actions}
    </li>
  );
}
