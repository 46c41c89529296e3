import { Lock, Mail, MessageCircle, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MessageChannel } from '../../../../contracts/conversations.ts';
import type { Ticket } from '../../../../contracts/tickets.ts';
import { cx } from '../../../lib/cx.ts';
import { Tooltip } from '../../../ui/tooltip.tsx';

const ICONS: Record<MessageChannel, LucideIcon> = {
  messaging: MessageCircle,
  email: Mail,
  note: Lock,
};

/** Props of {@link ChannelSwitch}. */
export type ChannelSwitchProps = {
  channels: Ticket['composer']['channels'];
  value: MessageChannel;
  onValueChange: (channel: MessageChannel) => void;
};

/** How the answer travels. A closed channel stays in place and says why. */
export function ChannelSwitch({ channels, value, onValueChange }: ChannelSwitchProps) {
  const { t } = useTranslation();
  const closed = channels.find(({ channel, allowed }) => channel === 'messaging' && !allowed);
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
      <div role="group" aria-label={t('composer.channels')} className="flex gap-1">
        {channels.map((one) => (
          <ChannelButton
            key={one.channel}
            {...one}
            pressed={one.channel === value}
            onPress={() => onValueChange(one.channel)}
          />
        ))}
      </div>
      {closed?.reason && <p className="min-w-40 flex-1 text-meta text-subtle">{closed.reason}</p>}
    </div>
  );
}

type ChannelButtonProps = Ticket['composer']['channels'][number] & {
  pressed: boolean;
  onPress: () => void;
};

function ChannelButton({ channel, allowed, reason, pressed, onPress }: ChannelButtonProps) {
  const { t } = useTranslation();
  const Icon = ICONS[channel];
  const button = (
    <button
      type="button"
      aria-pressed={pressed}
      aria-disabled={!allowed}
      onClick={allowed ? onPress : undefined}
      className={cx(
        'flex h-control-sm items-center gap-1.5 rounded-control border px-2 text-meta font-medium',
        pressed
          ? channel === 'note'
            ? 'border-caution-line bg-caution-soft text-caution'
            : 'border-accent-line bg-accent-soft text-accent-text'
          : 'border-transparent text-muted',
        allowed ? !pressed && 'hover:bg-hover' : 'text-disabled line-through',
      )}
    >
      <Icon aria-hidden className="size-3.5!" />
      {t(`composer.channel.${channel}`)}
      {!allowed && reason && <span className="sr-only">: {reason}</span>}
    </button>
  );
  return reason ? <Tooltip label={reason}>{button}</Tooltip> : button;
}
