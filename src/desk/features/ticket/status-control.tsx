import { ChevronDown, CircleDot } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../contracts/tickets.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuChoice, MenuChoices } from '../../ui/menu.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { StatusIcon } from './status.tsx';
import { useTicketAct } from './use-ticket-act.ts';
import { useStatusOf } from './use-ticket-change.ts';

/** Statuses a person may set. */
export const SETTABLE_STATUSES = ['open', 'pending', 'on_hold', 'solved'] as const;

/** The status as a button with its choices; `s` opens it. */
export function StatusControl({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const setStatus = useStatusOf(ticket);
  const closed = ticket.status === 'closed';
  const name = t(`ticket.status.${ticket.status}`);
  useTicketAct({
    keys: 's',
    label: t('ticket.shortcuts.status'),
    icon: CircleDot,
    run: () => setOpen(true),
    enabled: !closed,
  });
  const trigger = (
    <Button
      aria-label={t('ticket.changeStatus', { status: name })}
      disabled={closed}
      className="max-pane2:px-1.5!"
    >
      <span className="flex items-center gap-1.5">
        <StatusIcon status={ticket.status} />
        <span className="max-pane2:sr-only">{name}</span>
        {!closed && <ChevronDown aria-hidden className="size-3.5! text-subtle max-pane2:hidden" />}
      </span>
    </Button>
  );
  if (closed) return <Tooltip label={t('ticket.closedForGood')}>{trigger}</Tooltip>;
  return (
    <Menu trigger={trigger} align="end" open={open} onOpenChange={setOpen}>
      <MenuChoices
        value={ticket.status as (typeof SETTABLE_STATUSES)[number]}
        onValueChange={setStatus}
      >
        {SETTABLE_STATUSES.map((status) => (
          <MenuChoice
            key={status}
            value={status}
            mark={<StatusIcon status={status} />}
            hint={t(`ticket.statusHint.${status}`)}
          >
            {t(`ticket.status.${status}`)}
          </MenuChoice>
        ))}
      </MenuChoices>
    </Menu>
  );
}
