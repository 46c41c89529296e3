import { useTranslation } from 'react-i18next';
import type { TriggerAction } from '../../../contracts/trigger-actions.ts';
import { prioritySchema } from '../../../contracts/tickets.ts';
import type { TriggerVocabulary } from '../../../contracts/triggers.ts';
import { Pick, type PickOption } from './pick.tsx';
import { ManyPicker } from './many-picker.tsx';
import { MailFields, ReplyFields } from './text-actions.tsx';
import { VariableText } from './variable-text.tsx';
import { WordsField } from './words-field.tsx';

/** Props of {@link ActionFields}. */
export type ActionFieldsProps = {
  action: TriggerAction;
  vocabulary: TriggerVocabulary;
  disabled: boolean;
  onChange: (action: TriggerAction) => void;
};

const STATUSES = ['open', 'pending', 'on_hold', 'solved'] as const;
const NONE = 'none';

/** What an action is done with. */
export function ActionFields({ action, vocabulary, disabled, onChange }: ActionFieldsProps) {
  const { t } = useTranslation();
  const { lists } = vocabulary;
  const none: PickOption = { value: NONE, label: t('triggers.none') };
  const orNull = (value: string) => (value === NONE ? null : value);
  const common = { disabled };
  switch (action.do) {
    case 'set_status':
      return (
        <Pick
          {...common}
          label={t('triggers.pick')}
          value={action.status}
          options={STATUSES.map((value) => ({ value, label: t(`triggers.value.${value}`) }))}
          onPick={(status) => onChange({ ...action, status: status as 'open' })}
        />
      );
    case 'set_priority':
      return (
        <Pick
          {...common}
          label={t('triggers.pick')}
          value={action.priority}
          options={prioritySchema.options.map((value) => ({
            value,
            label: t(`triggers.value.${value}`),
          }))}
          onPick={(priority) => onChange({ ...action, priority: priority as 'high' })}
        />
      );
    case 'set_category':
      return (
        <Pick
          {...common}
          label={t('triggers.pick')}
          value={action.category ?? NONE}
          options={[none, ...lists.categories.map((name) => ({ value: name, label: name }))]}
          onPick={(value) => onChange({ ...action, category: orNull(value) })}
        />
      );
    case 'set_group':
      return (
        <Pick
          {...common}
          label={t('triggers.pick')}
          value={action.groupId ?? NONE}
          options={[none, ...named(lists.groups)]}
          onPick={(value) => onChange({ ...action, groupId: orNull(value) })}
        />
      );
    case 'set_subject':
      return (
        <VariableText
          {...common}
          label={t('triggers.subject')}
          value={action.subject}
          onChange={(subject) => onChange({ ...action, subject })}
        />
      );
    case 'add_tags':
    case 'remove_tags':
      return (
        <div className="flex">
          <WordsField
            {...common}
            label={t('triggers.tags')}
            words={action.tags}
            onChange={(tags) => onChange({ ...action, tags: tags.map((tag) => tag.toLowerCase()) })}
          />
        </div>
      );
    case 'note':
      return (
        <VariableText
          {...common}
          rows={3}
          label={t('triggers.noteText')}
          value={action.text}
          onChange={(text) => onChange({ ...action, text })}
        />
      );
    case 'reply':
      return <ReplyFields {...{ action, lists, disabled, onChange }} />;
    default:
      return <WorkFields {...{ action, vocabulary, disabled, onChange }} />;
  }
}

function WorkFields({ action, vocabulary, disabled, onChange }: ActionFieldsProps) {
  const { t } = useTranslation();
  const { lists } = vocabulary;
  const pick = { disabled, label: t('triggers.pick') };
  switch (action.do) {
    case 'assign_agent':
      return (
        <Pick
          {...pick}
          value={action.agentId}
          options={named(lists.agents)}
          onPick={(agentId) => onChange({ ...action, agentId })}
        />
      );
    case 'assign_queue':
      return (
        <Pick
          {...pick}
          value={action.queueId}
          options={named(lists.queues)}
          onPick={(queueId) => onChange({ ...action, queueId })}
        />
      );
    case 'add_skills':
      return (
        <ManyPicker
          {...pick}
          options={named(lists.skills)}
          chosen={action.skillIds}
          onChange={(skillIds) => onChange({ ...action, skillIds })}
        />
      );
    case 'hand_over':
      return (
        <>
          <Pick
            {...pick}
            value={action.groupId}
            options={named(lists.groups)}
            onPick={(groupId) => onChange({ ...action, groupId })}
          />
          <VariableText
            disabled={disabled}
            rows={2}
            label={t('triggers.noteText')}
            value={action.text}
            onChange={(text) => onChange({ ...action, text })}
          />
        </>
      );
    case 'notify_webhook':
      return lists.webhooks.length === 0 ? (
        <p className="text-meta text-muted">{t('triggers.noWebhook')}</p>
      ) : (
        <Pick
          {...pick}
          value={action.webhookId}
          options={named(lists.webhooks)}
          onPick={(webhookId) => onChange({ ...action, webhookId })}
        />
      );
    case 'send_survey':
      return (
        <Pick
          {...pick}
          value={action.about}
          options={(['session', 'ticket'] as const).map((value) => ({
            value,
            label: t(`triggers.survey.${value}`),
          }))}
          onPick={(about) => onChange({ ...action, about: about as 'ticket' })}
        />
      );
    case 'set_followup_mode':
      return (
        <Pick
          {...pick}
          value={action.mode}
          options={(['same_ticket', 'linked_ticket'] as const).map((value) => ({
            value,
            label: t(`triggers.followup.${value}`),
          }))}
          onPick={(mode) => onChange({ ...action, mode: mode as 'same_ticket' })}
        />
      );
    case 'notify_assignee':
    case 'notify_agent':
    case 'notify_group':
    case 'notify_email':
      return <MailFields {...{ action, lists, disabled, onChange }} />;
    default:
      return null;
  }
}

function named(list: readonly { id: string; name: string }[]): PickOption[] {
  return list.map(({ id, name }) => ({ value: id, label: name }));
}
