import { useTranslation } from 'react-i18next';
import type { EvaluationMetrics } from '../../../contracts/evaluations.ts';
import { cx } from '../../lib/cx.ts';
import { formatNumber, formatPercent } from '../../lib/format.ts';
import { evaluationsEn } from './evaluations.en.ts';

type Name = keyof typeof evaluationsEn.figure;

const COUNTS: ReadonlySet<string> = new Set<Name>([
  'items',
  'judged',
  'answerable',
  'right',
  'answered',
  'inScope',
  'outOfScope',
]);
/** Of these a smaller one is the better one. */
const LESS_IS_MORE: ReadonlySet<string> = new Set<Name>([
  'calibrationError',
  'answeredOfUnanswerable',
  'askedOfToAnswer',
]);
/** Not shares: said as numbers. */
const SCORES: ReadonlySet<string> = new Set<Name>([
  'meanReciprocalRank',
  'aurocAnswerable',
  'outOfScopeAuroc',
]);

/** The figures of a run, each beside what it was in another one. */
export function Figures({
  metrics,
  against,
}: {
  metrics: EvaluationMetrics;
  against: EvaluationMetrics | null;
}) {
  const names = Object.keys(evaluationsEn.figure) as Name[];
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-x-6 gap-y-3">
      {names.map((name) => {
        const value = metrics.figures[name];
        return value === undefined ? null : (
          <Figure key={name} name={name} value={value} before={against?.figures[name]} />
        );
      })}
    </dl>
  );
}

function Figure({
  name,
  value,
  before,
}: {
  name: Name;
  value: number;
  before: number | undefined;
}) {
  const { t, i18n } = useTranslation();
  const said = (number: number) => {
    if (COUNTS.has(name)) return formatNumber(number, i18n.language);
    return SCORES.has(name)
      ? formatNumber(number, i18n.language, 3)
      : formatPercent(number, i18n.language, 1);
  };
  const change = before === undefined ? 0 : (value - before) * (LESS_IS_MORE.has(name) ? -1 : 1);
  const tone =
    COUNTS.has(name) || Math.abs(change) < 0.0005
      ? 'text-subtle'
      : change > 0
        ? 'text-positive'
        : 'text-critical';
  return (
    <div className="flex min-w-0 flex-col-reverse">
      <dt className="text-meta text-muted">{t(`evaluations.figure.${name}`)}</dt>
      <dd className="flex items-baseline gap-2 tabular-nums">
        <span className="text-title font-semibold">{said(value)}</span>
        {before !== undefined && (
          <span className={cx('text-meta', tone)}>
            {t('evaluations.was', { value: said(before) })}
          </span>
        )}
      </dd>
    </div>
  );
}
