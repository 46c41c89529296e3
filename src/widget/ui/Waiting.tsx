import type { WidgetConversation } from '../../contracts/widget.ts';
import { estimateSentence } from '../lib/time.rules.ts';
import { t } from '../strings.ts';

/** The place in the queue and what can honestly be said about the wait. */
export function Waiting({ queue }: { queue: NonNullable<WidgetConversation['queue']> }) {
  if (!queue.agentsOnline) {
    return (
      <div class="state-card" role="status">
        <p>{t('waiting.away')}</p>
      </div>
    );
  }
  return (
    <div class="state-card" role="status">
      <p>
        <strong>
          {queue.position === 1
            ? t('waiting.first')
            : t('waiting.place', { position: queue.position })}
        </strong>{' '}
        {estimateSentence(queue.estimateSeconds)}
      </p>
      <p class="soft">{t('waiting.stay')}</p>
    </div>
  );
}
