import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Verdict } from '../team/verdict.tsx';
import { useTestPolicy } from './queries.ts';

/** Asks which policy a ticket would get now, and tells why not the others. */
export function PolicyTest() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const test = useTestPolicy();
  const number = Number(/^\s*#?(\d{1,9})\s*$/.exec(text)?.[1] ?? Number.NaN);
  return (
    <section className="mt-6 max-w-3xl">
      <h3 className="font-medium">{t('sla.settings.test')}</h3>
      <p className="mb-2 text-meta text-subtle">{t('sla.settings.testLead')}</p>
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
          aria-label={t('sla.settings.number')}
          placeholder="#12"
          value={text}
          onValueChange={setText}
        />
        <Button type="submit" disabled={Number.isNaN(number)} loading={test.isPending}>
          {t('sla.settings.ask')}
        </Button>
      </form>
      <div aria-live="polite" className="mt-2">
        {test.error && <p className="text-critical">{test.error.message}</p>}
        {test.data && (
          <>
            <p className="mb-1">
              #{test.data.ticket.number} <bdi>{test.data.ticket.subject}</bdi>
            </p>
            <ol className="flex flex-col gap-1">
              {test.data.policies.map(({ id, name, outcome, why }) => (
                <Verdict
                  key={id}
                  tone={outcome === 'taken' ? 'positive' : 'neutral'}
                  label={t(`sla.settings.outcome.${outcome}`)}
                  name={name}
                  why={why}
                />
              ))}
            </ol>
          </>
        )}
      </div>
    </section>
  );
}
