import { CircleHelp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SlaClock } from '../../../contracts/sla.ts';
import { useNow } from '../../lib/clock.tsx';
import { formatDuration } from '../../lib/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Popover } from '../../ui/popover.tsx';
import type { Tone } from '../../ui/tones.ts';

/** A clock on a line: its metric, how it stands, and the way to why. */
export function ClockRow({ clock, readAt }: { clock: SlaClock; readAt: string }) {
  const { t } = useTranslation();
  const metric = t(`sla.metric.${clock.metric}`);
  const name = clock.instance > 1 ? `${metric} ${clock.instance}` : metric;
  return (
    <li className="flex min-h-row items-center gap-2">
      <span className="min-w-0 flex-1 truncate text-muted">{name}</span>
      <Standing clock={clock} readAt={readAt} />
      <Popover
        align="end"
        title={t('sla.whyTitle', { metric: name })}
        className="max-w-96"
        trigger={<IconButton size="sm" icon={CircleHelp} label={t('sla.why', { metric: name })} />}
      >
        <Steps clock={clock} />
      </Popover>
    </li>
  );
}

function Standing({ clock, readAt }: { clock: SlaClock; readAt: string }) {
  const { t } = useTranslation();
  const when = useWhen();
  const nowMs = useNow(10_000);
  const { state, targetMs, countedMs, dueAt, breachedAt, endedAt } = clock;
  if (state === 'met')
    return <Badge tone="positive">{t('sla.keptIn', { span: formatDuration(countedMs) })}</Badge>;
  if (state === 'paused')
    return (
      <Badge>
        {t('sla.pausedLeft', { span: formatDuration(Math.max(0, targetMs - countedMs)) })}
      </Badge>
    );
  if (breachedAt !== null) {
    const until = endedAt === null ? Math.max(nowMs, Date.parse(readAt)) : Date.parse(endedAt);
    const span = formatDuration(until - Date.parse(breachedAt));
    return (
      <span title={t('sla.due', { when: when(breachedAt) })}>
        <Badge tone="critical">{t('sla.over', { span })}</Badge>
      </span>
    );
  }
  if (dueAt === null) return <Badge>{t(`sla.state.${state}`)}</Badge>;
  const tone: Tone = clock.atRisk ? 'caution' : 'neutral';
  return (
    <span title={t('sla.due', { when: when(dueAt) })} className="tabular-nums">
      <Badge tone={tone}>
        {t('sla.left', { span: formatDuration(Date.parse(dueAt) - nowMs) })}
      </Badge>
    </span>
  );
}

function Steps({ clock }: { clock: SlaClock }) {
  const { t } = useTranslation();
  const when = useWhen();
  const { assistantAt, agentAt } = clock;
  return (
    <div className="flex max-h-80 flex-col gap-2 overflow-y-auto">
      <ol className="flex flex-col gap-2">
        {clock.steps.map((step, index) => (
          <li key={index} className="border-s-2 border-line ps-2">
            <p className="text-meta text-subtle tabular-nums">
              {when(step.at)}
              {' · '}
              {step.dueAt === null ? t('sla.still') : t('sla.dueAfter', { when: when(step.dueAt) })}
            </p>
            <p>{step.sentence}</p>
          </li>
        ))}
      </ol>
      {clock.counting && <Counting counting={clock.counting} />}
      {assistantAt && (
        <p className="text-meta">{t('sla.assistantAt', { when: when(assistantAt) })}</p>
      )}
      {agentAt && <p className="text-meta">{t('sla.agentAt', { when: when(agentAt) })}</p>}
    </div>
  );
}

/** The hours that lead to when it is due, a line for each, so that they can be added up. */
function Counting({ counting }: { counting: NonNullable<SlaClock['counting']> }) {
  const { t, i18n } = useTranslation();
  const format = new Intl.DateTimeFormat(i18n.language, WHEN);
  const { beforeMs, spans, laterMs } = counting;
  return (
    <section className="rounded-control bg-sunken p-2">
      <h3 className="font-medium">{t('sla.counts')}</h3>
      <ul className="tabular-nums">
        {beforeMs >= HALF_MINUTE_MS && (
          <li>{t('sla.countedBefore', { span: wholeMinutes(beforeMs) })}</li>
        )}
        {spans.map(({ from, to }) => (
          <li key={from} className="flex justify-between gap-4">
            <span>{format.formatRange(Date.parse(from), Date.parse(to))}</span>
            <span className="text-muted">{wholeMinutes(Date.parse(to) - Date.parse(from))}</span>
          </li>
        ))}
        {laterMs > 0 && <li>{t('sla.countedLater', { span: wholeMinutes(laterMs) })}</li>}
      </ul>
    </section>
  );
}

const HALF_MINUTE_MS = 30_000;

/** Rounded, so that what is listed adds up to what was promised. */
function wholeMinutes(ms: number): string {
  return formatDuration(Math.round(ms / 60_000) * 60_000);
}

const WHEN: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
};

/** A time to the minute with its day, in the reader's language. */
function useWhen() {
  const { i18n } = useTranslation();
  const format = new Intl.DateTimeFormat(i18n.language, WHEN);
  return (at: string) => format.format(Date.parse(at));
}
