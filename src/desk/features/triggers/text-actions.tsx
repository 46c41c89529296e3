import { useTranslation } from 'react-i18next';
import {
  replyChannelSchema,
  type TriggerAction,
  type TriggerActionOf,
} from '../../../contracts/trigger-actions.ts';
import type { TriggerVocabulary } from '../../../contracts/triggers.ts';
import { TextField } from '../../ui/text-field.tsx';
import { Pick } from './pick.tsx';
import { VariableText } from './variable-text.tsx';

type Shared = {
  lists: TriggerVocabulary['lists'];
  disabled: boolean;
  onChange: (action: TriggerAction) => void;
};

const OWN = 'own';

/** What is written to the customer, and where. */
export function ReplyFields({
  action,
  lists,
  disabled,
  onChange,
}: Shared & { action: TriggerActionOf<'reply'> }) {
  const { t } = useTranslation();
  const macros = lists.macros.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Pick
          label={t('triggers.pick')}
          disabled={disabled}
          value={action.channel}
          options={replyChannelSchema.options.map((value) => ({
            value,
            label: t(`triggers.channel.${value}`),
          }))}
          onPick={(channel) => onChange({ ...action, channel: channel as 'best' })}
        />
        {macros.length > 0 && (
          <Pick
            label={t('triggers.macro')}
            disabled={disabled}
            value={action.macroId ?? OWN}
            options={[{ value: OWN, label: t('triggers.ownWords') }, ...macros]}
            onPick={(id) => onChange({ ...action, macroId: id === OWN ? null : id })}
          />
        )}
      </div>
      {action.macroId === null && (
        <VariableText
          rows={3}
          label={t('triggers.text')}
          disabled={disabled}
          value={action.text}
          onChange={(text) => onChange({ ...action, text })}
        />
      )}
    </>
  );
}

type MailAction = TriggerActionOf<
  'notify_assignee' | 'notify_agent' | 'notify_group' | 'notify_email'
>;

/** A mail to colleagues or to an address. */
export function MailFields({ action, lists, disabled, onChange }: Shared & { action: MailAction }) {
  const { t } = useTranslation();
  const pick = { label: t('triggers.to'), disabled };
  const named = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      {action.do === 'notify_agent' && (
        <Pick
          {...pick}
          value={action.agentId}
          options={named(lists.agents)}
          onPick={(agentId) => onChange({ ...action, agentId })}
        />
      )}
      {action.do === 'notify_group' && (
        <Pick
          {...pick}
          value={action.groupId}
          options={named(lists.groups)}
          onPick={(groupId) => onChange({ ...action, groupId })}
        />
      )}
      {action.do === 'notify_email' && (
        <TextField
          type="email"
          aria-label={t('triggers.to')}
          placeholder={t('triggers.to')}
          className="max-w-72"
          disabled={disabled}
          value={action.to}
          onValueChange={(to) => onChange({ ...action, to })}
        />
      )}
      <VariableText
        label={t('triggers.subject')}
        disabled={disabled}
        value={action.subject}
        onChange={(subject) => onChange({ ...action, subject })}
      />
      <VariableText
        rows={3}
        label={t('triggers.text')}
        disabled={disabled}
        value={action.text}
        onChange={(text) => onChange({ ...action, text })}
      />
    </>
  );
}
