import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueTest as Answer } from '../../../contracts/routing.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { PreviewAnswer } from '../ticket/routing/routing-preview.tsx';
import { Verdict } from './verdict.tsx';
import { useTestQueues } from './queue-queries.ts';

/** Asks where a ticket would go and who could take it now, and tells why not the other queues and people. */
export function QueueTest() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const test = useTestQueues();
  const number = Number(/^\s*#?(\d{1,9})\s*$/.exec(text)?.[1] ?? Number.NaN);
  return (
    <section className="mt-6 max-w-3xl">
      <h3 className="font-medium">{t('team.queueTest.title')}</h3>
      <p className="mb-2 text-meta text-subtle">{t('team.queueTest.lead')}</p>
      <form
        className="flex gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (!Number.isNaN(number)) test.mutate(number);
        }}
      >
        <TextField
          className="w-36"
          inputMode="numeric"
          aria-label={t('team.queueTest.number')}
          placeholder="#12"
          value={text}
          onValueChange={setText}
        />
        <Button type="submit" disabled={Number.isNaN(number)} loading={test.isPending}>
          {t('team.queueTest.ask')}
        </Button>
      </form>
      <div aria-live="polite" className="mt-2">
        {test.error && <p className="text-critical">{test.error.message}</p>}
        {test.data && <Outcomes answer={test.data} />}
      </div>
    </section>
  );
}

function Outcomes({ answer: { ticket, queues, preview } }: { answer: Answer }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="mb-1">
        #{ticket.number} <bdi>{ticket.subject}</bdi>
      </p>
      <ol className="mb-3 flex flex-col gap-1">
        {queues.map(({ id, name, outcome, why }) => (
          <Verdict
            key={id}
            tone={outcome === 'taken' ? 'positive' : 'neutral'}
            label={t(`team.queueTest.outcome.${outcome}`)}
            name={name}
            why={why}
          />
        ))}
      </ol>
      <PreviewAnswer preview={preview} />
    </>
  );
}
