import { RefreshCw, SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Proposals } from '../../../../contracts/learning.ts';
import { formatPercent } from '../../../lib/format.ts';
import { Section } from '../../../shell/page.tsx';
import { ApiErrorState } from '../../../ui/api-error-state.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { Time } from '../../../ui/time.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { useMay } from '../../session-gate/queries.ts';
import { usePageTitle } from '../../use-page-title.ts';
import { useLook, useProposals } from '../queries.ts';
import { useFailure } from '../use-failure.ts';
import { ProposalItem } from './proposal-item.tsx';

/** What outcomes say about the thresholds; nothing moves until a person accepts it. */
export function ProposalsPage() {
  const { t } = useTranslation();
  usePageTitle(t('assistant.tabs.proposals'));
  const proposals = useProposals();
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto px-5 py-4">
      <div className="mb-4 flex flex-wrap items-start gap-x-6 gap-y-2">
        <p className="max-w-message min-w-0 flex-[1_1_20rem] text-muted">
          {t('learning.proposals.lead')}
        </p>
        <LookNow />
      </div>
      {proposals.isError ? (
        <ApiErrorState error={proposals.error} onRetry={() => void proposals.refetch()} />
      ) : proposals.data ? (
        <Shown proposals={proposals.data} />
      ) : (
        <SkeletonRows disc={false} />
      )}
    </div>
  );
}

function LookNow() {
  const { t } = useTranslation();
  const toast = useToast();
  const onError = useFailure();
  const look = useLook();
  if (!useMay('assistant:write')) return null;
  return (
    <Button
      icon={RefreshCw}
      loading={look.isPending}
      onClick={() =>
        look.mutate(undefined, {
          onError,
          onSuccess: () => toast.show({ title: t('learning.proposals.looked') }),
        })
      }
    >
      {t('learning.proposals.look')}
    </Button>
  );
}

function Shown({ proposals: { open, decided, looked, aim } }: { proposals: Proposals }) {
  const { t, i18n } = useTranslation();
  const percent = (share: number) => formatPercent(share, i18n.language);
  return (
    <div className="max-w-4xl">
      {open.length === 0 ? (
        <EmptyState icon={SlidersHorizontal}>{t('learning.proposals.nothing')}</EmptyState>
      ) : (
        <ul className="flex flex-col gap-4">
          {open.map((proposal) => (
            <ProposalItem key={proposal.id} proposal={proposal} />
          ))}
        </ul>
      )}
      {looked.length > 0 && (
        <div className="mt-6">
          <Section
            title={t('learning.proposals.why')}
            lead={t('learning.proposals.whyLead', {
              precision: percent(aim.precision),
              lowest: percent(aim.lowest),
              highest: percent(aim.highest),
            })}
          >
            <LookedTable looked={looked} />
          </Section>
        </div>
      )}
      {decided.length > 0 && (
        <Section title={t('learning.proposals.decided')}>
          <ul className="flex flex-col gap-1.5">
            {decided.map((one) => (
              <li key={one.id} className="flex flex-wrap gap-x-2">
                <Badge>{t(`learning.proposals.states.${one.state}`)}</Badge>
                <span>
                  {one.category ?? t('learning.everything')}: {percent(one.change.from)} →{' '}
                  {percent(one.change.to)}
                </span>
                <span className="text-muted">
                  {one.decidedBy !== null && t('learning.proposals.by', { name: one.decidedBy })}{' '}
                  {one.decidedAt && <Time at={one.decidedAt} />}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

function LookedTable({ looked }: { looked: Proposals['looked'] }) {
  const { t, i18n } = useTranslation();
  return (
    <DataTable
      caption={t('learning.proposals.why')}
      rows={looked}
      keyOf={({ category }) => category ?? ''}
      columns={[
        {
          id: 'category',
          header: t('learning.proposals.category'),
          cell: ({ category }) => category ?? t('learning.everything'),
        },
        {
          id: 'threshold',
          header: t('learning.proposals.threshold'),
          width: '6rem',
          align: 'end',
          cell: ({ answerFrom }) => formatPercent(answerFrom, i18n.language),
        },
        {
          id: 'known',
          header: t('learning.proposals.known'),
          width: '10rem',
          align: 'end',
          cell: (one) =>
            one.result === 'too_few' ? t('learning.proposals.ofNeeded', one) : one.judged,
        },
        {
          id: 'result',
          header: t('learning.proposals.result'),
          width: '20rem',
          cell: ({ result }) => t(`learning.proposals.results.${result}`),
        },
      ]}
    />
  );
}
