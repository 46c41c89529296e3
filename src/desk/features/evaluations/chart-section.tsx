import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';

/** Size of the drawing area and the room around it, in units of the drawing. */
export const PLOT = { size: 240, left: 40, top: 10, bottom: 34 } as const;

/** A share as a place in the drawing. */
export const xOf = (share: number): number => PLOT.left + share * PLOT.size;
/** A share as a height in the drawing. */
export const yOf = (share: number): number => PLOT.top + (1 - share) * PLOT.size;

/** Props of {@link ChartSection}. */
export type ChartSectionProps = {
  title: string;
  lead: string;
  /** The drawing, inside the axes. */
  children: ReactNode;
  /** The same in figures. */
  table: { columns: readonly string[]; rows: readonly (readonly string[])[] };
  axes: { x: string; y: string };
};

/** A chart from 0 to 100 % on both axes, or its figures as a table. */
export function ChartSection({ title, lead, children, table, axes }: ChartSectionProps) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  return (
    <Section title={title} lead={lead}>
      {asTable ? (
        <FigureTable title={title} {...table} />
      ) : (
        <Plot label={title} axes={axes}>
          {children}
        </Plot>
      )}
      <Button size="sm" variant="ghost" onClick={() => setAsTable(!asTable)}>
        {t(asTable ? 'evaluations.chart' : 'evaluations.table')}
      </Button>
    </Section>
  );
}

const TICKS = [0, 0.25, 0.5, 0.75, 1];

function Plot({
  label,
  axes,
  children,
}: {
  label: string;
  axes: ChartSectionProps['axes'];
  children: ReactNode;
}) {
  const { i18n } = useTranslation();
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' });
  const width = PLOT.left + PLOT.size + 12;
  const height = PLOT.top + PLOT.size + PLOT.bottom;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      className="w-full max-w-sm text-[10px]"
    >
      {TICKS.map((tick) => (
        <g key={tick} className="fill-subtle">
          <line x1={xOf(0)} x2={xOf(1)} y1={yOf(tick)} y2={yOf(tick)} className="stroke-line" />
          <line x1={xOf(tick)} x2={xOf(tick)} y1={yOf(0)} y2={yOf(1)} className="stroke-line" />
          <text x={PLOT.left - 5} y={yOf(tick) + 3} textAnchor="end">
            {percent.format(tick)}
          </text>
          <text x={xOf(tick)} y={yOf(0) + 13} textAnchor="middle">
            {percent.format(tick)}
          </text>
        </g>
      ))}
      <text x={xOf(0.5)} y={yOf(0) + 28} textAnchor="middle" className="fill-muted">
        {axes.x}
      </text>
      <text
        transform={`translate(8 ${yOf(0.5)}) rotate(-90)`}
        textAnchor="middle"
        className="fill-muted"
      >
        {axes.y}
      </text>
      {children}
    </svg>
  );
}

function FigureTable({ title, columns, rows }: { title: string } & ChartSectionProps['table']) {
  return (
    <table className="w-full max-w-sm border-y border-line tabular-nums">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr className="text-meta text-muted">
          {columns.map((column) => (
            <th key={column} scope="col" className="py-1 text-end font-medium first:text-start">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // A line has no other name than its place.
          <tr key={index} className="border-t border-line">
            {row.map((cell, place) => (
              <td key={columns[place]} className="py-1 text-end first:text-start">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
