import { useTranslation } from 'react-i18next';
import type { Figures } from '../../../../contracts/learning.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { PictureOrTable } from './picture-or-table.tsx';

const HEIGHT = 140;
const WIDTH = 480;
const BOTTOM = 18;

/** The cases of each day: answered below, handed over above, and what was asked between. */
export function DayChart({ figures: { days, from, to } }: { figures: Figures }) {
  const { t, i18n } = useTranslation();
  const dayOf = (day: string) =>
    new Intl.DateTimeFormat(i18n.language, {
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    }).format(Date.parse(day));
  return (
    <PictureOrTable
      picture={
        <>
          <Bars
            days={filled(days, from, to)}
            label={t('learning.figures.dayPicture', { from: dayOf(from), to: dayOf(to) })}
            ends={[dayOf(from), dayOf(to)]}
          />
          <p className="mt-1 flex gap-4 text-meta text-muted">
            <Key look="bg-assistant-solid" words={t('learning.figures.answered')} />
            <Key look="bg-line-strong" words={t('learning.figures.handedOver')} />
          </p>
        </>
      }
      table={
        <DataTable
          caption={t('learning.figures.days')}
          rows={days}
          keyOf={({ day }) => day}
          className="max-h-72"
          columns={[
            { id: 'day', header: t('learning.figures.day'), cell: ({ day }) => dayOf(day) },
            ...(['considered', 'answered', 'handedOver'] as const).map((id) => ({
              id,
              header: t(`learning.figures.${id}`),
              width: '7rem',
              align: 'end' as const,
              cell: (day: Figures['days'][number]) => day[id],
            })),
          ]}
        />
      }
    />
  );
}

function Key({ look, words }: { look: string; words: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden className={`size-2 rounded-small ${look}`} />
      {words}
    </span>
  );
}

type Day = Figures['days'][number];

function Bars({
  days,
  label,
  ends,
}: {
  days: readonly Day[];
  label: string;
  ends: readonly [string, string];
}) {
  const most = Math.max(1, ...days.map(({ answered, handedOver }) => answered + handedOver));
  const step = WIDTH / days.length;
  const high = (count: number) => (count / most) * (HEIGHT - BOTTOM - 14);
  const base = HEIGHT - BOTTOM;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="w-full overflow-visible"
    >
      <line x1="0" x2={WIDTH} y1={base} y2={base} className="stroke-line" />
      <text x="0" y="10" className="chart-label">
        {most}
      </text>
      {days.map(({ day, answered, handedOver }, place) => (
        <g key={day} transform={`translate(${place * step + step * 0.15} 0)`}>
          <title>{`${day}: ${answered} / ${handedOver}`}</title>
          <rect
            width={step * 0.7}
            y={base - high(answered)}
            height={high(answered)}
            className="fill-assistant-solid"
          />
          <rect
            width={step * 0.7}
            y={base - high(answered) - high(handedOver) - (answered > 0 ? 1 : 0)}
            height={high(handedOver)}
            className="fill-line-strong"
          />
        </g>
      ))}
      <text x="0" y={HEIGHT - 4} className="chart-label">
        {ends[0]}
      </text>
      <text x={WIDTH} y={HEIGHT - 4} textAnchor="end" className="chart-label">
        {ends[1]}
      </text>
    </svg>
  );
}

const DAY_MS = 86_400_000;
const MOST_DAYS = 400;

/** Every day of a period, those without cases too, as far as a picture can show them. */
function filled(days: readonly Day[], from: string, to: string): Day[] {
  const known = new Map(days.map((day) => [day.day, day]));
  const count = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
  if (count < 1 || count > MOST_DAYS) return [...days];
  return Array.from({ length: count }, (_, place) => {
    const day = new Date(Date.parse(from) + place * DAY_MS).toISOString().slice(0, 10);
    return known.get(day) ?? { day, considered: 0, answered: 0, handedOver: 0 };
  });
}
