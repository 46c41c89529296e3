import { useTranslation } from 'react-i18next';

/** Says why a rule ran, in one sentence. */
export function useBecause(): (because: readonly string[]) => string {
  const { t } = useTranslation();
  return (because) => {
    const reasons = because.map((one) => `${one.charAt(0).toLowerCase()}${one.slice(1)}`);
    return t('triggers.because', { list: reasons.join(t('triggers.and')) });
  };
}
