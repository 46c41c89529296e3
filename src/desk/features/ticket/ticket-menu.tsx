import { Ellipsis, FileDown, FileText, Lock, Mail } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../contracts/tickets.ts';
import { path, queryString } from '../../lib/api.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuCheck, MenuGroup, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { useToast } from '../../ui/toast.tsx';
import { StartCallItem } from '../calls/start-call-item.tsx';
import { useMailTranscript } from './queries.ts';
import { TIMELINE_KINDS } from './timeline/filter.rules.ts';
import { useTimelineFilter } from './timeline/use-timeline-filter.ts';

/** What is rarely asked of a ticket: which entries are shown, a call about it, and the conversation as a document. */
export function TicketMenu({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { hidden, setShown } = useTimelineFilter();
  return (
    <Menu align="end" trigger={<IconButton icon={Ellipsis} label={t('ticket.menu.more')} />}>
      <MenuGroup label={t('timeline.filter.title')}>
        {TIMELINE_KINDS.map((kind) => (
          <MenuCheck
            key={kind}
            checked={!hidden.includes(kind)}
            onCheckedChange={(shown) => setShown(kind, shown)}
          >
            {t(`timeline.filter.${kind}`)}
          </MenuCheck>
        ))}
      </MenuGroup>
      <MenuSeparator />
      <StartCallItem ticketId={ticket.id} />
      <MenuSeparator />
      <TranscriptItems ticket={ticket} />
    </Menu>
  );
}

function TranscriptItems({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const toast = useToast();
  const mail = useMailTranscript(ticket.id);
  const { email } = ticket.customer;
  const send = () =>
    void mail.mutateAsync().then(
      ({ to }) => toast.show({ title: t('ticket.menu.mailed', { to }) }),
      (error: Error) =>
        toast.show({ title: t('ticket.menu.notMailed'), detail: error.message, tone: 'critical' }),
    );
  return (
    <MenuGroup label={t('ticket.menu.transcript')}>
      <MenuItem icon={FileDown} onSelect={() => download(ticket.id, { format: 'html' })}>
        {t('ticket.menu.asHtml')}
      </MenuItem>
      <MenuItem icon={FileText} onSelect={() => download(ticket.id, { format: 'text' })}>
        {t('ticket.menu.asText')}
      </MenuItem>
      <MenuItem
        icon={Lock}
        hint={t('ticket.menu.withNotesHint')}
        onSelect={() => download(ticket.id, { format: 'html', notes: 'true' })}
      >
        {t('ticket.menu.withNotes')}
      </MenuItem>
      <MenuItem
        icon={Mail}
        disabled={email === null}
        hint={email ?? t('ticket.menu.noAddress')}
        onSelect={send}
      >
        {t('ticket.menu.mail')}
      </MenuItem>
    </MenuGroup>
  );
}

/** The server names the file; the page stays where it is. */
function download(ticketId: string, query: { format: 'html' | 'text'; notes?: 'true' }): void {
  const link = document.createElement('a');
  link.href = path`/api/tickets/${ticketId}/transcript` + queryString(query);
  link.download = '';
  link.click();
}
