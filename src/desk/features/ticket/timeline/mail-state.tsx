import { Archive, Ban, CircleAlert, CircleCheck, Clock, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MailState, Message } from '../../../../contracts/conversations.ts';
import { cx } from '../../../lib/cx.ts';
import { TONE_TEXT, type Tone } from '../../../ui/tones.ts';

/** Icon and tone of what became of a mail. */
export const MAIL_STATES: Record<MailState, { icon: LucideIcon; tone: Tone }> = {
  queued: { icon: Clock, tone: 'neutral' },
  sent: { icon: CircleCheck, tone: 'positive' },
  failed: { icon: CircleAlert, tone: 'critical' },
  not_configured: { icon: Archive, tone: 'caution' },
  cancelled: { icon: Ban, tone: 'neutral' },
  bounced: { icon: CircleAlert, tone: 'critical' },
};

/** What became of an outgoing mail, under it. */
export function MailStateLine({ mail }: { mail: NonNullable<Message['mail']> }) {
  const { t } = useTranslation();
  const { icon: Icon, tone } = MAIL_STATES[mail.state];
  return (
    <p
      className={cx(
        'flex items-center gap-1.5 border-t border-line px-3 py-1 text-meta',
        TONE_TEXT[tone],
      )}
    >
      <Icon aria-hidden className="size-3.5!" />
      {t(`timeline.mail.${mail.state}`, { error: mail.error ?? '' })}
    </p>
  );
}
