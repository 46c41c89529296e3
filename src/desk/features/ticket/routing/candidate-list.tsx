import { Check, Minus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Candidate } from '../../../../contracts/routing.ts';
import { formatDuration } from '../../../lib/format.ts';
import { cx } from '../../../lib/cx.ts';

/** Everybody who was looked at, behind a summary where they are many. */
export function CandidateList({
  candidates,
  winnerId,
}: {
  candidates: readonly Candidate[];
  winnerId: string | null;
}) {
  const { t } = useTranslation();
  if (candidates.length === 0) return null;
  return (
    <details className="group" open={candidates.length <= 4}>
      <summary className="cursor-default rounded-small text-meta text-muted hover:text-text">
        {t('ticket.routing.candidates', { count: candidates.length })}
      </summary>
      <ul className="mt-1">
        {candidates.map((candidate) => (
          <CandidateRow
            key={candidate.agentId}
            candidate={candidate}
            won={candidate.agentId === winnerId}
          />
        ))}
      </ul>
    </details>
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
