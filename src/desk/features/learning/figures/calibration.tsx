import { useTranslation } from 'react-i18next';
import type { Figures } from '../../../../contracts/learning.ts';
import { formatPercent } from '../../../lib/format.ts';
import { Section } from '../../../shell/page.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { PictureOrTable } from './picture-or-table.tsx';

type Step = Figures['calibration'][number];

/** Whether answers given with a confidence are right as often as it says. */
export function Calibration({ steps }: { steps: readonly Step[] }) {
  const { t, i18n } = useTranslation();
  const known = steps.filter(({ judged }) => judged > 0);
  const percent = (share: number) => formatPercent(share, i18n.language);
  return (
    <Section title={t('learning.figures.calibration')} lead={t('learning.figures.calibrationLead')}>
      {known.length === 0 ? (
        <p className="text-muted">{t('learning.figures.nothingKnown')}</p>
      ) : (
        <PictureOrTable
          picture={<Diagram steps={known} />}
          table={
            <DataTable
              caption={t('learning.figures.calibration')}
              rows={steps}
              keyOf={({ from }) => String(from)}
              columns={[
                {
                  id: 'confidence',
                  header: t('learning.figures.confidence'),
                  cell: ({ from, to }) => `${percent(from)} – ${percent(to)}`,
                },
                {
                  id: 'right',
                  header: t('learning.figures.rightShare'),
                  width: '6rem',
                  align: 'end',
                  cell: ({ right, judged }) => (judged === 0 ? '–' : percent(right / judged)),
                },
                {
                  id: 'judged',
                  header: t('learning.figures.judged'),
                  width: '6rem',
                  align: 'end',
                  cell: ({ judged }) => judged,
                },
                {
                  id: 'cases',
                  header: t('learning.figures.cases'),
                  width: '6rem',
                  align: 'end',
                  cell: ({ cases }) => cases,
                },
              ]}
            />
          }
        />
      )}
    </Section>
  );
}

const SIZE = 200;
const LEFT = 34;
const TICKS = [0, 0.5, 1];

/** Circles as large as how many are known, against the line on which confidence would mean what it says. */
function Diagram({ steps }: { steps: readonly Step[] }) {
  const { t, i18n } = useTranslation();
  const most = Math.max(...steps.map(({ judged }) => judged));
  const x = (share: number) => LEFT + share * SIZE;
  const y = (share: number) => 8 + (1 - share) * SIZE;
  return (
    <svg
      role="img"
      aria-label={t('learning.figures.picture', { steps: steps.length })}
      viewBox={`0 0 ${LEFT + SIZE + 12} ${SIZE + 40}`}
      className="w-full max-w-xs"
    >
      {TICKS.map((tick) => (
        <g key={tick}>
          <line x1={x(0)} x2={x(1)} y1={y(tick)} y2={y(tick)} className="stroke-line" />
          <text x={LEFT - 6} y={y(tick) + 3} textAnchor="end" className="fill-subtle text-[9px]">
            {formatPercent(tick, i18n.language)}
          </text>
          <text x={x(tick)} y={SIZE + 20} textAnchor="middle" className="fill-subtle text-[9px]">
            {formatPercent(tick, i18n.language)}
          </text>
        </g>
      ))}
      <line
        x1={x(0)}
        y1={y(0)}
        x2={x(1)}
        y2={y(1)}
        strokeDasharray="3 3"
        className="stroke-line-strong"
      />
      {steps.map(({ from, confidence, right, judged }) => (
        <circle
          key={from}
          cx={x(confidence)}
          cy={y(right / judged)}
          r={3 + 5 * Math.sqrt(judged / most)}
          className="fill-assistant-solid stroke-surface"
        >
          <title>{`${formatPercent(confidence, i18n.language)}: ${right} / ${judged}`}</title>
        </circle>
      ))}
      <text x={x(0.5)} y={SIZE + 34} textAnchor="middle" className="fill-muted text-[10px]">
        {t('learning.figures.confidence')}
      </text>
    </svg>
  );
}
