import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ChartNoAxesColumn, Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../../../../contracts/learning.ts';
import { queryString } from '../../../lib/api.ts';
import { Section } from '../../../shell/page.tsx';
import { ApiErrorState } from '../../../ui/api-error-state.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Skeleton, SkeletonGroup } from '../../../ui/skeleton.tsx';
import { useMay } from '../../session-gate/queries.ts';
import { usePageTitle } from '../../use-page-title.ts';
import { useFigures } from '../queries.ts';
import { Calibration } from './calibration.tsx';
import { CategoryTable } from './category-table.tsx';
import { DayChart } from './day-chart.tsx';
import { FiguresFilter } from './figures-filter.tsx';
import { KeyFigures } from './key-figures.tsx';
import { Reasons } from './reasons.tsx';
import { Resolution } from './resolution.tsx';

/** How good the assistant was in a period, of one category or all. */
export function FiguresPage() {
  const { t } = useTranslation();
  usePageTitle(t('learning.figures.title'));
  const search = useSearch({ from: '/app/assistant/figures' });
  const figures = useFigures(search);
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <FiguresFilter search={search} period={figures.data}>
        <Acts search={search} />
      </FiguresFilter>
      {figures.isError ? (
        <ApiErrorState error={figures.error} onRetry={() => void figures.refetch()} />
      ) : !figures.data ? (
        <SkeletonGroup className="flex flex-col gap-4 p-5">
          <Skeleton className="h-20 w-full" />
          <Skeleton className="h-56 w-full" />
        </SkeletonGroup>
      ) : figures.data.flow.considered + figures.data.flow.skipped === 0 ? (
        <Nothing />
      ) : (
        <Shown figures={figures.data} busy={figures.isFetching} />
      )}
    </div>
  );
}

function Shown({ figures, busy }: { figures: Figures; busy: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="max-w-6xl px-5 py-4" aria-busy={busy}>
      <KeyFigures figures={figures} />
      <div className="grid gap-x-10 pane3:grid-cols-2">
        <div className="min-w-0">
          <Section
            title={t('learning.figures.resolution')}
            lead={t('learning.figures.resolutionLead')}
          >
            <Resolution figures={figures} />
          </Section>
          <Section title={t('learning.figures.reasons')} lead={t('learning.figures.reasonsLead')}>
            <Reasons reasons={figures.reasons} />
          </Section>
        </div>
        <div className="min-w-0 max-pane3:border-t max-pane3:border-line max-pane3:pt-5">
          <Section title={t('learning.figures.days')} lead={t('learning.figures.daysLead')}>
            <DayChart figures={figures} />
          </Section>
          <Calibration steps={figures.calibration} />
        </div>
      </div>
      <div className="border-t border-line pt-5">
        <Section title={t('learning.figures.categories')}>
          <CategoryTable figures={figures} />
        </Section>
      </div>
    </div>
  );
}

function Acts({ search }: { search: Parameters<typeof useFigures>[0] }) {
  const { t } = useTranslation();
  const mayJudge = useMay('assistant:stop');
  return (
    <>
      <Button
        icon={Download}
        nativeButton={false}
        render={
          <a
            href={`/api/assistant/figures.csv${queryString(search)}`}
            aria-label={t('learning.figures.csv')}
            download
          />
        }
      >
        {t('learning.figures.csv')}
      </Button>
      {mayJudge && (
        <Button
          nativeButton={false}
          render={<Link to="/assistant/figures/samples" search={search} />}
        >
          {t('learning.figures.judge')}
        </Button>
      )}
    </>
  );
}

function Nothing() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const maySetUp = useMay('assistant:write');
  return (
    <EmptyState
      icon={ChartNoAxesColumn}
      action={
        maySetUp && (
          <Button onClick={() => void navigate({ to: '/assistant/set-up' })}>
            {t('learning.figures.emptyAct')}
          </Button>
        )
      }
    >
      {t('learning.figures.empty')}
    </EmptyState>
  );
}
