import { useTranslation } from 'react-i18next';
import { formatDuration, formatPercent } from '../../../lib/format.ts';
import type { RoutingScore } from '../../../../contracts/routing.ts';

/** The parts of a score in words and numbers. */
export function ScoreLine({ score }: { score: RoutingScore }) {
  const { t, i18n } = useTranslation();
  const { weight, tier, chance, risk, age, minutes, minutesLeft, scarcity } = score;
  const percent = (share: number) => formatPercent(share, i18n.language);
  const parts = [
    t('ticket.routing.score.weight', { value: rounded(weight) }),
    tier !== 1 && t('ticket.routing.score.tier', { value: rounded(tier) }),
    t('ticket.routing.score.minutes', { value: Math.max(1, Math.round(minutes)) }),
    minutesLeft !== null &&
      t(minutesLeft > 0 ? 'ticket.routing.score.left' : 'ticket.routing.score.late', {
        span: formatDuration(Math.abs(minutesLeft) * 60_000),
      }),
    chance !== null && t('ticket.routing.score.chance', { value: percent(chance) }),
    chance !== null && t('ticket.routing.score.risk', { value: percent(risk) }),
    age >= 0.01 && t('ticket.routing.score.age', { value: percent(age) }),
    scarcity !== null &&
      Math.abs(scarcity - 1) >= 0.05 &&
      t('ticket.routing.score.scarcity', { value: rounded(scarcity) }),
  ].filter(Boolean);
  return (
    <p className="text-meta text-muted">
      <span className="sr-only">{t('ticket.routing.score.title')}: </span>
      {parts.join(' · ')}
    </p>
  );
}

function rounded(value: number): string {
  return value < 10 ? String(Math.round(value * 10) / 10) : String(Math.round(value));
}
