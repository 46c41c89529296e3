import { ShieldAlert, Tag, UserRound, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TicketSignal } from '../../../contracts/classification.ts';
import { RiskTopic } from '../../../contracts/understanding.ts';
import type { Ticket } from '../../../contracts/tickets.ts';
import { formatPercent } from '../../lib/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import type { Tone } from '../../ui/tones.ts';
import { DetailSection } from '../ticket/detail-section.tsx';
import { useTicketChange } from '../ticket/use-ticket-change.ts';
import { useSignals } from './queries.ts';
import { Quotes } from './quotes.tsx';

/** Risks, the wish for a person and a guess of the category, with the words that say so; nothing where there is none. */
export function SignalsPanel({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { data } = useSignals(ticket.id);
  const signals = (data?.signals ?? []).filter(
    ({ kind }) => kind !== 'category' || ticket.category === null,
  );
  if (signals.length === 0) return null;
  return (
    <DetailSection title={t('classification.signals')}>
      <ul className="flex flex-col gap-3">
        {signals.map((signal) => (
          <li key={`${signal.kind}${signal.topic}`}>
            <Signal signal={signal} ticket={ticket} />
          </li>
        ))}
      </ul>
    </DetailSection>
  );
}

const LOOK: Record<TicketSignal['kind'], { tone: Tone; icon: LucideIcon }> = {
  risk: { tone: 'critical', icon: ShieldAlert },
  person_wish: { tone: 'caution', icon: UserRound },
  category: { tone: 'neutral', icon: Tag },
};

function Signal({ signal, ticket }: { signal: TicketSignal; ticket: Ticket }) {
  const { t, i18n } = useTranslation();
  const { kind, topic, score, evidence } = signal;
  const risk = RiskTopic.safeParse(topic);
  const words =
    kind === 'risk' && risk.success
      ? `${t('classification.kinds.risk')}: ${t(`classification.topics.${risk.data}`)}`
      : t(`classification.kinds.${kind}`);
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={LOOK[kind].tone} icon={LOOK[kind].icon}>
          {kind === 'category' ? `${words}: ${topic}` : words}
        </Badge>
        <span className="text-meta text-subtle">
          {t('classification.sure', { percent: formatPercent(score, i18n.language) })}
        </span>
        {kind === 'category' && <SetCategory ticket={ticket} category={topic} />}
      </div>
      <Quotes evidence={evidence} />
    </div>
  );
}

function SetCategory({ ticket, category }: { ticket: Ticket; category: string }) {
  const { t } = useTranslation();
  const { change } = useTicketChange(ticket);
  return (
    <Button size="sm" variant="ghost" onClick={() => change({ category })}>
      {t('classification.set', { category })}
    </Button>
  );
}
