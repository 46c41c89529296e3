import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../../contracts/evaluations.ts';
import { formatPercent } from '../../lib/format.ts';
import { Section } from '../../shell/page.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Select } from '../../ui/select.tsx';
import { useToast } from '../../ui/toast.tsx';
import { CaseList } from './case-list.tsx';
import { ChangeList } from './change-list.tsx';
import { CurveChart } from './curve-chart.tsx';
import { Figures } from './figures.tsx';
import { useEndEvaluation } from './queries.ts';
import { ReliabilityChart } from './reliability-chart.tsx';
import { useRunName } from './run-table.tsx';

/** Props of {@link RunDetail}. */
export type RunDetailProps = {
  run: Evaluation;
  runs: readonly Evaluation[];
  against: Evaluation | null;
  onCompare: (id: string | null) => void;
};

/** One run: how far it is, what came out, beside another one. */
export function RunDetail({ run, runs, against, onCompare }: RunDetailProps) {
  const { t } = useTranslation();
  const nameOf = useRunName();
  const { metrics, state, done, total } = run;
  const isOn = state === 'queued' || state === 'running';
  return (
    <>
      <Section
        title={nameOf(run)}
        lead={<MadeWith run={run} />}
        actions={
          <div className="flex flex-wrap items-center gap-2">
            {metrics && <Compare run={run} runs={runs} against={against} onCompare={onCompare} />}
            <End run={run} isOn={isOn} />
          </div>
        }
      >
        <div className="flex flex-col gap-4">
          {isOn && (
            <ProgressBar
              value={total === 0 ? null : done / total}
              label={t('evaluations.progress', { done, total })}
            />
          )}
          {run.error !== null && <Banner tone="critical">{run.error}</Banner>}
          {metrics && <Figures metrics={metrics} against={against?.metrics ?? null} />}
          {metrics?.reliability.length === 0 && <Banner>{t('evaluations.unjudged')}</Banner>}
        </div>
      </Section>
      {metrics && (
        <>
          {metrics.reliability.length > 0 && (
            <div className="grid grid-cols-[repeat(auto-fit,minmax(min(20rem,100%),1fr))] gap-x-8 border-b border-line *:border-0 *:pt-5!">
              <ReliabilityChart bars={metrics.reliability} />
              <CurveChart points={metrics.curve} threshold={run.settings.threshold} />
            </div>
          )}
          {against && <ChangeList id={run.id} otherId={against.id} />}
          <CaseList id={run.id} />
        </>
      )}
    </>
  );
}

function MadeWith({ run: { settings, kind } }: { run: Evaluation }) {
  const { t, i18n } = useTranslation();
  const { threshold, articles, synonyms, categoryModel } = settings;
  const parts = [
    threshold === null
      ? t('evaluations.madeWith.noThreshold')
      : t('evaluations.madeWith.threshold', { percent: formatPercent(threshold, i18n.language) }),
    ...(kind === 'answers'
      ? [
          t('evaluations.madeWith.articles', { count: articles }),
          t('evaluations.madeWith.synonyms', { count: synonyms }),
        ]
      : []),
    ...(kind === 'categories' && categoryModel !== null
      ? [t('evaluations.madeWith.model', { version: categoryModel })]
      : []),
  ];
  return <>{`${t('evaluations.made')}: ${parts.join(', ')}`}</>;
}

function Compare({ run, runs, against, onCompare }: RunDetailProps) {
  const { t, i18n } = useTranslation();
  const nameOf = useRunName();
  const others = runs.filter(
    ({ id, kind, metrics }) => id !== run.id && kind === run.kind && metrics !== null,
  );
  if (others.length === 0) return null;
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  const options = others.map((one) => ({
    value: one.id,
    label: `${nameOf(one)}, ${date.format(new Date(one.createdAt))}`,
  }));
  return (
    <Select
      aria-label={t('evaluations.compare')}
      className="w-80 max-w-full"
      value={against?.id ?? ''}
      options={[
        { value: '', label: `${t('evaluations.compare')}: ${t('evaluations.compareNone')}` },
        ...options,
      ]}
      onValueChange={(id) => onCompare(id === '' ? null : id)}
    />
  );
}

function End({ run, isOn }: { run: Evaluation; isOn: boolean }) {
  const { t } = useTranslation();
  const toast = useToast();
  const end = useEndEvaluation();
  const act = (what: 'cancel' | 'remove') =>
    end.mutate(
      { id: run.id, act: what },
      {
        onError: ({ message }) =>
          toast.show({ title: t('evaluations.failed'), detail: message, tone: 'critical' }),
      },
    );
  return isOn ? (
    <Button loading={end.isPending} onClick={() => act('cancel')}>
      {t('evaluations.cancel')}
    </Button>
  ) : (
    <ConfirmButton variant="ghost" loading={end.isPending} onConfirm={() => act('remove')}>
      {t('evaluations.remove')}
    </ConfirmButton>
  );
}
