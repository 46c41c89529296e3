import { useTranslation } from 'react-i18next';
import { useToast } from '../../ui/toast.tsx';
import { useSetMyStatus } from './queries.ts';
import type { StatusOption } from './status-options.ts';

/** Changes one's status and says so; a failure puts it back. */
export function useStatusChange(): (status: Pick<StatusOption, 'name' | 'request'>) => void {
  const { t } = useTranslation();
  const toast = useToast();
  const { mutateAsync } = useSetMyStatus();
  // By promises, because what asked may be gone when the answer comes.
  return ({ name, request }) => {
    const status = 'status' in request ? name.toLowerCase() : name;
    void mutateAsync(request).then(
      () => toast.show({ title: t('presence.status.changed', { status }) }),
      (error: Error) =>
        toast.show({ title: t('presence.status.failed'), detail: error.message, tone: 'critical' }),
    );
  };
}
