import { PhoneCall } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../lib/api-problem.ts';
import { formatCountdown } from '../../lib/format.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, FieldGroup } from '../../ui/field.tsx';
import { RadioGroup } from '../../ui/radio.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CallFields } from './call-fields.tsx';
import { CallerField } from './caller-field.tsx';
import { useDropCall, type MyRunningCall } from './queries.ts';
import { useCallForm, type CallForm } from './use-call-form.ts';

type LogCallDialogProps = {
  /** The call that ends; null: one that is over, or begins. */
  call: MyRunningCall | null;
  /** When the agent hung up, by this browser's clock. */
  hungUpMs: number;
  onClose: () => void;
};

/** Notes a call in one go: who, what about, what was said, what becomes of it. Ctrl-Enter saves. */
export function LogCallDialog(props: LogCallDialogProps) {
  const { call, hungUpMs, onClose } = props;
  const { t } = useTranslation();
  const form = useCallForm(props);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.submit();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={
        call
          ? t('calls.running.title', { time: formatCountdown(hungUpMs - call.startedMs) })
          : t('calls.title')
      }
      footer={<Acts form={form} call={call} onClose={onClose} />}
    >
      <form
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          form.submit();
        }}
      >
        <CallForm form={form} ticket={call?.ticket ?? null} />
        <button type="submit" hidden aria-label={t('calls.save')} />
      </form>
    </Dialog>
  );
}

/** Of a call about a ticket only what was said: the rest stands in the ticket. */
function CallForm({ form, ticket }: { form: CallForm; ticket: MyRunningCall['ticket'] }) {
  const { t } = useTranslation();
  const { noted, set, save } = form;
  const problems = fieldErrors(save.error);
  return (
    <FieldGroup>
      {save.error && Object.keys(problems).length === 0 && (
        <Banner tone="critical">{save.error.message}</Banner>
      )}
      {ticket ? (
        <p>
          {t('calls.running.about')} <span className="tabular-nums">#{ticket.number}</span>{' '}
          <bdi>{ticket.subject}</bdi>
        </p>
      ) : (
        <>
          <CallerField
            words={form.words}
            chosen={form.chosen}
            problem={problems['caller']}
            onWords={form.setWords}
            onChoose={form.setChosen}
          />
          <Field label={t('calls.subject')} error={problems['subject']} required>
            <TextField value={noted.subject} onValueChange={(subject) => set({ subject })} />
          </Field>
        </>
      )}
      <Field label={t('calls.text')} hint={t('calls.textHint')} error={problems['text']}>
        <TextArea
          autoFocus={ticket !== null}
          value={noted.text}
          onValueChange={(text) => set({ text })}
          rows={4}
        />
      </Field>
      {!ticket && <CallFields noted={noted} set={set} />}
      <RadioGroup
        aria-label={t('calls.outcome')}
        value={noted.outcome}
        options={(['mine', 'queue', 'solved'] as const).map((value) => ({
          value,
          label: t(
            ticket && value === 'queue' ? 'calls.running.asItIs' : `calls.outcomes.${value}`,
          ),
        }))}
        onValueChange={(outcome) => set({ outcome })}
      />
    </FieldGroup>
  );
}

function Acts({
  form,
  call,
  onClose,
}: {
  form: CallForm;
  call: MyRunningCall | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const drop = useDropCall();
  return (
    <>
      {call ? (
        <Button
          variant="ghost"
          className="me-auto"
          loading={drop.isPending}
          onClick={() => drop.mutate(call.id, { onSettled: onClose })}
        >
          {t('calls.running.drop')}
        </Button>
      ) : (
        <Button
          icon={PhoneCall}
          className="me-auto"
          title={t('calls.running.hint')}
          onClick={form.start}
        >
          {t('calls.running.start')}
        </Button>
      )}
      <Button onClick={onClose}>{call ? t('calls.running.goOn') : t('calls.cancel')}</Button>
      <Button
        variant="primary"
        disabled={!form.ready}
        loading={form.save.isPending}
        onClick={form.submit}
      >
        {call ? t('calls.running.save') : t('calls.save')}
      </Button>
    </>
  );
}
