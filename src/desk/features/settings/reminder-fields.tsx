import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { QuietStatus, Reminder } from '../../../contracts/session-settings.ts';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** Props of {@link ReminderFields}; `problemOf` says what is wrong with a field. */
export type ReminderFieldsProps = {
  number: number;
  reminder: Reminder;
  problemOf: (field: keyof Reminder) => string | undefined;
  onChange: (next: Reminder) => void;
  onRemove: () => void;
};

/** One reminder: when, what it says, and the status it sets. */
export function ReminderFields(props: ReminderFieldsProps) {
  const { number, reminder, problemOf, onChange, onRemove } = props;
  const { t } = useTranslation();
  return (
    <fieldset className="flex flex-col gap-3 rounded-control border border-line p-3">
      <div className="flex items-center justify-between">
        <legend className="float-start font-medium">
          {t('settings.chats.reminder', { number })}
        </legend>
        <IconButton
          icon={Trash2}
          size="sm"
          label={t('settings.chats.removeReminder', { number })}
          onClick={onRemove}
        />
      </div>
      <div className="flex flex-wrap gap-4">
        <MinutesField
          label={t(number === 1 ? 'settings.chats.reminderFirst' : 'settings.chats.reminderLater')}
          error={problemOf('afterMinutes')}
          value={reminder.afterMinutes}
          onChange={(afterMinutes) => onChange({ ...reminder, afterMinutes })}
        />
        <QuietStatusField
          label={t('settings.chats.reminderStatus')}
          error={problemOf('status')}
          value={reminder.status}
          onChange={(status) => onChange({ ...reminder, status })}
        />
      </div>
      <Field label={t('settings.chats.reminderText')} error={problemOf('text')}>
        <TextArea
          dir="auto"
          rows={2}
          maxLength={1000}
          value={reminder.text}
          onValueChange={(text) => onChange({ ...reminder, text })}
        />
      </Field>
    </fieldset>
  );
}

type MinutesProps = {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value: number;
  onChange: (minutes: number) => void;
};

/** Minutes as people type them; what is no number is told by the error. */
export function MinutesField({ label, hint, error, value, onChange }: MinutesProps) {
  const { t } = useTranslation();
  return (
    <Field label={label} hint={hint} error={error} className="w-44">
      <TextField
        inputMode="decimal"
        value={Number.isNaN(value) ? '' : String(value)}
        onValueChange={(text) => onChange(text.trim() === '' ? Number.NaN : Number(text))}
        end={t('settings.chats.minutes')}
      />
    </Field>
  );
}

const statuses = ['keep', 'pending', 'on_hold', 'solved'] as const;

type StatusProps = {
  label: string;
  error?: string | undefined;
  value: QuietStatus | null;
  onChange: (status: QuietStatus | null) => void;
};

/** A status that silence may set, or none. */
export function QuietStatusField({ label, error, value, onChange }: StatusProps) {
  const { t } = useTranslation();
  return (
    <Field label={label} error={error} className="w-44">
      <Select
        aria-label={label}
        options={statuses.map((status) => ({
          value: status,
          label: t(`settings.chats.status.${status}`),
        }))}
        value={value ?? 'keep'}
        onValueChange={(next) => onChange(next === 'keep' ? null : next)}
      />
    </Field>
  );
}
