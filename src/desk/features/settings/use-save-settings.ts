import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { changeSettingsSchema } from '../../../contracts/workspaces.ts';
import { useToast } from '../../ui/toast.tsx';
import { useChangeSettings } from './queries.ts';

/** Saves settings and says so; `undo` puts the old values back. */
export function useSaveSettings() {
  const { t } = useTranslation();
  const toast = useToast();
  const { mutate, isPending, error } = useChangeSettings();
  type Change = z.input<typeof changeSettingsSchema>;
  const onError = (failure: Error) =>
    toast.show({ title: t('settings.failed'), detail: failure.message, tone: 'critical' });
  const save = (change: Change, undo?: Change) =>
    mutate(change, {
      onError,
      onSuccess: () =>
        toast.show({
          title: t('settings.saved'),
          ...(undo && { onUndo: () => mutate(undo, { onError }) }),
        }),
    });
  return { save, isPending, error };
}
