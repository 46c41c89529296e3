import { useTranslation } from 'react-i18next';
import type { CurvePoint } from '../../../../contracts/learning.ts';
import { formatPercent } from '../../../lib/format.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { PictureOrTable } from '../figures/picture-or-table.tsx';

const WIDTH = 560;
const HEIGHT = 190;
const LEFT = 36;
const BOTTOM = 22;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** How much is answered and how much of it is right, over the thresholds; precision with its interval. */
export function CurvePicture({
  curve,
  recommended,
}: {
  curve: readonly CurvePoint[];
  recommended: number | null;
}) {
  return (
    <PictureOrTable
      picture={<Picture curve={curve} recommended={recommended} />}
      table={<CurveTable curve={curve} />}
    />
  );
}

function Picture({
  curve,
  recommended,
}: {
  curve: readonly CurvePoint[];
  recommended: number | null;
}) {
  const { t, i18n } = useTranslation();
  const known = curve.filter(({ precision }) => precision !== null);
  const x = (share: number) => LEFT + share * (WIDTH - LEFT - 8);
  const y = (share: number) => 8 + (1 - share) * (HEIGHT - BOTTOM - 8);
  const line = (points: readonly CurvePoint[], of: (point: CurvePoint) => number) =>
    points.map((point) => `${x(point.threshold)},${y(of(point))}`).join(' ');
  const band = [line(known, ({ high }) => high), line(known.toReversed(), ({ low }) => low)].join(
    ' ',
  );
  return (
    <div>
      <svg
        role="img"
        aria-label={t('learning.setUp.picture')}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="w-full max-w-2xl overflow-visible"
      >
        {TICKS.map((tick) => (
          <g key={tick}>
            <line x1={x(0)} x2={x(1)} y1={y(tick)} y2={y(tick)} className="stroke-line" />
            <text x={LEFT - 6} y={y(tick) + 3} textAnchor="end" className="chart-label">
              {formatPercent(tick, i18n.language)}
            </text>
            {tick > 0 && (
              <text
                x={x(tick)}
                y={HEIGHT - 6}
                textAnchor={tick === 1 ? 'end' : 'middle'}
                className="chart-label"
              >
                {formatPercent(tick, i18n.language)}
              </text>
            )}
          </g>
        ))}
        <polygon points={band} className="fill-assistant-soft" />
        {recommended !== null && (
          <line
            x1={x(recommended)}
            x2={x(recommended)}
            y1={y(0)}
            y2={y(1)}
            strokeDasharray="3 3"
            className="stroke-assistant-solid"
          />
        )}
        <polyline
          points={line(curve, ({ coverage }) => coverage)}
          fill="none"
          strokeWidth="1.75"
          strokeDasharray="5 3"
          className="stroke-subtle"
        />
        <polyline
          points={line(known, ({ precision }) => precision ?? 0)}
          fill="none"
          strokeWidth="1.75"
          className="stroke-assistant-solid"
        />
      </svg>
      <p className="mt-1 flex flex-wrap gap-x-4 text-meta text-muted">
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden className="h-0.5 w-4 bg-assistant-solid" />
          {t('learning.setUp.precision')}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden className="h-2.5 w-4 bg-assistant-soft" />
          {t('learning.setUp.interval')}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden className="h-0 w-4 border-t-2 border-dashed border-subtle" />
          {t('learning.setUp.coverage')}
        </span>
        <span>{t('learning.setUp.threshold')} →</span>
      </p>
    </div>
  );
}

function CurveTable({ curve }: { curve: readonly CurvePoint[] }) {
  const { t, i18n } = useTranslation();
  const percent = (share: number) => formatPercent(share, i18n.language);
  const column = (id: string, header: string, cell: (point: CurvePoint) => string | number) => ({
    id,
    header,
    align: 'end' as const,
    width: '7rem',
    cell,
  });
  return (
    <DataTable
      caption={t('learning.setUp.curve')}
      rows={curve}
      keyOf={({ threshold }) => String(threshold)}
      columns={[
        column('threshold', t('learning.setUp.threshold'), (point) => percent(point.threshold)),
        column('answered', t('learning.setUp.answered'), (point) => point.answered),
        column('coverage', t('learning.setUp.coverage'), (point) => percent(point.coverage)),
        column('right', t('learning.setUp.rightOf'), (point) =>
          t('learning.of', { some: point.right, all: point.judged }),
        ),
        column('precision', t('learning.setUp.precision'), (point) =>
          point.precision === null ? '–' : percent(point.precision),
        ),
        {
          ...column('interval', t('learning.setUp.interval'), (point) =>
            point.precision === null
              ? '–'
              : t('learning.range', { low: percent(point.low), high: percent(point.high) }),
          ),
          width: '9rem',
        },
      ]}
    />
  );
}
