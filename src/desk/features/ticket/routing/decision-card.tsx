import { useTranslation } from 'react-i18next';
import type { RoutingDecision } from '../../../../contracts/routing.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Time } from '../../../ui/time.tsx';
import type { Tone } from '../../../ui/tones.ts';
import { CandidateList } from './candidate-list.tsx';
import { ScoreLine } from './score-line.tsx';

const TONES: Record<RoutingDecision['outcome'], Tone> = {
  assigned: 'positive',
  offered: 'accent',
  waiting: 'caution',
};

/** One decision of the router: what, why, and everybody it looked at. */
export function DecisionCard({ decision }: { decision: RoutingDecision }) {
  const { t } = useTranslation();
  const { outcome, sentence, score, candidates, winner, queueName, at } = decision;
  return (
    <div className="flex flex-col gap-2 text-start text-base text-text">
      <p className="flex items-center gap-2">
        <Badge tone={TONES[outcome]}>{t(`ticket.routing.${outcome}`)}</Badge>
        <span className="min-w-0 flex-1 truncate text-meta text-muted">{queueName}</span>
        <Time at={at} className="shrink-0 text-meta text-subtle" />
      </p>
      <p>{sentence}</p>
      {score && <ScoreLine score={score} />}
      <CandidateList candidates={candidates} winnerId={winner?.id ?? null} />
    </div>
  );
}
