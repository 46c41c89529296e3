import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssistantDecision } from '../../../../contracts/assistant-decisions.ts';
import { formatAbsolute, formatNumber, formatPercent } from '../../../lib/format.ts';
import { Badge } from '../../../ui/badge.tsx';
import { TURN_TONES } from '../activity/turn-words.ts';

/** What can be said of a turn in a word each. */
export function RecordFacts({ turn }: { turn: AssistantDecision }) {
  const { t, i18n } = useTranslation();
  const { ticketId, ticketNumber, subject, policyVersion, writer, likeness, decidedBy } = turn;
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(16rem,1fr))] gap-x-6 gap-y-2.5">
      <Fact label={t('record.facts.case')}>
        <Link
          to="/inbox/$ticketId"
          params={{ ticketId }}
          preload={false}
          className="text-accent-text wrap-anywhere hover:underline"
        >
          #{ticketNumber} <bdi>{subject}</bdi>
        </Link>
      </Fact>
      <Fact label={t('record.facts.at')}>
        <time dateTime={turn.at}>{formatAbsolute(Date.parse(turn.at), i18n.language)}</time>
      </Fact>
      <Fact label={t('record.facts.state')}>
        <Badge tone={TURN_TONES[turn.state]}>{t(`turns.states.${turn.state}`)}</Badge>
      </Fact>
      <Fact label={t('record.facts.category')}>{turn.category ?? t('turns.noCategory')}</Fact>
      <Fact label={t('record.facts.autonomy')}>{t(`turns.autonomy.${turn.autonomy}`)}</Fact>
      <Fact label={t('record.facts.policy')}>
        <Link
          to="/assistant/policy"
          search={policyVersion > 0 ? { version: policyVersion } : {}}
          preload={false}
          className="text-accent-text hover:underline"
        >
          {t('record.facts.policyVersion', { version: policyVersion })}
        </Link>
      </Fact>
      <Fact label={t('record.facts.writer')}>{useWriter(writer)}</Fact>
      {decidedBy !== null && <Fact label={t('record.facts.decidedBy')}>{decidedBy}</Fact>}
      {likeness !== null && (
        <Fact label={t('record.facts.likeness')}>{formatPercent(likeness, i18n.language)}</Fact>
      )}
      <Fact label={t('record.facts.cost')}>
        {turn.costMicros === 0
          ? t('record.facts.none')
          : t('record.facts.costValue', {
              amount: formatNumber(turn.costMicros / 1_000_000, i18n.language, 6),
            })}
      </Fact>
    </dl>
  );
}

function useWriter({ model, prompt }: AssistantDecision['writer']): string {
  const { t } = useTranslation();
  if (model === 'embedded') return t('record.embedded');
  return prompt === null ? t('record.modelAlone', { model }) : t('record.model', { model, prompt });
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-meta text-subtle">{label}</dt>
      <dd className="wrap-anywhere tabular-nums">{children}</dd>
    </div>
  );
}
