import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ArrowLeft, Gauge, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page, Section } from '../../shell/page.tsx';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { NotAllowed } from '../session-gate/not-allowed.tsx';
import { useMay } from '../session-gate/queries.ts';
import { usePageTitle } from '../use-page-title.ts';
import { useEvaluations } from './queries.ts';
import { RunDetail } from './run-detail.tsx';
import { RunTable } from './run-table.tsx';
import { StartDialog } from './start-dialog.tsx';

/** Measuring the assistant: its runs, and the chosen one beside another. */
export function EvaluationPage() {
  const { t } = useTranslation();
  usePageTitle(t('evaluations.area'));
  return useMay('knowledge:write') ? <Evaluations /> : <NotAllowed />;
}

function Evaluations() {
  const { t } = useTranslation();
  const [starting, setStarting] = useState(false);
  const navigate = useNavigate();
  const search = useSearch({ from: '/app/knowledge/evaluation' });
  const { data: runs, isError, error, refetch } = useEvaluations();
  const chosen = runs?.find(({ id }) => id === search.run) ?? runs?.[0];
  const show = (run: string, against?: string) =>
    void navigate({ to: '/knowledge/evaluation', search: { run, with: against }, replace: true });
  return (
    <Page
      title={t('evaluations.area')}
      lead={t('evaluations.lead')}
      actions={
        <div className="flex items-center gap-4">
          <Back />
          <Button variant="primary" icon={Plus} onClick={() => setStarting(true)}>
            {t('evaluations.start')}
          </Button>
        </div>
      }
    >
      {isError ? (
        <ApiErrorState error={error} onRetry={() => void refetch()} />
      ) : !runs ? (
        <SkeletonRows rows={6} disc={false} />
      ) : !chosen ? (
        <EmptyState icon={Gauge}>{t('evaluations.empty')}</EmptyState>
      ) : (
        <div className="flex max-w-5xl flex-col gap-2">
          <Section title={t('evaluations.runs')}>
            <RunTable runs={runs} chosenId={chosen.id} onChoose={(id) => show(id)} />
          </Section>
          <RunDetail
            key={chosen.id}
            run={chosen}
            runs={runs}
            against={runs.find(({ id }) => id === search.with) ?? null}
            onCompare={(id) => show(chosen.id, id ?? undefined)}
          />
        </div>
      )}
      {starting && (
        <StartDialog
          onClose={() => setStarting(false)}
          onStarted={(id) => {
            setStarting(false);
            show(id);
          }}
        />
      )}
    </Page>
  );
}

function Back() {
  const { t } = useTranslation();
  return (
    <Link
      to="/knowledge"
      className="inline-flex items-center gap-1.5 text-muted underline-offset-2 hover:text-text hover:underline"
    >
      <ArrowLeft aria-hidden />
      {t('evaluations.back')}
    </Link>
  );
}
