import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiErrorState } from '../../../ui/api-error-state.tsx';
import { Button } from '../../../ui/button.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { Age } from '../../inbox/age.tsx';
import { useTickets } from '../../inbox/queries.ts';
import { useInbox } from '../../inbox/use-inbox.ts';
import { DetailSection } from '../detail-section.tsx';
import { StatusIcon } from '../status.tsx';

/** What else this customer has come with. */
export function PastTickets({ customerId, exceptId }: { customerId: string; exceptId: string }) {
  const { t } = useTranslation();
  const { search } = useInbox();
  const list = useTickets({ customer: customerId });
  const tickets =
    list.data?.pages.flatMap(({ items }) => items).filter(({ id }) => id !== exceptId) ?? [];
  return (
    <DetailSection title={t('ticket.sections.past')}>
      {list.isPending && <SkeletonRows rows={2} disc={false} />}
      {list.isError && (
        <ApiErrorState error={list.error} onRetry={() => void list.refetch()} className="py-2!" />
      )}
      {list.data && tickets.length === 0 && (
        <p className="text-subtle">{t('ticket.customer.noPast')}</p>
      )}
      <ul>
        {tickets.map((ticket) => (
          <li key={ticket.id}>
            <Link
              to="/inbox/$ticketId"
              params={{ ticketId: ticket.id }}
              search={search}
              className="-mx-2 flex min-h-row items-center gap-2 rounded-control px-2 hover:bg-hover"
            >
              <StatusIcon status={ticket.status} />
              <span
                dir="auto"
                className="min-w-0 flex-1 truncate text-start"
                title={ticket.subject}
              >
                {ticket.subject}
              </span>
              <span className="text-meta text-subtle">
                {t('ticket.number', { number: ticket.number })}
              </span>
              <Age at={ticket.updatedAt} className="text-meta text-subtle" />
            </Link>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          size="sm"
          variant="ghost"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('ticket.customer.more')}
        </Button>
      )}
    </DetailSection>
  );
}
