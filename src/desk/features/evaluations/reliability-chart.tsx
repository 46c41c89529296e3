import { useTranslation } from 'react-i18next';
import type { ReliabilityBar } from '../../../contracts/evaluations.ts';
import { formatPercent } from '../../lib/format.ts';
import { ChartSection, xOf, yOf } from './chart-section.tsx';

/** How sure the assistant said it was against how often it was right; the size of a point is its number of cases. */
export function ReliabilityChart({ bars }: { bars: readonly ReliabilityBar[] }) {
  const { t, i18n } = useTranslation();
  const percent = (share: number) => formatPercent(share, i18n.language);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <ChartSection
      title={t('evaluations.reliability.title')}
      lead={t('evaluations.reliability.lead')}
      axes={{ x: t('evaluations.reliability.said'), y: t('evaluations.reliability.right') }}
      table={{
        columns: [
          t('evaluations.reliability.said'),
          t('evaluations.reliability.right'),
          t('evaluations.reliability.count'),
        ],
        rows: bars.map(({ said, right, count }) => [percent(said), percent(right), String(count)]),
      }}
    >
      <line
        x1={xOf(0)}
        y1={yOf(0)}
        x2={xOf(1)}
        y2={yOf(1)}
        strokeDasharray="4 4"
        className="stroke-line-strong"
      />
      <polyline
        points={bars.map(({ said, right }) => `${xOf(said)},${yOf(right)}`).join(' ')}
        fill="none"
        strokeWidth="1.5"
        className="stroke-series-1"
      />
      {bars.map(({ said, right, count }, index) => (
        <circle
          // A group has no other name than its place.
          key={index}
          cx={xOf(said)}
          cy={yOf(right)}
          r={2.5 + 2.5 * Math.sqrt(count / most)}
          className="fill-series-1"
        >
          <title>
            {t('evaluations.reliability.label', {
              count,
              said: percent(said),
              right: percent(right),
            })}
          </title>
        </circle>
      ))}
    </ChartSection>
  );
}
