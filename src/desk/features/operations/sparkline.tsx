import { useTranslation } from 'react-i18next';

const WIDTH = 72;
const HEIGHT = 18;

/** Inflow as bars and outflow as a line over the last hour, on one scale that begins at zero. */
export function Sparkline({
  inflow,
  outflow,
}: {
  inflow: readonly number[];
  outflow: readonly number[];
}) {
  const { t } = useTranslation();
  const most = Math.max(1, ...inflow, ...outflow);
  const step = WIDTH / inflow.length;
  const heightOf = (value: number) => (value / most) * (HEIGHT - 2);
  const points = outflow
    .map((value, index) => `${(index + 0.5) * step},${HEIGHT - 1 - heightOf(value)}`)
    .join(' ');
  const sums = { in: sumOf(inflow), out: sumOf(outflow) };
  return (
    <span
      title={t('operations.queues.flowTitle', sums)}
      className="flex items-center gap-2 whitespace-nowrap"
    >
      <svg aria-hidden viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT}>
        {inflow.map((value, index) => (
          <rect
            // A step has no other name than its place.
            key={index}
            x={index * step + 0.5}
            width={step - 1.5}
            y={HEIGHT - 1 - heightOf(value)}
            height={heightOf(value) + 1}
            className="fill-series-1 opacity-45"
          />
        ))}
        <polyline points={points} fill="none" strokeWidth="1.5" className="stroke-series-2" />
      </svg>
      <span className="text-meta text-muted tabular-nums">
        {t('operations.queues.flowOf', sums)}
      </span>
    </span>
  );
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
