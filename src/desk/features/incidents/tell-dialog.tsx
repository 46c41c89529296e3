import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident, TellIncident, Tellings } from '../../../contracts/incidents.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { RadioGroup } from '../../ui/radio.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useTellCustomers, useTellings } from './queries.ts';
import { ToldBefore } from './told-before.tsx';

/** One message to everybody who wrote about an incident, and what they were told before. */
export function TellDialog({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const { t } = useTranslation();
  const { data } = useTellings(incident.id);
  const isOver = incident.state === 'resolved';
  return (
    <Dialog
      open
      onOpenChange={onClose}
      width="lg"
      title={`${t('incidents.telling.title')}: ${incident.title}`}
      description={t(isOver ? 'incidents.telling.overLead' : 'incidents.telling.lead')}
      footer={<Button onClick={onClose}>{t('incidents.telling.close')}</Button>}
    >
      {data && (
        <div className="flex flex-col gap-4">
          {data.unsolved > 0 ? (
            <TellForm key={data.tellings.length} incident={incident} data={data} />
          ) : (
            <p className="text-muted">{t('incidents.telling.nobody')}</p>
          )}
          <ToldBefore tellings={data.tellings} />
        </div>
      )}
    </Dialog>
  );
}

function TellForm({ incident, data }: { incident: Incident; data: Tellings }) {
  const { t } = useTranslation();
  const tell = useTellCustomers(incident.id);
  const isOver = incident.state === 'resolved';
  const [text, setText] = useState(isOver || data.tellings.length > 0 ? '' : incident.message);
  const [again, setAgain] = useState(isOver || data.untold === 0);
  const [status, setStatus] = useState<TellIncident['status']>(isOver ? 'solved' : 'on_hold');
  const count = again ? data.unsolved : data.untold;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '' && count > 0) tell.mutate({ text: text.trim(), again, status });
  };
  return (
    <form onSubmit={send} className="flex flex-col gap-4">
      <Field label={t('incidents.telling.text')} error={tell.error?.message} required>
        <TextArea value={text} onValueChange={setText} rows={5} maxLength={10_000} />
      </Field>
      <RadioGroup
        aria-label={t('incidents.telling.who')}
        value={again ? 'unsolved' : 'untold'}
        onValueChange={(who) => setAgain(who === 'unsolved')}
        options={(['untold', 'unsolved'] as const).map((who) => ({
          value: who,
          label: t(`incidents.telling.${who}`, { count: data[who] }),
          disabled: data[who] === 0,
        }))}
      />
      <div className="flex flex-wrap items-end justify-between gap-3">
        <Field label={t('incidents.telling.status')} className="w-56">
          <Select
            aria-label={t('incidents.telling.status')}
            value={status ?? 'stay'}
            options={(['stay', 'pending', 'on_hold', 'solved'] as const).map((value) => ({
              value,
              label: t(`incidents.telling.statuses.${value}`),
            }))}
            onValueChange={(next) => setStatus(next === 'stay' ? null : next)}
          />
        </Field>
        <Button
          type="submit"
          variant="primary"
          loading={tell.isPending}
          disabled={text.trim() === '' || count === 0}
        >
          {t('incidents.telling.send', { count })}
        </Button>
      </div>
    </form>
  );
}
