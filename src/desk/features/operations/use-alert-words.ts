import { useTranslation } from 'react-i18next';
import type { Alert } from '../../../contracts/alerts.ts';
import { formatDuration } from '../../lib/format.ts';
import type { BoardSearch } from './operations.routes.ts';

/** The words of each band. */
export const BAND_WORDS = { 1: 'once', 2: 'twice', 3: 'fourfold' } as const;

/** An alert in a sentence, and where the work it is about is listed. */
export function useAlertWords() {
  const { t } = useTranslation();
  return ({ kind, value, queueName: queue }: Alert): string =>
    kind === 'nobody_online'
      ? t('operations.alerts.kind.nobody_online', { queue, span: formatDuration(value * 60_000) })
      : t(`operations.alerts.kind.${kind}`, { queue, count: value });
}

/** The list an alert leads to. */
export function listOfAlert({ kind, queueId }: Alert): BoardSearch {
  const queue = queueId === null ? {} : { queue: queueId };
  switch (kind) {
    case 'sla_breaches':
      return { show: 'at_risk', sla: 'breached', ...queue };
    case 'backlog':
    case 'nobody_online':
    case 'stuck':
      return { show: 'open', state: 'waiting', ...queue };
  }
}
