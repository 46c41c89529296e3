import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Skeleton, SkeletonGroup } from '../../ui/skeleton.tsx';
import { usePageTitle } from '../use-page-title.ts';
import { ArticleEditor } from './article-editor.tsx';
import { useArticle } from './queries.ts';

/** One article: written on the left, shown on the right, filed at the side. */
export function ArticlePage() {
  const { t } = useTranslation();
  const { articleId } = useParams({ from: '/app/knowledge/$articleId' });
  const article = useArticle(articleId);
  usePageTitle(article.data?.title ?? t('knowledge.area'));
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-9 shrink-0 items-center border-b border-line px-5">
        <Link
          to="/knowledge"
          className="inline-flex items-center gap-1.5 text-muted underline-offset-2 hover:text-text hover:underline"
        >
          <ArrowLeft aria-hidden />
          {t('knowledge.area')}
        </Link>
      </div>
      {article.isError ? (
        <ApiErrorState error={article.error} onRetry={() => void article.refetch()} />
      ) : article.data ? (
        <ArticleEditor key={article.data.id} article={article.data} />
      ) : (
        <SkeletonGroup className="flex flex-col gap-3 p-5">
          <Skeleton className="h-8 w-96" />
          <Skeleton className="h-64 w-full" />
        </SkeletonGroup>
      )}
    </div>
  );
}
