import { useTranslation } from 'react-i18next';
import type { BoardWork, Guardrails } from '../../../contracts/board.ts';
import { cx } from '../../lib/cx.ts';
import { Badge } from '../../ui/badge.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Skeleton, SkeletonGroup } from '../../ui/skeleton.tsx';
import { DecisionCard } from '../ticket/routing/decision-card.tsx';
import { useDecisions } from '../ticket/routing/queries.ts';
import { RoutingPreview } from '../ticket/routing/routing-preview.tsx';
import { FROM } from './work-columns.ts';

/** Props of {@link WorkReason}. */
export type WorkReasonProps = { row: BoardWork; guardrails: Guardrails };

/** Why nobody is at it, and what is wrong with that; pressed, everything that is known about it. */
export function WorkReason({ row, guardrails }: WorkReasonProps) {
  const { t } = useTranslation();
  const need = useNeedWords(row, guardrails);
  const reason = row.reason ?? (need ? null : t('operations.work.in_hand'));
  const trigger = (
    <button
      type="button"
      title={[need, reason].filter(Boolean).join('. ')}
      className={cx(
        'flex h-7 min-w-0 items-center gap-1.5 rounded-small text-start text-muted hover:text-text',
        FROM.pane2,
      )}
    >
      {row.need && (
        <Badge tone="caution" className="shrink-0">
          {t(`operations.filter.needOf.${row.need}`)}
        </Badge>
      )}
      {reason && (
        <span className="truncate underline decoration-dotted underline-offset-2">{reason}</span>
      )}
    </button>
  );
  return (
    <Popover
      trigger={trigger}
      align="end"
      title={t('operations.work.whyOf', { number: row.number })}
      className="w-96"
    >
      <div className="flex flex-col gap-2">
        {need && <p>{need}.</p>}
        {row.reason && row.state !== 'waiting' && <p>{row.reason}</p>}
        {row.state === 'waiting' ? (
          <RoutingPreview ticketId={row.ticketId} asked />
        ) : (
          <LastDecision ticketId={row.ticketId} />
        )}
      </div>
    </Popover>
  );
}

function useNeedWords({ need }: BoardWork, guardrails: Guardrails): string | null {
  const { t } = useTranslation();
  if (need === null) return null;
  return t(`operations.need.${need}`, {
    hours: guardrails.agedHours ?? 0,
    minutes: guardrails.unacceptedMinutes ?? 0,
  });
}

/** What the router decided last; people may have changed it since. */
function LastDecision({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation();
  const { data, isPending } = useDecisions(ticketId);
  if (isPending) {
    return (
      <SkeletonGroup>
        <Skeleton className="h-3 w-3/4" />
      </SkeletonGroup>
    );
  }
  const decision = data?.[0];
  if (!decision) return <p className="text-muted">{t('ticket.routing.none')}</p>;
  return (
    <>
      <h3 className="text-meta text-subtle">{t('operations.work.lastDecision')}</h3>
      <DecisionCard decision={decision} />
    </>
  );
}
