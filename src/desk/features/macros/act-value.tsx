import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MacroAction } from '../../../contracts/macros.ts';
import { Field } from '../../ui/field.tsx';
import { Select, type SelectOption } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAgents } from '../presence/queries.ts';
import { useCategories, useGroups } from '../ticket/queries.ts';

/** Props of {@link ActValue}. */
export type ActValueProps = {
  act: MacroAction;
  disabled: boolean;
  error: string | undefined;
  onChange: (act: MacroAction) => void;
};

/** What an act is done with: the status, the group, the tags. */
export function ActValue(props: ActValueProps) {
  const { act, onChange } = props;
  const { t } = useTranslation();
  switch (act.kind) {
    case 'status':
      return (
        <Choice
          {...props}
          value={act.status}
          options={STATUSES.map((value) => ({ value, label: t(`ticket.status.${value}`) }))}
          onPick={(status) => onChange({ kind: 'status', status })}
        />
      );
    case 'priority':
      return (
        <Choice
          {...props}
          value={act.priority}
          options={PRIORITIES.map((value) => ({ value, label: t(`ticket.priority.${value}`) }))}
          onPick={(priority) => onChange({ kind: 'priority', priority })}
        />
      );
    case 'assign':
      return (
        <Choice
          {...props}
          value={act.to}
          options={[
            { value: 'self', label: t('macros.act.self') },
            { value: 'nobody', label: t('macros.act.nobody') },
          ]}
          onPick={(to) => onChange({ kind: 'assign', to })}
        />
      );
    case 'category':
    case 'group':
    case 'assign_agent':
      return <ListedValue {...props} act={act} />;
    case 'add_tags':
    case 'remove_tags':
      return <TagsValue {...props} act={act} />;
    case 'note':
      return (
        <Field label={t('macros.noteText')} labelHidden error={props.error}>
          <TextArea
            rows={2}
            maxLength={8_000}
            value={act.text}
            disabled={props.disabled}
            onValueChange={(text) => onChange({ kind: 'note', text })}
          />
        </Field>
      );
    case 'end_session':
      return null;
  }
}

const STATUSES = ['open', 'pending', 'on_hold', 'solved'] as const;
const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const;
const NONE = 'none';

type Listed = Extract<MacroAction, { kind: 'category' | 'group' | 'assign_agent' }>;

function ListedValue({ act, ...props }: ActValueProps & { act: Listed }) {
  const { t } = useTranslation();
  const { data: categories = [] } = useCategories();
  const { data: groups = [] } = useGroups();
  const { data: agents = [] } = useAgents();
  const none = (label: string) => ({ value: NONE, label });
  const named = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  if (act.kind === 'category') {
    return (
      <Choice
        {...props}
        value={act.category ?? NONE}
        options={[
          none(t('ticket.field.noCategory')),
          ...categories.map(({ name }) => ({ value: name, label: name })),
        ]}
        onPick={(value) =>
          props.onChange({ kind: 'category', category: value === NONE ? null : value })
        }
      />
    );
  }
  if (act.kind === 'group') {
    return (
      <Choice
        {...props}
        value={act.groupId ?? NONE}
        options={[none(t('ticket.field.noGroup')), ...named(groups)]}
        onPick={(value) =>
          props.onChange({ kind: 'group', groupId: value === NONE ? null : value })
        }
      />
    );
  }
  return (
    <Choice
      {...props}
      value={act.agentId}
      options={named(agents)}
      onPick={(agentId) => props.onChange({ kind: 'assign_agent', agentId })}
    />
  );
}

type ChoiceProps<Value extends string> = {
  value: Value;
  options: ReadonlyArray<SelectOption<Value>>;
  disabled: boolean;
  error: string | undefined;
  onPick: (value: Value) => void;
};

function Choice<Value extends string>({
  value,
  options,
  disabled,
  error,
  onPick,
}: ChoiceProps<Value>) {
  const { t } = useTranslation();
  return (
    <Field label={t('macros.value')} labelHidden error={error}>
      <Select
        aria-label={t('macros.value')}
        value={value}
        options={options}
        disabled={disabled}
        onValueChange={onPick}
      />
    </Field>
  );
}

type TagsAct = Extract<MacroAction, { kind: 'add_tags' | 'remove_tags' }>;

function TagsValue({ act, disabled, error, onChange }: ActValueProps & { act: TagsAct }) {
  const { t } = useTranslation();
  const [text, setText] = useState(act.tags.join(', '));
  const change = (next: string) => {
    setText(next);
    const tags = next
      .split(',')
      .map((tag) => tag.trim().toLowerCase())
      .filter(Boolean);
    onChange({ ...act, tags: [...new Set(tags)] });
  };
  return (
    <Field label={t('macros.tags')} labelHidden error={error}>
      <TextField
        placeholder={t('macros.tags')}
        value={text}
        disabled={disabled}
        onValueChange={change}
      />
    </Field>
  );
}
