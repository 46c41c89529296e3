import { useTranslation } from 'react-i18next';
import type { AgentStatus } from '../../../contracts/people.ts';
import { useToast } from '../../ui/toast.tsx';
import { useSetMyStatus } from './queries.ts';

/** Changes one's status and says so; a failure puts it back. */
export function useStatusChange(): (status: AgentStatus) => void {
  const { t } = useTranslation();
  const toast = useToast();
  const { mutateAsync } = useSetMyStatus();
  // By promises, because what asked may be gone when the answer comes.
  return (status) =>
    void mutateAsync(status).then(
      () =>
        toast.show({
          title: t('presence.status.changed', { status: t(`ui.presence.${status}`).toLowerCase() }),
        }),
      (error: Error) =>
        toast.show({ title: t('presence.status.failed'), detail: error.message, tone: 'critical' }),
    );
}
