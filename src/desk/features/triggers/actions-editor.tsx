import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { triggerActions, type TriggerAction } from '../../../contracts/trigger-actions.ts';
import type { TriggerKind } from '../../../contracts/trigger-conditions.ts';
import type { TriggerVocabulary } from '../../../contracts/triggers.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { ActionFields } from './action-fields.tsx';
import { Problem } from './conditions-editor.tsx';
import { freshAction, moved, problemAt } from './draft.rules.ts';

/** Props of {@link ActionsEditor}. */
export type ActionsEditorProps = {
  kind: TriggerKind;
  actions: readonly TriggerAction[];
  vocabulary: TriggerVocabulary;
  problems: Readonly<Record<string, string>>;
  disabled: boolean;
  onChange: (actions: TriggerAction[]) => void;
};

/** What the rule does, a block each, in the order it is done. */
export function ActionsEditor(props: ActionsEditorProps) {
  const { kind, actions, vocabulary, problems, disabled, onChange } = props;
  const { t } = useTranslation();
  const offered = vocabulary.actions.filter((name) => triggerActions[name].kinds.includes(kind));
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-medium">{t('triggers.thenDo')}</legend>
      {problems['actions'] && (
        <Problem text={problemAt({ actions: problems['actions'] }, 'actions')} />
      )}
      {actions.map((action, index) => (
        <ActionBlock
          key={`${index} ${action.do}`}
          action={action}
          vocabulary={vocabulary}
          problem={problemAt(problems, `actions.${index}`)}
          disabled={disabled}
          onChange={(next) => onChange(actions.map((one, at) => (at === index ? next : one)))}
          onRemove={() => onChange(actions.filter((_, at) => at !== index))}
          onMove={(by) => onChange(moved(actions, index, index + by))}
          first={index === 0}
          last={index === actions.length - 1}
        />
      ))}
      {!disabled && (
        <Menu
          trigger={
            <Button icon={Plus} size="sm" className="self-start">
              {t('triggers.addAction')}
            </Button>
          }
        >
          {offered.map((name) => (
            <MenuItem key={name} onSelect={() => onChange([...actions, freshAction(name)])}>
              {triggerActions[name].label}
            </MenuItem>
          ))}
        </Menu>
      )}
    </fieldset>
  );
}

type ActionBlockProps = {
  action: TriggerAction;
  vocabulary: TriggerVocabulary;
  problem: string | undefined;
  disabled: boolean;
  first: boolean;
  last: boolean;
  onChange: (action: TriggerAction) => void;
  onRemove: () => void;
  onMove: (by: 1 | -1) => void;
};

function ActionBlock(props: ActionBlockProps) {
  const { action, problem, disabled, first, last, onRemove, onMove } = props;
  const { t } = useTranslation();
  const { label, about } = triggerActions[action.do];
  return (
    <div className="flex flex-col gap-2 rounded-control border border-line p-3">
      <div className="flex items-start gap-1">
        <div className="min-w-0 flex-1">
          <p className="font-medium">{label}</p>
          <p className="text-meta text-subtle">{about}</p>
        </div>
        {!disabled && (
          <>
            <IconButton
              icon={ArrowUp}
              size="sm"
              label={t('triggers.moveUp')}
              disabled={first}
              onClick={() => onMove(-1)}
            />
            <IconButton
              icon={ArrowDown}
              size="sm"
              label={t('triggers.moveDown')}
              disabled={last}
              onClick={() => onMove(1)}
            />
            <IconButton icon={X} size="sm" label={t('triggers.removeAction')} onClick={onRemove} />
          </>
        )}
      </div>
      <ActionFields
        action={action}
        vocabulary={props.vocabulary}
        disabled={disabled}
        onChange={props.onChange}
      />
      {problem && <Problem text={problem} />}
    </div>
  );
}
