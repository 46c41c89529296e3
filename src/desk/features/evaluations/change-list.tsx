import { useTranslation } from 'react-i18next';
import type { EvaluationItem } from '../../../contracts/evaluations.ts';
import { Section } from '../../shell/page.tsx';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { CaseItem } from './case-item.tsx';
import { useEvaluationChanges } from './queries.ts';

/** Cases of two runs that came out differently. */
export function ChangeList({ id, otherId }: { id: string; otherId: string }) {
  const { t } = useTranslation();
  const { data, isError, error, refetch } = useEvaluationChanges(id, otherId);
  return (
    <Section
      title={t('evaluations.changes')}
      lead={
        data &&
        (data.changes.length === 0
          ? t(data.shared === 0 ? 'evaluations.noneShared' : 'evaluations.noChanges', {
              shared: data.shared,
            })
          : t('evaluations.changesOf', { count: data.changes.length, shared: data.shared }))
      }
    >
      {isError && <ApiErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !isError && <SkeletonRows rows={3} disc={false} />}
      <ul className="divide-y divide-line">
        {data?.changes.map(({ before, after }) => (
          <li key={after.position} className="py-1">
            <Side words={t('evaluations.before')} item={before} />
            <Side words={t('evaluations.after')} item={after} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Side({ words, item }: { words: string; item: EvaluationItem }) {
  return (
    <div className="flex gap-2">
      <span className="w-14 shrink-0 py-2 text-meta text-subtle">{words}</span>
      <div className="min-w-0 flex-1">
        <CaseItem item={item} />
      </div>
    </div>
  );
}
