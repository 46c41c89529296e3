import { useNavigate } from '@tanstack/react-router';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerMatch, LogCall } from '../../../contracts/calls.ts';
import { prioritySchema } from '../../../contracts/tickets.ts';
import { fieldErrors } from '../../lib/api-problem.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, FieldGroup } from '../../ui/field.tsx';
import { RadioGroup } from '../../ui/radio.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useCategories } from '../ticket/queries.ts';
import { callerOfWords } from './caller.rules.ts';
import { CallerField } from './caller-field.tsx';
import { useLogCall } from './queries.ts';

const ANY = 'any';

/** Notes a call in one go: who, what about, what was said, what becomes of it. Ctrl-Enter saves. */
export function LogCallDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const toast = useToast();
  const save = useLogCall();
  const { data: categories = [] } = useCategories();
  const [clientId] = useState(() => crypto.randomUUID());
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<CustomerMatch | null>(null);
  const [call, setCall] = useState<
    Pick<LogCall, 'subject' | 'text' | 'category' | 'priority' | 'outcome'>
  >({
    subject: '',
    text: '',
    category: null,
    priority: 'normal',
    outcome: 'mine',
  });
  const set = (part: Partial<typeof call>) => setCall({ ...call, ...part });
  const ready = (chosen !== null || words.trim() !== '') && call.subject.trim() !== '';
  const submit = () => {
    if (!ready || save.isPending) return;
    const caller = chosen ? { id: chosen.id } : callerOfWords(words);
    save.mutate(
      { clientId, caller, ...call },
      {
        onSuccess: ({ ticketId, taken }) => {
          if (call.outcome === 'mine' && !taken) toast.show({ title: t('calls.noRoom') });
          onClose();
          void navigate({ to: '/inbox/$ticketId', params: { ticketId } });
        },
      },
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };
  const problems = fieldErrors(save.error);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('calls.title')}
      footer={
        <>
          <Button onClick={onClose}>{t('calls.cancel')}</Button>
          <Button variant="primary" disabled={!ready} loading={save.isPending} onClick={submit}>
            {t('calls.save')}
          </Button>
        </>
      }
    >
      <form
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <FieldGroup>
          {save.error && Object.keys(problems).length === 0 && (
            <Banner tone="critical">{save.error.message}</Banner>
          )}
          <CallerField
            words={words}
            chosen={chosen}
            problem={problems['caller']}
            onWords={setWords}
            onChoose={setChosen}
          />
          <Field label={t('calls.subject')} error={problems['subject']} required>
            <TextField value={call.subject} onValueChange={(subject) => set({ subject })} />
          </Field>
          <Field label={t('calls.text')} hint={t('calls.textHint')} error={problems['text']}>
            <TextArea value={call.text} onValueChange={(text) => set({ text })} rows={4} />
          </Field>
          <div className="grid grid-cols-2 gap-3">
            <Field label={t('calls.category')}>
              <Select
                aria-label={t('calls.category')}
                value={call.category ?? ANY}
                options={[
                  { value: ANY, label: t('calls.noCategory') },
                  ...categories.map(({ name }) => ({ value: name, label: name })),
                ]}
                onValueChange={(value) => set({ category: value === ANY ? null : value })}
              />
            </Field>
            <Field label={t('calls.priority')}>
              <Select
                aria-label={t('calls.priority')}
                value={call.priority}
                options={prioritySchema.options.map((value) => ({
                  value,
                  label: t(`ticket.priority.${value}`),
                }))}
                onValueChange={(priority) => set({ priority })}
              />
            </Field>
          </div>
          <RadioGroup
            aria-label={t('calls.outcome')}
            value={call.outcome}
            options={(['mine', 'queue', 'solved'] as const).map((value) => ({
              value,
              label: t(`calls.outcomes.${value}`),
            }))}
            onValueChange={(outcome) => set({ outcome })}
          />
          <button type="submit" hidden aria-label={t('calls.save')} />
        </FieldGroup>
      </form>
    </Dialog>
  );
}
