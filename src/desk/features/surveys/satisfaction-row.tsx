import { useTranslation } from 'react-i18next';
import { DetailRow } from '../ticket/detail-section.tsx';
import { useSatisfaction } from './queries.ts';

/** The average of a customer's answers, as a row among what is known of them; none without an answer. */
export function SatisfactionRow({ customerId }: { customerId: string }) {
  const { t, i18n } = useTranslation();
  const { data } = useSatisfaction(customerId);
  if (!data || data.average === null) return null;
  const average = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(
    data.average,
  );
  return (
    <DetailRow label={t('surveys.customerLabel')}>
      <span className="tabular-nums">
        {t('surveys.average', { average, count: data.answered })}
      </span>
    </DetailRow>
  );
}
