import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  inactivitySchema,
  type InactivitySettings,
  type Reminder,
} from '../../../contracts/session-settings.ts';
import { Button } from '../../ui/button.tsx';
import { Switch } from '../../ui/switch.tsx';
import { MinutesField, QuietStatusField, ReminderFields } from './reminder-fields.tsx';
import { SilencePlan } from './silence-plan.tsx';
import { useSaveSettings } from './use-save-settings.ts';

const mostReminders = 3;

/** What silence does: edited as a whole, shown as a plan, and saved when the plan has been read. */
export function SessionsQuiet({ inactivity }: { inactivity: InactivitySettings }) {
  const { t } = useTranslation();
  const { save, isPending } = useSaveSettings();
  const [draft, setDraft] = useState(inactivity);
  useEffect(() => setDraft(inactivity), [inactivity]);
  const change = (part: Partial<InactivitySettings>) => setDraft({ ...draft, ...part });
  const parsed = inactivitySchema.safeParse(draft);
  const problemOf = (path: string) =>
    parsed.error?.issues.find((issue) => issue.path.join('.') === path)?.message;
  const changed = JSON.stringify(draft) !== JSON.stringify(inactivity);
  const setReminder = (index: number, next: Reminder) =>
    change({ reminders: draft.reminders.map((one, place) => (place === index ? next : one)) });
  return (
    <form
      className="flex max-w-xl flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (parsed.success) save({ sessions: { inactivity: draft } }, { sessions: { inactivity } });
      }}
    >
      <Switch
        label={t('settings.chats.remind')}
        hint={t(draft.remind ? 'settings.chats.remindOn' : 'settings.chats.remindOff')}
        checked={draft.remind}
        onCheckedChange={(remind) => change({ remind })}
      />
      {draft.remind ? (
        draft.reminders.map((reminder, index) => (
          <ReminderFields
            key={index}
            number={index + 1}
            reminder={reminder}
            problemOf={(field) => problemOf(`reminders.${index}.${field}`)}
            onChange={(next) => setReminder(index, next)}
            onRemove={() =>
              change({ reminders: draft.reminders.filter((_, place) => place !== index) })
            }
          />
        ))
      ) : (
        <div className="flex flex-wrap gap-4">
          <MinutesField
            label={t('settings.chats.quietAfter')}
            hint={t('settings.chats.quietAfterHint')}
            error={problemOf('afterMinutes')}
            value={draft.afterMinutes}
            onChange={(afterMinutes) => change({ afterMinutes })}
          />
          <QuietStatusField
            label={t('settings.chats.quietStatus')}
            value={draft.status}
            onChange={(status) => change({ status })}
          />
        </div>
      )}
      {problemOf('reminders') && (
        <p className="text-meta text-critical">{problemOf('reminders')}</p>
      )}
      {draft.remind && draft.reminders.length < mostReminders && (
        <Button
          icon={Plus}
          className="self-start"
          onClick={() =>
            change({ reminders: [...draft.reminders, { afterMinutes: 5, text: '', status: null }] })
          }
        >
          {t('settings.chats.addReminder')}
        </Button>
      )}
      <Switch
        label={t('settings.chats.endAtLastStep')}
        hint={t(
          draft.endAtLastStep
            ? 'settings.chats.endAtLastStepOn'
            : 'settings.chats.endAtLastStepOff',
        )}
        checked={draft.endAtLastStep}
        onCheckedChange={(endAtLastStep) => change({ endAtLastStep })}
      />
      <SilencePlan inactivity={draft} />
      {changed && (
        <div className="flex gap-2">
          <Button type="submit" variant="primary" disabled={!parsed.success} loading={isPending}>
            {t('settings.save')}
          </Button>
          <Button variant="ghost" onClick={() => setDraft(inactivity)}>
            {t('settings.chats.discard')}
          </Button>
        </div>
      )}
    </form>
  );
}
