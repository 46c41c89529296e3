import { useTranslation } from 'react-i18next';
import type { AgentStatus } from '../../../contracts/people.ts';
import { useToast } from '../../ui/toast.tsx';
import { useSetMyStatus } from './queries.ts';

/** Changes one's status and says so; a failure puts it back. */
export function useStatusChange(): (status: AgentStatus) => void {
  const { t } = useTranslation();
  const toast = useToast();
  const { mutate } = useSetMyStatus();
  return (status) =>
    mutate(status, {
      onSuccess: () =>
        toast.show({
          title: t('presence.status.changed', { status: t(`ui.presence.${status}`).toLowerCase() }),
        }),
      onError: (error) =>
        toast.show({ title: t('presence.status.failed'), detail: error.message, tone: 'critical' }),
    });
}
