import { useTranslation } from 'react-i18next';
import type { Estimate, Figures } from '../../../../contracts/learning.ts';
import { formatPercent } from '../../../lib/format.ts';
import { formatCost, formatWait } from './format-figures.rules.ts';

/** The few numbers that say how it went, each with what it rests on. */
export function KeyFigures({ figures }: { figures: Figures }) {
  const { t, i18n } = useTranslation();
  const { flow, response, byOutcome, bySample, costMicros } = figures;
  const percent = (share: number) => formatPercent(share, i18n.language);
  const interval = ({ low, high }: Estimate) => ({ low: percent(low), high: percent(high) });
  const each = flow.considered === 0 ? 0 : costMicros / flow.considered;
  return (
    <dl className="mb-5 grid grid-cols-[repeat(auto-fit,minmax(11.5rem,1fr))] gap-x-6 gap-y-4 border-b border-line pb-5">
      <KeyFigure
        name={t('learning.figures.coverage')}
        value={flow.considered === 0 ? '–' : percent(flow.answered / flow.considered)}
        hint={t('learning.figures.coverageHint', flow)}
      />
      <KeyFigure
        name={t('learning.figures.response')}
        value={formatWait(response.p50Ms, i18n.language)}
        hint={
          response.p50Ms === null
            ? t('learning.figures.noResponse')
            : t('learning.figures.responseHint', {
                p95: formatWait(response.p95Ms, i18n.language),
                cases: response.cases,
              })
        }
      />
      <KeyFigure
        name={t('learning.figures.byOutcome')}
        value={byOutcome.share === null ? '–' : percent(byOutcome.share)}
        hint={
          byOutcome.share === null
            ? t('learning.unknown')
            : t('learning.figures.byOutcomeHint', { ...byOutcome, ...interval(byOutcome) })
        }
      />
      <KeyFigure
        name={t('learning.figures.bySample')}
        value={bySample.share === null ? '–' : percent(bySample.share)}
        hint={
          bySample.share === null
            ? t('learning.figures.noSample')
            : t('learning.figures.bySampleHint', { ...bySample, ...interval(bySample) })
        }
      />
      <KeyFigure
        name={t('learning.figures.cost')}
        value={formatCost(costMicros, i18n.language)}
        hint={t('learning.figures.costHint', { each: formatCost(each, i18n.language) })}
      />
    </dl>
  );
}

function KeyFigure({ name, value, hint }: { name: string; value: string; hint: string }) {
  return (
    <div className="flex min-w-0 flex-col">
      <dt className="text-muted">{name}</dt>
      <dd className="text-figure font-semibold tabular-nums">{value}</dd>
      <dd className="text-meta text-subtle">{hint}</dd>
    </div>
  );
}
