import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { doneSchema } from '../../../contracts/common.ts';
import type { AfterEnd, SessionSettings } from '../../../contracts/session-settings.ts';
import { followupModesSchema, type FollowupMode } from '../../../contracts/sessions.ts';
import { useApi } from '../../lib/api-context.ts';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useToast } from '../../ui/toast.tsx';
import { queryKeys } from '../query-keys.ts';
import { NumberSetting } from './number-setting.tsx';
import { useSaveSettings } from './use-save-settings.ts';

const modes: readonly FollowupMode[] = ['same_ticket', 'linked_ticket'];
const paths: readonly AfterEnd[] = ['new_ticket', 'same_within_grace', 'follow_up'];
const owners = ['ending_agent', 'queue'] as const;

/** How the rest of ended chats goes on, and where a later message goes. */
export function SessionsAfterEnd({ sessions }: { sessions: SessionSettings }) {
  const { t } = useTranslation();
  const { save } = useSaveSettings();
  const { afterEnd, followupOwner, graceMinutes } = sessions;
  return (
    <div className="flex max-w-xl flex-col gap-4">
      <QueueModes />
      <Field label={t('settings.chats.followupOwner')}>
        <Select
          aria-label={t('settings.chats.followupOwner')}
          options={owners.map((value) => ({ value, label: t(`settings.chats.owner.${value}`) }))}
          value={followupOwner}
          onValueChange={(next) =>
            save({ sessions: { followupOwner: next } }, { sessions: { followupOwner } })
          }
        />
      </Field>
      <Field
        label={t('settings.chats.afterEnd')}
        hint={t(`settings.chats.afterEndHint.${afterEnd}`)}
      >
        <Select
          aria-label={t('settings.chats.afterEnd')}
          options={paths.map((value) => ({
            value,
            label: t(`settings.chats.afterEndOf.${value}`),
            hint: t(`settings.chats.afterEndHint.${value}`),
          }))}
          value={afterEnd}
          onValueChange={(next) =>
            save({ sessions: { afterEnd: next } }, { sessions: { afterEnd } })
          }
        />
      </Field>
      {afterEnd === 'same_within_grace' && (
        <NumberSetting
          label={t('settings.chats.grace')}
          hint={t('settings.chats.graceHint')}
          unit={t('settings.chats.minutes')}
          min={1}
          max={1440}
          value={graceMinutes}
          onSave={(next) =>
            save({ sessions: { graceMinutes: next } }, { sessions: { graceMinutes } })
          }
        />
      )}
    </div>
  );
}

/** One choice for each queue. */
function QueueModes() {
  const { t } = useTranslation();
  const { modes: queues, setMode } = useFollowupModes();
  if (queues.isError)
    return <ApiErrorState error={queues.error} onRetry={() => void queues.refetch()} />;
  if (!queues.data) return <Skeleton className="h-8 w-full" />;
  return queues.data.map(({ id, name, mode }) => (
    <Field
      key={id}
      label={t('settings.chats.chatsOf', { queue: name })}
      hint={t(`settings.chats.modeHint.${mode}`)}
    >
      <Select
        aria-label={t('settings.chats.chatsOf', { queue: name })}
        options={modes.map((value) => ({
          value,
          label: t(`settings.chats.mode.${value}`),
          hint: t(`settings.chats.modeHint.${value}`),
        }))}
        value={mode}
        onValueChange={(next) => setMode({ id, mode: next })}
      />
    </Field>
  ));
}

function useFollowupModes() {
  const api = useApi();
  const client = useQueryClient();
  const toast = useToast();
  const { t } = useTranslation();
  const modes = useQuery({
    queryKey: queryKeys.followupModes,
    queryFn: ({ signal }) =>
      api.request({ path: '/api/followup-modes', response: followupModesSchema, signal }),
    select: ({ queues }) => queues,
  });
  const { mutate } = useMutation({
    mutationFn: ({ id, mode }: { id: string; mode: FollowupMode }) =>
      api.request({
        method: 'PUT',
        path: `/api/followup-modes/${id}`,
        body: { mode },
        response: doneSchema,
      }),
    onSuccess: () => toast.show({ title: t('settings.saved') }),
    onError: (error) =>
      toast.show({ title: t('settings.failed'), detail: error.message, tone: 'critical' }),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.followupModes }),
  });
  return { modes, setMode: mutate };
}
