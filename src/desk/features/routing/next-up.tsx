import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { nextUpSchema } from '../../../contracts/routing.ts';
import { useApi } from '../../lib/api-context.ts';
import { queryKeys } from '../query-keys.ts';

/** What comes later may come before, so the line is asked for anew now and then. */
const freshMs = 60_000;

/** The mail that would come next to whoever has mail in hand; nothing where nobody waits. */
export function NextUp() {
  const { t } = useTranslation();
  const api = useApi();
  const { data } = useQuery({
    queryKey: queryKeys.nextUp,
    queryFn: ({ signal }) =>
      api.request({ path: '/api/me/next-up', response: nextUpSchema, signal }),
    refetchInterval: freshMs,
  });
  if (!data?.next) return null;
  const { number, subject, queueName } = data.next;
  return (
    <p
      className="truncate border-t border-line px-3 py-1.5 text-meta text-muted"
      title={t('routing.nextUpHint')}
    >
      {t('routing.nextUp', { number, subject, queue: queueName })}
    </p>
  );
}
