import { useNavigate, useSearch } from '@tanstack/react-router';
import { SearchCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { gapStateSchema, type Gaps } from '../../../../contracts/learning.ts';
import { Page } from '../../../shell/page.tsx';
import { ApiErrorState } from '../../../ui/api-error-state.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Select } from '../../../ui/select.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { KnowledgeTabs } from '../../knowledge/knowledge-tabs.tsx';
import { usePageTitle } from '../../use-page-title.ts';
import { useGaps } from '../queries.ts';
import { GapItem } from './gap-item.tsx';

/** What customers ask and no article answers. */
export function GapsPage() {
  const { t } = useTranslation();
  usePageTitle(t('learning.gaps.title'));
  const { gaps: state = 'open', page = 1 } = useSearch({ from: '/app/knowledge/gaps' });
  const gaps = useGaps({ state, page });
  return (
    <Page
      title={t('knowledge.area')}
      lead={t('learning.gaps.lead')}
      actions={<StateChoice state={state} totals={gaps.data?.totals} />}
      bar={<KnowledgeTabs />}
    >
      {gaps.isError ? (
        <ApiErrorState error={gaps.error} onRetry={() => void gaps.refetch()} />
      ) : !gaps.data ? (
        <SkeletonRows disc={false} />
      ) : gaps.data.gaps.length === 0 ? (
        <EmptyState icon={SearchCheck}>{t(`learning.gaps.empty.${state}`)}</EmptyState>
      ) : (
        <>
          <ul className="flex max-w-4xl flex-col divide-y divide-line" aria-busy={gaps.isFetching}>
            {gaps.data.gaps.map((gap) => (
              <GapItem key={gap.id} gap={gap} />
            ))}
          </ul>
          {gaps.data.pages > 1 && <Pages page={page} pages={gaps.data.pages} />}
        </>
      )}
    </Page>
  );
}

function StateChoice({
  state,
  totals,
}: {
  state: keyof Gaps['totals'];
  totals: Gaps['totals'] | undefined;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Select
      aria-label={t('learning.gaps.stateLabel')}
      className="w-48"
      value={state}
      options={gapStateSchema.options.map((value) => ({
        value,
        label: `${t(`learning.gaps.states.${value}`)} (${totals?.[value] ?? 0})`,
      }))}
      onValueChange={(next) => void navigate({ to: '/knowledge/gaps', search: { gaps: next } })}
    />
  );
}

function Pages({ page, pages }: { page: number; pages: number }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { gaps } = useSearch({ from: '/app/knowledge/gaps' });
  const go = (next: number) =>
    void navigate({ to: '/knowledge/gaps', search: { gaps, page: next } });
  return (
    <div className="mt-4 flex items-center gap-3">
      <Button disabled={page <= 1} onClick={() => go(page - 1)}>
        {t('learning.gaps.earlier')}
      </Button>
      <span className="text-muted tabular-nums">{t('learning.gaps.page', { page, pages })}</span>
      <Button disabled={page >= pages} onClick={() => go(page + 1)}>
        {t('learning.gaps.later')}
      </Button>
    </div>
  );
}
