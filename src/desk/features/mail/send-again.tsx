import { useTranslation } from 'react-i18next';
import type { OutboundMail } from '../../../contracts/mail.ts';
import { Button } from '../../ui/button.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useSendAgain } from './queries.ts';

/** For mail that did not leave: sends it now that a server is there, or once more. */
export function SendAgain({ mail }: { mail: OutboundMail }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { mutateAsync, isPending } = useSendAgain();
  if (mail.state !== 'not_configured' && mail.state !== 'failed') return null;
  const send = () =>
    mutateAsync(mail.id).then(
      () => toast.show({ title: t('mail.outbox.sendingAgain', { to: mail.to }) }),
      () => toast.show({ title: t('mail.outbox.notSentAgain'), tone: 'critical' }),
    );
  return (
    <Button size="sm" loading={isPending} onClick={() => void send()}>
      {t('mail.outbox.sendAgain')}
    </Button>
  );
}
