import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { reasonSentence, type DecisionLine } from '../../../../contracts/assistant-decisions.ts';
import { formatPercent } from '../../../lib/format.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Time } from '../../../ui/time.tsx';
import { TURN_TONES, useDeed } from './turn-words.ts';

/** A turn in a list: the ticket, what was done and why, how sure it was. The row opens the record. */
export function TurnRow({ turn }: { turn: DecisionLine }) {
  const { t, i18n } = useTranslation();
  const deed = useDeed()(turn);
  const { id, ticketId, ticketNumber, subject, category, autonomy, confidence } = turn;
  const facts = [
    category ?? t('turns.noCategory'),
    t(`turns.autonomy.${autonomy}`),
    confidence !== null && t('turns.sure', { share: formatPercent(confidence, i18n.language) }),
  ].filter(Boolean);
  return (
    <article className="relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5 border-b border-line px-5 py-2 hover:bg-hover pane2:grid-cols-[minmax(0,1fr)_10rem_6.5rem]">
      <div className="flex min-w-0 gap-1.5">
        <Link
          to="/inbox/$ticketId"
          params={{ ticketId }}
          preload={false}
          className="relative z-1 shrink-0 text-muted tabular-nums hover:underline"
        >
          #{ticketNumber}
        </Link>
        <Link
          to="/assistant/turns/$turnId"
          params={{ turnId: id }}
          preload={false}
          title={subject}
          className="min-w-0 truncate font-medium outline-offset-[-2px] after:absolute after:inset-0"
        >
          <bdi>{subject}</bdi>
        </Link>
      </div>
      <span className="flex min-w-0 justify-end max-pane2:hidden">
        <State turn={turn} />
      </span>
      <Time
        at={turn.at}
        className="text-end text-meta whitespace-nowrap text-subtle tabular-nums"
      />
      <p className="col-span-full wrap-anywhere">
        <span className="font-medium">{deed}.</span>{' '}
        <span className="text-muted">{reasonSentence(turn)}</span>
      </p>
      <p className="col-span-full flex min-w-0 items-center gap-2 text-meta text-subtle tabular-nums">
        <span className="contents pane2:hidden">
          <State turn={turn} />
        </span>
        <span className="min-w-0 truncate">{facts.join(' · ')}</span>
      </p>
    </article>
  );
}

/** Where a turn stands; nothing for one that only left the case alone. */
function State({ turn: { state, path } }: { turn: DecisionLine }) {
  const { t } = useTranslation();
  if (path === 'skip') return null;
  return <Badge tone={TURN_TONES[state]}>{t(`turns.states.${state}`)}</Badge>;
}
