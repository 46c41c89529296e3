import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { startCallSchema } from '../../../contracts/calls.ts';
import { useToast } from '../../ui/toast.tsx';
import { useStartCall } from './queries.ts';

/** Begins a call, and says so when it could not. */
export function useCallStart() {
  const { t } = useTranslation();
  const toast = useToast();
  const start = useStartCall();
  return (about: z.input<typeof startCallSchema>, onStarted?: () => void) =>
    start.mutate(about, {
      onSuccess: () => onStarted?.(),
      onError: (error) =>
        toast.show({ title: t('calls.running.failed'), detail: error.message, tone: 'critical' }),
    });
}
