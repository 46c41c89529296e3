import { CloudOff, LoaderCircle, RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../lib/cx.ts';
import { Button } from '../../../ui/button.tsx';
import { Attachments } from '../timeline/attachments.tsx';
import { MessageText } from '../timeline/message-text.tsx';
import { useOutgoing, type Outgoing } from './outgoing.ts';

/** A message on its way; after a failure it stays, with the reason and what can be done. */
export function OutgoingRow({ outgoing, ticketId }: { outgoing: Outgoing; ticketId: string }) {
  const { t } = useTranslation();
  const { retry, edit: takeBack, drop } = useOutgoing(ticketId);
  const failed = outgoing.state === 'failed';
  const edit = () => takeBack(outgoing.clientId);
  return (
    <article
      className={cx('mt-3 flex flex-col', outgoing.channel === 'messaging' && 'items-end pe-9')}
    >
      <div
        className={cx(
          'max-w-full rounded-overlay border px-3 py-1.5 text-message',
          failed ? 'border-critical-line bg-critical-soft' : GROUNDS[outgoing.channel],
        )}
      >
        <MessageText text={outgoing.text} />
        <Attachments attachments={outgoing.attachments} />
      </div>
      {failed ? (
        <div
          role="alert"
          className="mt-1 flex flex-wrap items-center gap-1 text-meta text-critical"
        >
          <span className="font-medium">{t('timeline.failed')}:</span>
          <span>{outgoing.problem ?? t('timeline.unknownFate')}</span>
          <Button size="sm" icon={RotateCw} onClick={() => void retry(outgoing)}>
            {t('timeline.retry')}
          </Button>
          <Button size="sm" variant="ghost" onClick={edit}>
            {t('timeline.edit')}
          </Button>
          <Button size="sm" variant="ghost" onClick={() => drop(outgoing.clientId)}>
            {t('timeline.discard')}
          </Button>
        </div>
      ) : outgoing.state === 'waiting' ? (
        <div
          role="status"
          className="mt-1 flex flex-wrap items-center gap-1 text-meta text-caution"
        >
          <CloudOff aria-hidden className="size-3.5!" />
          <span>{t('timeline.waiting')}</span>
          <Button size="sm" variant="ghost" onClick={edit}>
            {t('timeline.edit')}
          </Button>
        </div>
      ) : (
        outgoing.state === 'sending' && <Sending />
      )}
    </article>
  );
}

function Sending() {
  const { t } = useTranslation();
  return (
    <p className="mt-0.5 flex items-center gap-1 text-meta text-subtle">
      <LoaderCircle aria-hidden className="size-3! animate-spin" /> {t('timeline.sending')}
    </p>
  );
}

const GROUNDS = {
  messaging: 'border-accent-line bg-accent-soft',
  email: 'border-line bg-surface',
  note: 'border-caution-line bg-caution-soft',
};
