import { AlarmClock, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlaPolicy } from '../../../contracts/sla.ts';
import { Section } from '../../shell/page.tsx';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useMay } from '../session-gate/queries.ts';
import { PolicyEditor } from './policy-editor.tsx';
import { PolicyRow } from './policy-row.tsx';
import { PolicyTest } from './policy-test.tsx';
import { useOrderSlaPolicies, useSlaPolicies } from './queries.ts';

/** Policies in the order they are tried, and the question which one a ticket would get. */
export function SlaSettings() {
  const { t } = useTranslation();
  const policies = useSlaPolicies();
  const order = useOrderSlaPolicies();
  const mayWrite = useMay('sla:write');
  const [edited, setEdited] = useState<SlaPolicy | 'new' | null>(null);
  const list = policies.data ?? [];
  const move = (from: number, to: number) => {
    const ids = list.map(({ id }) => id);
    const [moved] = ids.splice(from, 1);
    if (moved !== undefined) order.mutate(ids.toSpliced(to, 0, moved));
  };
  const add = mayWrite && (
    <Button icon={Plus} variant="primary" onClick={() => setEdited('new')}>
      {t('sla.settings.add')}
    </Button>
  );
  return (
    <Section
      title={t('settings.sections.sla.title')}
      lead={t('sla.settings.lead')}
      actions={add}
      width="max-w-5xl"
    >
      {policies.isError ? (
        <ApiErrorState error={policies.error} onRetry={() => void policies.refetch()} />
      ) : policies.isPending ? (
        <SkeletonRows disc={false} />
      ) : list.length === 0 ? (
        <EmptyState icon={AlarmClock}>{t('sla.settings.empty')}</EmptyState>
      ) : (
        <ol className="divide-y divide-line rounded-control border border-line">
          {list.map((policy, place) => (
            <PolicyRow
              key={policy.id}
              policy={policy}
              place={place}
              count={list.length}
              onOpen={mayWrite ? () => setEdited(policy) : null}
              onMove={move}
            />
          ))}
        </ol>
      )}
      <PolicyTest />
      {edited !== null && (
        <PolicyEditor policy={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Section>
  );
}
