import { useTranslation } from 'react-i18next';
import { PreviewAnswer } from '../ticket/routing/routing-preview.tsx';
import { useTestQueues } from './queue-queries.ts';
import { TicketTest } from './ticket-test.tsx';

/** Asks where a ticket would go and who could take it now, and tells why not the other queues and people. */
export function QueueTest() {
  const { t } = useTranslation();
  return (
    <TicketTest
      words={{
        title: t('team.queueTest.title'),
        lead: t('team.queueTest.lead'),
        number: t('team.queueTest.number'),
        ask: t('team.queueTest.ask'),
      }}
      test={useTestQueues()}
      outcomesOf={({ queues }) => queues}
      outcomeName={(outcome) => t(`team.queueTest.outcome.${outcome}`)}
      more={({ preview }) => <PreviewAnswer preview={preview} />}
    />
  );
}
