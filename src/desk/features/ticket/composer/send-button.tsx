import { ChevronDown, Send, StickyNote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MessageChannel } from '../../../../contracts/conversations.ts';
import type { Ticket } from '../../../../contracts/tickets.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { StatusIcon } from '../status.tsx';
import type { Outgoing } from './outgoing.ts';

/** Props of {@link SendButton}. */
export type SendButtonProps = {
  channel: MessageChannel;
  ticket: Ticket;
  disabled: boolean;
  onSend: (status: Outgoing['status']) => void;
};

const WITH_STATUS = ['pending', 'solved', 'on_hold', 'open'] as const;

/** Sends; beside it, sends and sets a status in one act. */
export function SendButton({ channel, ticket, disabled, onSend }: SendButtonProps) {
  const { t } = useTranslation();
  return (
    <div className="flex items-center gap-px">
      <Button
        variant={channel === 'note' ? 'secondary' : 'primary'}
        icon={channel === 'note' ? StickyNote : Send}
        disabled={disabled}
        onClick={() => onSend(null)}
        className="rounded-e-none!"
      >
        {t(`composer.send.${channel}`)}
      </Button>
      <Menu
        align="end"
        side="top"
        trigger={
          <IconButton
            icon={ChevronDown}
            label={t('composer.more')}
            variant="secondary"
            disabled={disabled || ticket.status === 'closed'}
            className="rounded-s-none!"
          />
        }
      >
        {WITH_STATUS.filter((status) => status !== ticket.status).map((status) => (
          <MenuItem
            key={status}
            mark={<StatusIcon status={status} />}
            onSelect={() => onSend(status)}
          >
            {t('composer.sendAnd', { status: t(`ticket.status.${status}`) })}
          </MenuItem>
        ))}
      </Menu>
    </div>
  );
}
