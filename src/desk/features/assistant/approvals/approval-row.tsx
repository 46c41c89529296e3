import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Approval } from '../../../../contracts/approvals.ts';
import { cx } from '../../../lib/cx.ts';
import { Badge } from '../../../ui/badge.tsx';
import { CountdownRing } from '../../../ui/countdown-ring.tsx';
import { Time } from '../../../ui/time.tsx';
import { APPROVAL_TONES, nameOf, useVerdictWords } from './approval-words.ts';

/** An approval in the list: who asks about what, and how long there is to decide. */
export function ApprovalRow({
  approval,
  settled,
  isOpen,
  onChoose,
}: {
  approval: Approval;
  settled: boolean;
  isOpen: boolean;
  onChoose: () => void;
}) {
  const { t } = useTranslation();
  const verdict = useVerdictWords();
  const { id, customer, decision, state, askedAt, deadlineAt, fourEyes, firstBy } = approval;
  const endsAtMs = Date.parse(deadlineAt);
  return (
    <Link
      to="/assistant/approvals"
      search={{ one: id, ...(settled && { which: 'settled' as const }) }}
      onClick={onChoose}
      data-approval-row={id}
      aria-current={isOpen ? 'true' : undefined}
      className={cx(
        'flex items-start gap-3 border-b border-line px-4 py-2 outline-offset-[-2px] hover:bg-hover',
        isOpen && 'bg-accent-soft hover:bg-accent-soft',
      )}
    >
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-2">
          <bdi className="truncate font-medium">{nameOf(customer) ?? t('approvals.someone')}</bdi>
          {customer.tier === 'enterprise' && (
            <Badge tone="accent">{t('approvals.tiers.enterprise')}</Badge>
          )}
        </span>
        <span className="block truncate text-muted" title={decision.subject}>
          #{decision.ticketNumber} <bdi>{decision.subject}</bdi>
        </span>
        {state === 'waiting' ? (
          fourEyes && (
            <Badge tone={firstBy === null ? 'neutral' : 'caution'} variant="plain" dot>
              {t(firstBy === null ? 'approvals.twoShort' : 'approvals.oneMore')}
            </Badge>
          )
        ) : (
          <Badge tone={APPROVAL_TONES[state]} variant="plain" dot>
            {verdict(approval)}
          </Badge>
        )}
      </span>
      {state === 'waiting' ? (
        <CountdownRing
          size="sm"
          endsAtMs={endsAtMs}
          totalMs={endsAtMs - Date.parse(askedAt)}
          className="shrink-0"
        />
      ) : (
        <Time
          at={approval.decidedAt ?? deadlineAt}
          className="shrink-0 text-meta whitespace-nowrap text-subtle"
        />
      )}
    </Link>
  );
}
