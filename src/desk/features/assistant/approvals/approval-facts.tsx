import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Approval } from '../../../../contracts/approvals.ts';
import { reasonSentence } from '../../../../contracts/assistant-decisions.ts';
import { formatPercent } from '../../../lib/format.ts';
import { Badge } from '../../../ui/badge.tsx';
import { useDeed } from '../activity/turn-words.ts';
import { Deadline } from './deadline.tsx';

/** Who asks, how sure the assistant is, why it proposes this, and how long there is to decide. */
export function ApprovalFacts({ approval }: { approval: Approval }) {
  const { t, i18n } = useTranslation();
  const { customer, decision, deadlineAt, state } = approval;
  const deed = useDeed()({ path: decision.path, state: 'waiting' });
  const { confidence, category } = decision;
  return (
    <div className="flex flex-col gap-1.5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted tabular-nums">
        <Badge tone={customer.tier === 'enterprise' ? 'accent' : 'neutral'}>
          {isTier(customer.tier) ? t(`approvals.tiers.${customer.tier}`) : customer.tier}
        </Badge>
        {customer.email !== null && customer.name !== null && (
          <bdi className="wrap-anywhere">{customer.email}</bdi>
        )}
        <span>{category ?? t('turns.noCategory')}</span>
        {confidence !== null && (
          <span className="font-medium text-text">
            {t('turns.sure', { share: formatPercent(confidence, i18n.language) })}
          </span>
        )}
        <Link
          to="/assistant/turns/$turnId"
          params={{ turnId: decision.id }}
          preload={false}
          className="text-accent-text hover:underline"
        >
          {t('approvals.openRecord')}
        </Link>
      </p>
      <p className="wrap-anywhere">
        <span className="font-medium">{deed}.</span>{' '}
        <span className="text-muted">{reasonSentence(decision)}</span>
      </p>
      {state === 'waiting' && <Deadline at={deadlineAt} className="text-meta text-subtle" />}
    </div>
  );
}

function isTier(tier: string): tier is 'enterprise' | 'standard' | 'free' {
  return tier === 'enterprise' || tier === 'standard' || tier === 'free';
}
