import { useTranslation } from 'react-i18next';
import { useToast } from '../../ui/toast.tsx';

/** Tells that an act failed, and why. */
export function useFailure(): (error: Error) => void {
  const { t } = useTranslation();
  const toast = useToast();
  return (error) =>
    toast.show({ title: t('learning.failed'), detail: error.message, tone: 'critical' });
}
