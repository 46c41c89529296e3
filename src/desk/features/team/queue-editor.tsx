import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Queue } from '../../../contracts/routing.ts';
import { followupModeSchema } from '../../../contracts/sessions.ts';
import { saveQueueSchema } from '../../../contracts/team.ts';
import { Field } from '../../ui/field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Choices } from './choices.tsx';
import { EditorDialog } from './editor-dialog.tsx';
import { LadderEditor } from './ladder-editor.tsx';
import { useTeam } from './queries.ts';
import { QueueConditionsEditor } from './queue-conditions-editor.tsx';

/** The form of a queue: what it takes, who serves it, how it gives mail out, what relaxes while work waits. */
export function QueueEditor({ queue, onClose }: { queue: Queue | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { data: groups = [] } = useTeam('groups');
  const [draft, setDraft] = useState(() => draftOf(queue));
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const options = groups.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <EditorDialog
      title={queue ? t('team.queues.edit', { name: queue.name }) : t('team.queues.add')}
      path="/api/queues"
      id={queue?.id ?? null}
      schema={saveQueueSchema}
      draft={draft}
      deletable={!queue?.isDefault}
      width="lg"
      onClose={onClose}
    >
      {(problems) => (
        <>
          <Field label={t('team.name')} error={problems['name']} required>
            <TextField value={draft.name} onValueChange={(name) => set({ name })} />
          </Field>
          <Field
            label={t('team.queues.description')}
            hint={t('team.queues.descriptionHint')}
            error={problems['description']}
          >
            <TextField
              value={draft.description}
              maxLength={400}
              onValueChange={(description) => set({ description })}
            />
          </Field>
          {!queue?.isDefault && (
            <QueueConditionsEditor
              conditions={draft.conditions}
              onChange={(conditions) => set({ conditions })}
            />
          )}
          <Choices
            legend={t('team.queues.groups')}
            {...(draft.groupIds.length === 0 && { hint: t('team.queues.groupsHint') })}
            options={options}
            chosen={draft.groupIds}
            onChange={(groupIds) => set({ groupIds })}
          />
          <Choices
            legend={t('team.queues.secondary')}
            hint={t('team.queues.secondaryHint')}
            options={options.filter(({ value }) => !draft.groupIds.includes(value))}
            chosen={draft.secondaryGroupIds}
            onChange={(secondaryGroupIds) => set({ secondaryGroupIds })}
          />
          <Field label={t('team.queues.handOver')} hint={t(`team.queues.hints.${draft.handOver}`)}>
            <Select
              aria-label={t('team.queues.handOver')}
              value={draft.handOver}
              options={(['one_at_a_time', 'fill'] as const).map((value) => ({
                value,
                label: t(`team.queues.handOvers.${value}`),
              }))}
              onValueChange={(handOver) => set({ handOver })}
            />
          </Field>
          <Field
            label={t('team.queues.followup')}
            hint={t(`settings.chats.modeHint.${draft.followupMode}`)}
          >
            <Select
              aria-label={t('team.queues.followup')}
              value={draft.followupMode}
              options={followupModeSchema.options.map((value) => ({
                value,
                label: t(`settings.chats.mode.${value}`),
              }))}
              onValueChange={(followupMode) => set({ followupMode })}
            />
          </Field>
          <Field
            label={t('team.queues.priority')}
            hint={t('team.queues.priorityHint')}
            error={problems['priority']}
          >
            <NumberField
              className="w-28"
              value={draft.priority}
              onNumberChange={(priority) => set({ priority })}
            />
          </Field>
          <LadderEditor
            steps={draft.ladder}
            groups={options}
            problems={problems}
            onChange={(ladder) => set({ ladder })}
          />
        </>
      )}
    </EditorDialog>
  );
}

function draftOf(queue: Queue | null) {
  return {
    name: queue?.name ?? '',
    description: queue?.description ?? '',
    priority: queue?.priority ?? 50,
    conditions: queue?.conditions ?? {},
    groupIds: queue?.groups.map(({ id }) => id) ?? [],
    secondaryGroupIds: queue?.secondaryGroups.map(({ id }) => id) ?? [],
    handOver: queue?.handOver ?? ('one_at_a_time' as const),
    followupMode: queue?.followupMode ?? ('same_ticket' as const),
    ladder: queue?.ladder ?? [],
  };
}
