import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../contracts/tickets.ts';
import { PaneHeader } from '../../shell/pane-header.tsx';
import { Badge } from '../../ui/badge.tsx';
import { useSignedIn } from '../session-gate/queries.ts';
import { usePageTitle } from '../use-page-title.ts';
import { AssignMenu } from './assign-menu.tsx';
import { EndSession } from './end-session.tsx';
import { TakeButton } from './take-button.tsx';
import { StatusControl } from './status-control.tsx';
import { SubjectEditor } from './subject-editor.tsx';
import { TicketLink } from './ticket-link.tsx';
import { TicketMenu } from './ticket-menu.tsx';

/** Subject, number, channel in words, the tickets around it, and the acts. */
export function TicketHeader({ ticket }: { ticket: Ticket }) {
  const live = ticket.session !== null && ticket.session.state !== 'ended';
  const { t } = useTranslation();
  usePageTitle(`${t('ticket.number', { number: ticket.number })} ${ticket.subject}`);
  const mayEnd = useSignedIn().workspace.settings.sessions.agentMayEnd;
  return (
    <>
      <PaneHeader
        title={<SubjectEditor key={ticket.subject} ticket={ticket} />}
        actions={
          <>
            {live && mayEnd && <EndSession ticket={ticket} />}
            <TakeButton ticket={ticket} />
            <AssignMenu ticket={ticket} />
            <StatusControl ticket={ticket} />
            <TicketMenu ticket={ticket} />
          </>
        }
      />
      <div className="shrink-0 truncate border-b border-line px-4 py-1 text-meta text-muted">
        <Meta ticket={ticket} />
      </div>
    </>
  );
}

function Meta({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const live = ticket.session?.state === 'active';
  const parts: ReactNode[] = [
    t('ticket.number', { number: ticket.number }),
    t(`ticket.channelWords.${ticket.channel}`),
    t(`ticket.routedAs.${ticket.routingChannel}`),
  ];
  if (ticket.session) {
    const words = t(`ticket.session.${ticket.session.state}`);
    parts.push(
      live ? (
        <Badge variant="plain" tone="positive" dot className="align-bottom">
          {words}
        </Badge>
      ) : (
        words
      ),
    );
  }
  if (ticket.previous) parts.push(<TicketLink icon="previous" ticket={ticket.previous} />);
  for (const next of ticket.following) parts.push(<TicketLink icon="following" ticket={next} />);
  return parts.map((part, index) => (
    <Fragment key={index}>
      {index > 0 && ' · '}
      {part}
    </Fragment>
  ));
}
