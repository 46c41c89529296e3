import { Link } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FoundPassage } from '../../../../contracts/answers.ts';
import { cx } from '../../../lib/cx.ts';

/** An article that was found, by its title; a lock where only colleagues may read it. */
export function ArticleLink({
  source: { articleId, title, visibility },
  className,
}: {
  source: Pick<FoundPassage, 'articleId' | 'title' | 'visibility'>;
  className?: string;
}) {
  const { t } = useTranslation();
  return (
    <span className={cx('inline-flex min-w-0 items-center gap-1', className)}>
      <Link
        to="/knowledge/$articleId"
        params={{ articleId }}
        className="min-w-0 truncate text-accent-text underline-offset-2 hover:underline"
        title={title}
      >
        {title}
      </Link>
      {visibility === 'internal' && (
        <Lock aria-label={t('asking.internal')} className="size-3.5! shrink-0 text-subtle" />
      )}
    </span>
  );
}
