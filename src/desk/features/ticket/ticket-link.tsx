import { Link } from '@tanstack/react-router';
import { CornerLeftUp, CornerRightDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../contracts/tickets.ts';
import { useInbox } from '../inbox/use-inbox.ts';

/** Props of {@link TicketLink}. */
export type TicketLinkProps = {
  icon: 'previous' | 'following';
  ticket: Ticket['following'][number];
};

/** The way to the ticket before or after this one; a follow-up is called by that name. */
export function TicketLink({ icon, ticket }: TicketLinkProps) {
  const { t } = useTranslation();
  const { search } = useInbox();
  const Icon = icon === 'previous' ? CornerLeftUp : CornerRightDown;
  return (
    <Link
      to="/inbox/$ticketId"
      params={{ ticketId: ticket.id }}
      search={search}
      title={ticket.subject}
      className="inline-flex items-center gap-0.5 rounded-small align-bottom text-accent-text hover:underline"
    >
      <Icon aria-hidden className="size-3! rtl:-scale-x-100" />
      {t(wordsOf(icon, ticket.followup), { number: ticket.number })}
    </Link>
  );
}

function wordsOf(icon: TicketLinkProps['icon'], followup: boolean) {
  if (!followup) return `ticket.${icon}` as const;
  return icon === 'following' ? 'ticket.followup' : 'ticket.followupOf';
}
