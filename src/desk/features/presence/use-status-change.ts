import { useTranslation } from 'react-i18next';
import type { AgentStatus } from '../../../contracts/people.ts';
import { useToast } from '../../ui/toast.tsx';
import { useSetMyStatus } from './queries.ts';

/** A built-in status, or one of the workspace's own. */
export type StatusChoice = AgentStatus | { readonly id: string; readonly name: string };

/** Changes one's status and says so; a failure puts it back. */
export function useStatusChange(): (status: StatusChoice) => void {
  const { t } = useTranslation();
  const toast = useToast();
  const { mutateAsync } = useSetMyStatus();
  // By promises, because what asked may be gone when the answer comes.
  return (choice) => {
    const own = typeof choice === 'object';
    const status = own ? choice.name : t(`ui.presence.${choice}`).toLowerCase();
    void mutateAsync(own ? { customStatusId: choice.id } : { status: choice }).then(
      () => toast.show({ title: t('presence.status.changed', { status }) }),
      (error: Error) =>
        toast.show({ title: t('presence.status.failed'), detail: error.message, tone: 'critical' }),
    );
  };
}
