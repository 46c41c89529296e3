import { Pin } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { useMay } from '../../session-gate/queries.ts';
import { useUnpin } from './queries.ts';

/** Says that a ticket stays in a queue whatever its conditions, and lets them decide again. */
export function KeptIn({ ticketId, queue }: { ticketId: string; queue: { name: string } }) {
  const { t } = useTranslation();
  const toast = useToast();
  const mayWrite = useMay('ticket:write');
  const { mutate, isPending } = useUnpin(ticketId);
  const onError = ({ message }: Error) =>
    toast.show({ title: t('ticket.routing.unpinFailed'), detail: message, tone: 'critical' });
  return (
    <section className="flex flex-wrap items-center gap-2 rounded-medium border border-line p-3">
      <Pin aria-hidden className="shrink-0 text-subtle" />
      <p className="min-w-48 flex-1">{t('ticket.routing.keptIn', { queue: queue.name })}</p>
      {mayWrite && (
        <Button size="sm" loading={isPending} onClick={() => mutate(undefined, { onError })}>
          {t('ticket.routing.unpin')}
        </Button>
      )}
    </section>
  );
}
