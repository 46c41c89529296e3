import type { Chat } from '../client/chat.ts';
import { clockTime, dayLabel } from '../lib/time.rules.ts';
import type { MessageRow, Row } from '../state/rows.rules.ts';
import { t } from '../strings.ts';
import { AttachmentList } from './AttachmentList.tsx';
import { Bubble } from './Bubble.tsx';
import { RichText } from './RichText.tsx';

type Props = { row: Row; chat: Chat; origin: string };

/** One line of the log. */
export function LogRow({ row, chat, origin }: Props) {
  if (row.kind === 'day') return <p class="day">{dayLabel(row.at, Date.now())}</p>;
  if (row.kind === 'system') {
    return (
      <p class="system" dir="auto">
        {row.text}
      </p>
    );
  }
  return (
    <Bubble
      author={row.author}
      first={row.first}
      failed={row.delivery === 'failed'}
      meta={<Meta row={row} chat={chat} />}
    >
      {row.text !== '' && <RichText text={row.text} />}
      <AttachmentList attachments={row.attachments} origin={origin} />
    </Bubble>
  );
}

function Meta({ row, chat }: { row: MessageRow; chat: Chat }) {
  if (row.delivery === 'failed' && row.unsent) return <FailedMeta entry={row.unsent} chat={chat} />;
  if (!row.last && row.delivery === null) return null;
  return (
    <p class="meta">
      {row.last && row.unsent === null && <time dateTime={row.at}>{clockTime(row.at)}</time>}
      {row.delivery && row.delivery !== 'failed' && <span>{t(`delivery.${row.delivery}`)}</span>}
    </p>
  );
}

function FailedMeta({ entry, chat }: { entry: NonNullable<MessageRow['unsent']>; chat: Chat }) {
  return (
    <div class="meta failed" role="alert">
      <span>{t('delivery.failed', { reason: entry.failure ?? '' })}</span>
      <button type="button" class="link" onClick={() => chat.retry(entry.clientId)}>
        {t('delivery.retry')}
      </button>
      <button type="button" class="link" onClick={() => chat.discard(entry.clientId)}>
        {t('delivery.discard')}
      </button>
    </div>
  );
}
