import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BoardEscalation, EscalationKind } from '../../../contracts/board.ts';
import { formatDuration, formatPercent } from '../../lib/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Time } from '../../ui/time.tsx';
import type { Tone } from '../../ui/tones.ts';
import { Age } from '../inbox/age.tsx';
import { BAND_TONE } from './alert-line.tsx';
import { cameOf, type FeedEntry } from './feed.rules.ts';
import { BAND_WORDS, listOfAlert, useAlertWords } from './use-alert-words.ts';

const ROW =
  'grid min-h-13 items-center gap-x-4 gap-y-0.5 border-b border-line px-5 py-1.5 hover:bg-hover [grid-template-columns:9.5rem_minmax(0,1fr)_minmax(9rem,14rem)_6.5rem] max-pane2:[grid-template-columns:minmax(0,1fr)_auto]';
const TONES: Record<EscalationKind, Tone> = {
  handover: 'accent',
  bot_failed: 'critical',
  at_risk: 'caution',
  breached: 'critical',
};

/** A call for a person, or an alert, with why and what came of it. */
export function EscalationRow({ entry }: { entry: FeedEntry }) {
  return entry.type === 'ticket' ? <CallRow call={entry.call} /> : <AlertRow entry={entry} />;
}

function CallRow({ call }: { call: BoardEscalation }) {
  const { t } = useTranslation();
  const { at, kind, ticketId, number, subject, customerName, queue } = call;
  const where = [customerName, queue.name].filter(Boolean).join(' · ');
  return (
    <div className={ROW}>
      <span className="flex">
        <Badge tone={TONES[kind]}>{t(`operations.feed.kind.${kind}`)}</Badge>
      </span>
      <span className="min-w-0 max-pane2:col-span-2 max-pane2:row-start-2">
        <Link
          to="/inbox/$ticketId"
          params={{ ticketId }}
          preload={false}
          title={`${subject}\n${where}`}
          className="block truncate hover:underline"
        >
          <span className="text-muted tabular-nums">#{number}</span>{' '}
          <bdi className="font-medium">{subject}</bdi>
        </Link>
        <Reason call={call} />
      </span>
      <Outcome call={call} />
      <Time
        at={at}
        className="text-end text-meta text-subtle tabular-nums max-pane2:col-start-2 max-pane2:row-start-1"
      />
    </div>
  );
}

/** Why a person was called, and what its words say, with how sure that is. */
function Reason({ call: { kind, reason, metric, signals } }: { call: BoardEscalation }) {
  const { t, i18n } = useTranslation();
  const why =
    metric === null
      ? reason
      : t(`operations.feed.promise.${kind === 'breached' ? 'breached' : 'at_risk'}`, {
          metric: t(`sla.metric.${metric}`),
          policy: reason,
        });
  const words = signals.map((one) =>
    t('operations.feed.signal', {
      what:
        one.kind === 'risk'
          ? t(`classification.topics.${one.topic}`, { defaultValue: one.topic })
          : t('classification.kinds.person_wish'),
      percent: formatPercent(one.score, i18n.language),
    }),
  );
  const said = [why, ...words].filter(Boolean).join(' · ');
  return (
    <span className="block truncate text-meta text-muted first-letter:uppercase" title={said}>
      {said}
    </span>
  );
}

/** Who came and after how long, or that it still waits. */
function Outcome({ call }: { call: BoardEscalation }) {
  const { t } = useTranslation();
  const came = cameOf(call);
  const place = 'min-w-0 truncate max-pane2:col-span-2 max-pane2:text-meta';
  switch (came.kind) {
    case 'taken':
      return (
        <span className={place} title={came.name}>
          {t('operations.feed.taken', {
            name: came.name,
            span: formatDuration(Math.max(0, came.waitedMs)),
          })}
        </span>
      );
    case 'had':
      return (
        <span className={`${place} text-muted`} title={came.name}>
          {t('operations.feed.had', { name: came.name })}
        </span>
      );
    case 'over':
      return <span className={`${place} text-subtle`}>{t('operations.feed.over')}</span>;
    case 'waits':
      return (
        <span className={`${place} font-medium text-caution`}>
          {t('operations.feed.waits')} <Age at={call.at} />
        </span>
      );
  }
}

function AlertRow({ entry: { alert, at } }: { entry: Extract<FeedEntry, { type: 'alert' }> }) {
  const { t } = useTranslation();
  const words = useAlertWords();
  return (
    <div className={ROW}>
      <span className="flex">
        <Badge tone={BAND_TONE[alert.band]}>{t('operations.feed.kind.alert')}</Badge>
      </span>
      <span className="min-w-0 max-pane2:col-span-2 max-pane2:row-start-2">
        <Link
          to="/operations"
          search={listOfAlert(alert)}
          title={words(alert)}
          className="block truncate font-medium hover:underline"
        >
          {words(alert)}
        </Link>
        <span className="block truncate text-meta text-muted">
          {t(`operations.alerts.band.${BAND_WORDS[alert.band]}`)} ·{' '}
          {t('operations.alerts.threshold', { threshold: alert.threshold })}
        </span>
      </span>
      <span className="min-w-0 truncate text-muted max-pane2:col-span-2 max-pane2:text-meta">
        {alert.resolvedAt
          ? t('operations.feed.lasted', {
              span: formatDuration(Date.parse(alert.resolvedAt) - Date.parse(at)),
            })
          : t('operations.feed.stillOn')}
      </span>
      <Time
        at={at}
        className="text-end text-meta text-subtle tabular-nums max-pane2:col-start-2 max-pane2:row-start-1"
      />
    </div>
  );
}
