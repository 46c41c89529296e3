import { Check, Minus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Candidate, RoutingDecision } from '../../../../contracts/routing.ts';
import { formatDuration } from '../../../lib/format.ts';
import { cx } from '../../../lib/cx.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Time } from '../../../ui/time.tsx';
import type { Tone } from '../../../ui/tones.ts';

const TONES: Record<RoutingDecision['outcome'], Tone> = {
  assigned: 'positive',
  offered: 'accent',
  waiting: 'caution',
};

/** One decision of the router: what, why, and everybody it looked at. */
export function DecisionCard({ decision }: { decision: RoutingDecision }) {
  const { t } = useTranslation();
  const { outcome, sentence, candidates, winner, queueName, at } = decision;
  return (
    <div className="flex flex-col gap-2 text-start text-base text-text">
      <p className="flex items-center gap-2">
        <Badge tone={TONES[outcome]}>{t(`ticket.routing.${outcome}`)}</Badge>
        <span className="min-w-0 flex-1 truncate text-meta text-muted">{queueName}</span>
        <Time at={at} className="shrink-0 text-meta text-subtle" />
      </p>
      <p>{sentence}</p>
      {candidates.length > 0 && (
        <details className="group" open={candidates.length <= 4}>
          <summary className="cursor-default rounded-small text-meta text-muted hover:text-text">
            {t('ticket.routing.candidates', { count: candidates.length })}
          </summary>
          <ul className="mt-1">
            {candidates.map((candidate) => (
              <CandidateRow
                key={candidate.agentId}
                candidate={candidate}
                won={candidate.agentId === winner?.id}
              />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function CandidateRow({ candidate, won }: { candidate: Candidate; won: boolean }) {
  const { t } = useTranslation();
  const { name, excluded, spare, idleSeconds } = candidate;
  const facts = [
    won && t('ticket.routing.winner'),
    excluded && t(`ticket.routing.excluded.${excluded}`),
    spare !== null && t('ticket.routing.spare', { count: spare }),
    idleSeconds !== null && t('ticket.routing.idle', { time: formatDuration(idleSeconds * 1000) }),
  ].filter(Boolean);
  const Icon = excluded ? Minus : Check;
  return (
    <li className="flex items-start gap-1.5 py-0.5">
      <Icon aria-hidden className={cx('mt-0.5', won ? 'text-positive' : 'text-subtle')} />
      <span className="min-w-0 flex-1">
        <span className={cx('block truncate', won && 'font-medium', excluded && 'text-muted')}>
          {name}
        </span>
        <span className="block text-meta text-subtle">{facts.join(' · ')}</span>
      </span>
    </li>
  );
}
