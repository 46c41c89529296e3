import { Link } from '@tanstack/react-router';
import { Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OutboundMail } from '../../../contracts/mail.ts';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Popover } from '../../ui/popover.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { SendAgain } from './send-again.tsx';
import { MAIL_STATES } from '../ticket/timeline/mail-state.tsx';
import { useOutbox } from './queries.ts';

const keyOf = ({ id }: OutboundMail) => id;

/** Outgoing mail with what became of each. */
export function OutboxPanel() {
  const { t } = useTranslation();
  const outbox = useOutbox();
  const columns = useColumns(outbox.data?.pages[0]?.serverConfigured === true);
  if (outbox.isError)
    return <ApiErrorState error={outbox.error} onRetry={() => void outbox.refetch()} />;
  const rows = outbox.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      {outbox.data?.pages[0]?.serverConfigured === false && (
        <Banner variant="bar" tone="caution">
          {t('mail.noServer')}
        </Banner>
      )}
      <DataTable
        caption={t('mail.outbox.caption')}
        columns={columns}
        rows={rows}
        keyOf={keyOf}
        className="min-w-0 flex-1 [&_table]:min-w-[52rem]"
        empty={
          outbox.isPending ? (
            <SkeletonRows disc={false} />
          ) : (
            <EmptyState icon={Send}>{t('mail.outbox.empty')}</EmptyState>
          )
        }
      />
      {outbox.hasNextPage && (
        <Button
          variant="ghost"
          className="m-2 self-center"
          loading={outbox.isFetchingNextPage}
          onClick={() => void outbox.fetchNextPage()}
        >
          {t('mail.more')}
        </Button>
      )}
    </>
  );
}

function useColumns(canSend: boolean): Column<OutboundMail>[] {
  const { t } = useTranslation();
  return [
    {
      id: 'to',
      header: t('mail.outbox.to'),
      width: '14rem',
      cell: ({ to }) => <span title={to}>{to}</span>,
    },
    { id: 'subject', header: t('mail.outbox.subject'), cell: (mail) => <Subject mail={mail} /> },
    {
      id: 'state',
      header: t('mail.outbox.state'),
      width: '17rem',
      cell: (mail) => (
        <span className="flex min-w-0 items-center gap-2">
          <State mail={mail} />
          {canSend && <SendAgain mail={mail} />}
        </span>
      ),
    },
    {
      id: 'ticket',
      header: t('mail.outbox.ticket'),
      width: '5rem',
      cell: ({ ticketId, ticketNumber }) =>
        ticketId && ticketNumber !== null ? (
          <Link
            to="/inbox/$ticketId"
            params={{ ticketId }}
            search={{ view: 'all_open' }}
            className="rounded-small text-accent-text hover:underline"
          >
            {t('ticket.number', { number: ticketNumber })}
          </Link>
        ) : (
          <span className="text-subtle">{t('mail.outbox.noTicket')}</span>
        ),
    },
    {
      id: 'created',
      header: t('mail.outbox.created'),
      width: '8rem',
      align: 'end',
      cell: ({ createdAt }) => <Time at={createdAt} className="text-muted" />,
    },
  ];
}

function Subject({ mail }: { mail: OutboundMail }) {
  const { t } = useTranslation();
  const trigger = (
    <button
      type="button"
      aria-label={`${mail.subject}. ${t('mail.outbox.read', { to: mail.to })}`}
      className="max-w-full truncate rounded-small text-start hover:underline"
    >
      <bdi>{mail.subject}</bdi>
    </button>
  );
  return (
    <Popover trigger={trigger} title={mail.subject} className="w-[32rem]!">
      <p dir="auto" className="text-message whitespace-pre-wrap wrap-anywhere">
        {mail.text}
      </p>
    </Popover>
  );
}

function State({ mail }: { mail: OutboundMail }) {
  const { t } = useTranslation();
  const { icon, tone } = MAIL_STATES[mail.state];
  const detail = [
    mail.error,
    mail.attempts > 1 && t('mail.outbox.attempts', { count: mail.attempts }),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <span className="flex min-w-0 items-center gap-2" title={detail || undefined}>
      <Badge variant="plain" tone={tone} icon={icon} className="shrink-0">
        {t(`mail.state.${mail.state}`)}
      </Badge>
      {detail && <span className="truncate text-meta text-subtle">{detail}</span>}
    </span>
  );
}
