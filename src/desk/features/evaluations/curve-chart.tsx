import { useTranslation } from 'react-i18next';
import type { OperatingPoint } from '../../../contracts/evaluations.ts';
import { formatPercent } from '../../lib/format.ts';
import { ChartSection, xOf, yOf } from './chart-section.tsx';

/** Props of {@link CurveChart}. */
export type CurveChartProps = { points: readonly OperatingPoint[]; threshold: number | null };

/** How many cases are used and how many of them are right, for every threshold; the one in use is marked. */
export function CurveChart({ points, threshold }: CurveChartProps) {
  const { t, i18n } = useTranslation();
  const percent = (share: number) => formatPercent(share, i18n.language);
  const inUse = threshold === null ? undefined : points.find(({ from }) => from === threshold);
  const drawn = points.filter(({ count }) => count > 0);
  return (
    <ChartSection
      title={t('evaluations.curve.title')}
      lead={t('evaluations.curve.lead')}
      axes={{ x: t('evaluations.curve.coverage'), y: t('evaluations.curve.precision') }}
      table={{
        columns: [
          t('evaluations.curve.from'),
          t('evaluations.curve.coverage'),
          t('evaluations.curve.precision'),
          t('evaluations.curve.count'),
        ],
        rows: points.map(({ from, coverage, precision, count }) => [
          percent(from),
          percent(coverage),
          count === 0 ? '' : percent(precision),
          String(count),
        ]),
      }}
    >
      <polyline
        points={drawn
          .map(({ coverage, precision }) => `${xOf(coverage)},${yOf(precision)}`)
          .join(' ')}
        fill="none"
        strokeWidth="1.5"
        className="stroke-series-1"
      />
      {inUse && (
        <InUse
          point={inUse}
          words={t('evaluations.curve.now', {
            from: percent(inUse.from),
            coverage: percent(inUse.coverage),
            precision: percent(inUse.precision),
          })}
        />
      )}
    </ChartSection>
  );
}

function InUse({ point, words }: { point: OperatingPoint; words: string }) {
  const x = xOf(point.coverage);
  return (
    <g>
      <line
        x1={x}
        x2={x}
        y1={yOf(0)}
        y2={yOf(1)}
        strokeDasharray="2 3"
        className="stroke-series-2"
      />
      <circle cx={x} cy={yOf(point.precision)} r="5" className="fill-series-2">
        <title>{words}</title>
      </circle>
      <text x={xOf(0.02)} y={yOf(0.03)} className="fill-text">
        {words}
      </text>
    </g>
  );
}
