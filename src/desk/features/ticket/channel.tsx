import { Code, Globe, Mail, MessageCircle, Phone, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../../contracts/tickets.ts';

const ICONS: Record<Channel, LucideIcon> = {
  messaging: MessageCircle,
  email: Mail,
  portal: Globe,
  phone: Phone,
  api: Code,
};

/** The channel a conversation began on. */
export function ChannelIcon({ channel, className }: { channel: Channel; className?: string }) {
  const { t } = useTranslation();
  const Icon = ICONS[channel];
  const label = t(`inbox.channel.${channel}`);
  return (
    <span title={label} className="flex">
      <Icon aria-hidden className={className} />
      <span className="sr-only">{label}</span>
    </span>
  );
}
