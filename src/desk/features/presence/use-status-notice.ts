import { useIsMutating } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../ui/toast.tsx';
import { MY_STATUS, useMyAgent } from './queries.ts';
import { useStatusName } from './status-options.ts';
import { useStatusChange } from './use-status-change.ts';

/** Says that one's status was changed by somebody or something else, and offers the way back. Stays until it is read. */
export function useStatusNotice(): void {
  const { t } = useTranslation();
  const toast = useToast();
  const nameOf = useStatusName();
  const change = useStatusChange();
  const { data } = useMyAgent();
  const mine = useIsMutating({ mutationKey: MY_STATUS }) > 0;
  const known = useRef<string | null>(null);
  const name = data ? nameOf(data) : null;
  useEffect(() => {
    const before = known.current;
    known.current = name;
    if (before === null || name === null || before === name || mine) return;
    toast.show({
      title: t('presence.status.wasChanged', { status: name.toLowerCase() }),
      detail: t(`presence.status.${data?.status === 'online' ? 'whyOnline' : 'whyChanged'}`),
      tone: 'neutral',
      timeoutMs: 0,
      ...(data?.status !== 'online' && {
        action: {
          label: t('presence.status.back'),
          onPress: () => change({ name: t('ui.presence.online'), request: { status: 'online' } }),
        },
      }),
    });
  }, [name, mine, data, toast, t, change]);
}
