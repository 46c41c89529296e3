import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ticketSchema } from '../../../contracts/tickets.ts';
import { useApi, useRealtime } from '../../lib/api-context.ts';
import { path } from '../../lib/api.ts';
import { useToast } from '../../ui/toast.tsx';
import { queryKeys } from '../query-keys.ts';

/** Tells whoever a policy names when a promise is at risk or broken. */
export function useSlaAlerts(): void {
  const { t } = useTranslation();
  const api = useApi();
  const client = useQueryClient();
  const realtime = useRealtime();
  const toast = useToast();
  useEffect(
    () =>
      realtime.onChange('sla.alerted', ({ ticketId }) => {
        if (ticketId === null) return;
        const load = client.fetchQuery({
          queryKey: queryKeys.ticket(ticketId),
          queryFn: ({ signal }) =>
            api.request({ path: path`/api/tickets/${ticketId}`, response: ticketSchema, signal }),
          staleTime: 0,
        });
        // A ticket that cannot be read is shown by its page, not by a message about a message.
        load.then(
          ({ number, subject, sla }) => {
            if (sla?.state !== 'at_risk' && sla?.state !== 'breached') return;
            toast.show({
              title: t(`sla.alert.${sla.state}`, { number, metric: t(`sla.metric.${sla.metric}`) }),
              detail: subject,
              tone: sla.state === 'breached' ? 'critical' : 'neutral',
            });
          },
          () => undefined,
        );
      }),
    [api, client, realtime, t, toast],
  );
}
