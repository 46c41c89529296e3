import { AlarmClock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type {
  AttainmentFigures,
  AttainmentQuery,
  AttainmentRow,
} from '../../../contracts/sla-attainment.ts';
import { formatDuration, formatPercent } from '../../lib/format.ts';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { AttainmentBar } from './attainment-bar.tsx';
import { CaseLink } from './case-link.tsx';
import { attainmentFile, useAttainment } from './attainment-queries.ts';

/** Props of {@link AttainmentTable}. */
export type AttainmentTableProps = {
  days: { from: string; to: string };
  period: AttainmentQuery;
};

/** Each policy and metric on a line: what was kept, how long it took, with and without the assistant. */
export function AttainmentTable({ days, period }: AttainmentTableProps) {
  const { t } = useTranslation();
  const rows = useAttainment(period);
  const columns = useColumns();
  return (
    <div className="min-h-0 flex-1 overflow-y-auto pb-6">
      <AttainmentBar days={days} file={attainmentFile('table', period)} />
      {rows.isError ? (
        <ApiErrorState error={rows.error} onRetry={() => void rows.refetch()} />
      ) : (
        <>
          <DataTable
            caption={t('sla.attainment.title')}
            columns={columns}
            rows={rows.data ?? []}
            keyOf={({ policyId, metric }) => `${policyId} ${metric}`}
            edgeToEdge
            empty={
              rows.isPending ? (
                <SkeletonRows rows={4} disc={false} />
              ) : (
                <EmptyState icon={AlarmClock}>{t('sla.attainment.empty')}</EmptyState>
              )
            }
          />
          <p className="max-w-prose px-5 pt-3 text-meta text-subtle">
            {t('sla.attainment.legend')}
          </p>
        </>
      )}
    </div>
  );
}

function useColumns(): Column<AttainmentRow>[] {
  const { t } = useTranslation();
  const count = (verdict: 'met' | 'breached'): Column<AttainmentRow> => ({
    id: verdict,
    header: t(`sla.attainment.${verdict}`),
    width: '5rem',
    align: 'end',
    cell: (row) => <CaseLink row={row} verdict={verdict} />,
  });
  const time = (id: 'medianMs' | 'p90Ms'): Column<AttainmentRow> => ({
    id,
    header: t(`sla.attainment.${id}`),
    width: '6rem',
    align: 'end',
    cell: ({ judged }) => <Span ms={judged[id]} />,
  });
  return [
    {
      id: 'policy',
      header: t('sla.attainment.policy'),
      cell: ({ policyName }) => (
        <bdi title={policyName} className="block truncate font-medium">
          {policyName}
        </bdi>
      ),
    },
    {
      id: 'metric',
      header: t('sla.settings.metric'),
      width: '9rem',
      cell: ({ metric }) => t(`sla.metric.${metric}`),
    },
    count('met'),
    count('breached'),
    {
      id: 'share',
      header: t('sla.attainment.share'),
      width: '5rem',
      align: 'end',
      cell: ({ judged }) => <Share figures={judged} />,
    },
    time('medianMs'),
    time('p90Ms'),
    {
      id: 'with',
      header: t('sla.attainment.withAssistant'),
      width: '12rem',
      align: 'end',
      cell: (row) => <Way figures={row.withAssistant} />,
    },
    {
      id: 'agents',
      header: t('sla.attainment.agentsOnly'),
      width: '12rem',
      align: 'end',
      cell: (row) => (
        <Way
          figures={row.agentsOnly}
          hint={t('sla.attainment.alone', { count: row.assistantAlone })}
        />
      ),
    },
  ];
}

/** Kept, median and 90th percentile of one way of judging; a dash where no answer ends the clock. */
function Way({ figures, hint }: { figures: AttainmentFigures | null; hint?: string }) {
  const { t } = useTranslation();
  if (figures === null) return <span className="text-subtle">–</span>;
  const { met, breached } = figures;
  const counts = t('sla.attainment.counts', { met, breached });
  return (
    <span title={hint ? `${counts}\n${hint}` : counts} className="tabular-nums">
      <Share figures={figures} />
      <span className="text-subtle">
        {' · '}
        <Span ms={figures.medianMs} />
        {' · '}
        <Span ms={figures.p90Ms} />
      </span>
    </span>
  );
}

function Share({ figures: { share } }: { figures: AttainmentFigures }) {
  const { i18n } = useTranslation();
  if (share === null) return <span className="text-subtle">–</span>;
  // Never 100 % where one was missed.
  const shown = Math.floor(share * 1_000) / 1_000;
  return <span className="font-medium tabular-nums">{formatPercent(shown, i18n.language, 1)}</span>;
}

function Span({ ms }: { ms: number | null }) {
  return ms === null ? '–' : <span className="tabular-nums">{formatDuration(ms)}</span>;
}
