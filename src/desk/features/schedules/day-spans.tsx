import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { minutesOf, type Span } from '../../../contracts/schedules.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { TimeInput } from './time-input.tsx';
import { withSpan } from './week.rules.ts';

/** Props of {@link DaySpans}. */
export type DaySpansProps = {
  /** The day or date, for whoever hears the labels. */
  day: string;
  spans: readonly Span[];
  /** One span was typed anew. */
  onSpan: (index: number, span: Span) => void;
  onSpans: (spans: Span[]) => void;
  /** What is wrong with a span, by its place and part, like `0.to`. */
  problemOf: (place: string) => string | undefined;
};

/** The hours of one day: any number of spans, each with its two times. */
export function DaySpans({ day, spans, onSpan, onSpans, problemOf }: DaySpansProps) {
  const { t } = useTranslation();
  return (
    <div className="flex min-w-0 basis-full flex-col gap-1 pane2:flex-1 pane2:basis-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {spans.length === 0 && <span className="text-subtle">{t('schedules.closed')}</span>}
        {spans.map((span, index) => (
          <span key={index} className="flex items-center gap-1">
            <TimeInput
              label={t('schedules.from', { day, n: index + 1 })}
              value={span.from}
              onChange={(from) => onSpan(index, { ...span, from })}
            />
            <span className="text-subtle">{t('schedules.until')}</span>
            <TimeInput
              label={t('schedules.to', { day, n: index + 1 })}
              value={span.to}
              onChange={(to) => onSpan(index, { ...span, to })}
            />
            <IconButton
              size="sm"
              icon={X}
              label={t('schedules.removeSpan', { day, ...span })}
              onClick={() => onSpans(spans.toSpliced(index, 1))}
            />
          </span>
        ))}
        <IconButton
          size="sm"
          icon={Plus}
          label={t('schedules.addSpan', { day })}
          onClick={() => onSpans(withSpan(spans))}
        />
      </div>
      {spans.map((span, index) => {
        const problem = problemOf(`${index}.from`) ?? problemOf(`${index}.to`);
        return (
          problem && (
            <p key={`${span.from}-${span.to}`} role="alert" className="text-meta text-critical">
              {span.from}–{span.to}: {problem}
            </p>
          )
        );
      })}
    </div>
  );
}

/** The hours of a day on a line from midnight to midnight. */
export function DayBar({ spans }: { spans: readonly Span[] }) {
  return (
    <span
      aria-hidden
      className="relative hidden h-3 w-40 shrink-0 overflow-hidden rounded-small border border-line bg-quiet pane2:block"
    >
      {spans.map(({ from, to }) => (
        <span
          key={`${from}-${to}`}
          className="absolute inset-y-0 bg-accent"
          style={{
            insetInlineStart: `${minutesOf(from) / 14.4}%`,
            width: `${Math.max(0, minutesOf(to) - minutesOf(from)) / 14.4}%`,
          }}
        />
      ))}
      <span className="absolute inset-y-0 start-1/2 w-px bg-line-strong" />
    </span>
  );
}
