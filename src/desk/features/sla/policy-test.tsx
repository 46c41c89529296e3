import { useTranslation } from 'react-i18next';
import { TicketTest } from '../team/ticket-test.tsx';
import { useTestPolicy } from './queries.ts';

/** Asks which policy a ticket would get now, and tells why not the others. */
export function PolicyTest() {
  const { t } = useTranslation();
  return (
    <TicketTest
      words={{
        title: t('sla.settings.test'),
        lead: t('sla.settings.testLead'),
        number: t('sla.settings.number'),
        ask: t('sla.settings.ask'),
      }}
      test={useTestPolicy()}
      outcomesOf={({ policies }) => policies}
      outcomeName={(outcome) => t(`sla.settings.outcome.${outcome}`)}
    />
  );
}
