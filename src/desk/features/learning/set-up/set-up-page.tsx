import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { BookOpen, Rocket } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SetUp } from '../../../../contracts/learning.ts';
import { formatPercent } from '../../../lib/format.ts';
import { ApiErrorState } from '../../../ui/api-error-state.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { Time } from '../../../ui/time.tsx';
import { NotAllowed } from '../../session-gate/not-allowed.tsx';
import { useMay } from '../../session-gate/queries.ts';
import { usePageTitle } from '../../use-page-title.ts';
import { useSetUp, useStartReplay } from '../queries.ts';
import { useFailure } from '../use-failure.ts';
import { ReplayResult } from './replay-result.tsx';

/** Tries the assistant on past cases of one category before it is switched on. */
export function SetUpPage() {
  const { t } = useTranslation();
  usePageTitle(t('assistant.tabs.setUp'));
  const { replay } = useSearch({ from: '/app/assistant/set-up' });
  if (!useMay('assistant:write')) return <NotAllowed />;
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto px-5 py-4">
      {replay === undefined ? <Categories /> : <ReplayResult id={replay} />}
    </div>
  );
}

function Categories() {
  const { t } = useTranslation();
  const { data, isError, error, refetch } = useSetUp();
  if (isError) return <ApiErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows disc={false} />;
  const [first] = data.categories;
  const untouched = data.categories.every(({ autonomy }) => autonomy === 'off');
  return (
    <div className="flex max-w-5xl flex-col gap-4">
      <p className="max-w-message text-muted">{t('learning.setUp.lead')}</p>
      {data.articles === 0 && (
        <Banner
          tone="caution"
          action={
            <Button icon={BookOpen} nativeButton={false} render={<Link to="/knowledge" />}>
              {t('learning.setUp.toArticles')}
            </Button>
          }
        >
          {t('learning.setUp.noArticles')}
        </Banner>
      )}
      {first && untouched && data.articles > 0 && (
        <Banner tone="assistant" action={<TryButton category={first} primary />}>
          {t('learning.setUp.start', first)}
        </Banner>
      )}
      {data.categories.length === 0 ? (
        <EmptyState icon={Rocket}>{t('learning.setUp.empty')}</EmptyState>
      ) : (
        <CategoryList categories={data.categories} />
      )}
    </div>
  );
}

type Category = SetUp['categories'][number];

function CategoryList({ categories }: { categories: readonly Category[] }) {
  const { t, i18n } = useTranslation();
  return (
    <DataTable
      caption={t('assistant.tabs.setUp')}
      rows={categories}
      keyOf={({ category }) => category}
      columns={[
        {
          id: 'category',
          header: t('learning.setUp.category'),
          cell: ({ category }) => <span className="font-medium">{category}</span>,
        },
        {
          id: 'past',
          header: t('learning.setUp.past'),
          width: '9rem',
          align: 'end',
          cell: ({ past }) => past,
        },
        {
          id: 'state',
          header: t('learning.setUp.state'),
          width: '16rem',
          cell: ({ autonomy, answerFrom }) => (
            <span className="inline-flex items-center gap-2">
              <Badge tone={autonomy === 'off' ? 'neutral' : 'assistant'}>
                {t(`learning.setUp.autonomies.${autonomy}`)}
              </Badge>
              {autonomy !== 'off' && (
                <span className="text-muted">
                  {t('learning.setUp.fromThreshold', {
                    value: formatPercent(answerFrom, i18n.language),
                  })}
                </span>
              )}
            </span>
          ),
        },
        {
          id: 'tried',
          header: t('learning.setUp.tried'),
          width: '9rem',
          cell: ({ replay }) => (replay ? <Time at={replay.at} /> : t('learning.setUp.never')),
        },
        {
          id: 'act',
          header: t('learning.setUp.try'),
          headerHidden: true,
          width: '15rem',
          align: 'end',
          cell: (category) => <RowActs category={category} />,
        },
      ]}
    />
  );
}

function RowActs({ category }: { category: Category }) {
  const { t } = useTranslation();
  const { replay } = category;
  if (replay === null) return <TryButton category={category} />;
  return (
    <Button
      size="sm"
      nativeButton={false}
      render={<Link to="/assistant/set-up" search={{ replay: replay.id }} />}
    >
      {replay.state === 'running'
        ? t('learning.setUp.running', replay)
        : t('learning.setUp.result')}
    </Button>
  );
}

function TryButton({ category, primary }: { category: Category; primary?: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const onError = useFailure();
  const start = useStartReplay();
  return (
    <Button
      size={primary ? 'md' : 'sm'}
      variant={primary ? 'primary' : 'secondary'}
      loading={start.isPending}
      onClick={() =>
        start.mutate(category.category, {
          onError,
          onSuccess: ({ id }) => void navigate({ to: '/assistant/set-up', search: { replay: id } }),
        })
      }
    >
      {t('learning.setUp.try')}
    </Button>
  );
}
