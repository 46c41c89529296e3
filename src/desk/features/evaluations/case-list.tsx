import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { outcomeSchema, type Outcome } from '../../../contracts/evaluations.ts';
import { Section } from '../../shell/page.tsx';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { CaseItem } from './case-item.tsx';
import { useEvaluationItems } from './queries.ts';

/** The cases of a run, each down to its passages. */
export function CaseList({ id }: { id: string }) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<Outcome | 'all'>('all');
  const list = useEvaluationItems(id, outcome === 'all' ? undefined : outcome);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section title={t('evaluations.cases')}>
      <Select
        aria-label={t('evaluations.cases')}
        className="mb-2 w-40"
        value={outcome}
        options={(['all', ...outcomeSchema.options] as const).map((value) => ({
          value,
          label: t(`evaluations.outcomes.${value}`),
        }))}
        onValueChange={setOutcome}
      />
      {list.isError && <ApiErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <SkeletonRows rows={4} disc={false} />}
      {list.data && items.length === 0 && <p className="text-subtle">{t('evaluations.noCases')}</p>}
      <ul className="divide-y divide-line">
        {items.map((item) => (
          <li key={item.position}>
            <CaseItem item={item} />
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          size="sm"
          variant="ghost"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('evaluations.more')}
        </Button>
      )}
    </Section>
  );
}
