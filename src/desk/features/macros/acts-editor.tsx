import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MacroAction, MacroActionKind } from '../../../contracts/macros.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { ActValue } from './act-value.tsx';

/** Props of {@link ActsEditor}. */
export type ActsEditorProps = {
  actions: readonly MacroAction[];
  problems: Readonly<Record<string, string>>;
  disabled: boolean;
  onChange: (actions: MacroAction[]) => void;
};

/** What each new act begins with. */
const FRESH: Record<MacroActionKind, MacroAction> = {
  status: { kind: 'status', status: 'pending' },
  priority: { kind: 'priority', priority: 'high' },
  category: { kind: 'category', category: null },
  add_tags: { kind: 'add_tags', tags: [] },
  remove_tags: { kind: 'remove_tags', tags: [] },
  group: { kind: 'group', groupId: null },
  assign: { kind: 'assign', to: 'self' },
  assign_agent: { kind: 'assign_agent', agentId: '' },
  end_session: { kind: 'end_session' },
  note: { kind: 'note', text: '' },
};
const KINDS = Object.keys(FRESH) as MacroActionKind[];

/** The acts of a macro: a line each, every kind once. */
export function ActsEditor({ actions, problems, disabled, onChange }: ActsEditorProps) {
  const { t } = useTranslation();
  const taken = new Set(actions.map(({ kind }) => kind));
  const free = KINDS.filter((kind) => !taken.has(kind) && !isOtherAssign(kind, taken));
  const replace = (index: number, act: MacroAction) =>
    onChange(actions.map((one, at) => (at === index ? act : one)));
  return (
    <fieldset disabled={disabled} className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">{t('macros.actsTitle')}</legend>
      {actions.map((act, index) => (
        <div key={act.kind} className="flex flex-wrap items-start gap-2">
          <span className="flex min-h-control w-44 shrink-0 items-center text-muted">
            {t(`macros.kind.${act.kind}`)}
          </span>
          <div className="min-w-48 flex-1">
            <ActValue
              act={act}
              disabled={disabled}
              error={problemOf(problems, index)}
              onChange={(next) => replace(index, next)}
            />
          </div>
          {!disabled && (
            <IconButton
              icon={X}
              label={t('macros.removeAct')}
              onClick={() => onChange(actions.filter((_, at) => at !== index))}
            />
          )}
        </div>
      ))}
      {!disabled && free.length > 0 && (
        <Menu
          trigger={
            <Button icon={Plus} className="self-start">
              {t('macros.addAct')}
            </Button>
          }
        >
          {free.map((kind) => (
            <MenuItem key={kind} onSelect={() => onChange([...actions, FRESH[kind]])}>
              {t(`macros.kind.${kind}`)}
            </MenuItem>
          ))}
        </Menu>
      )}
    </fieldset>
  );
}

/** It goes to one: whoever uses the macro, nobody, or a named colleague. */
function isOtherAssign(kind: MacroActionKind, taken: ReadonlySet<MacroActionKind>): boolean {
  return (
    (kind === 'assign' && taken.has('assign_agent')) ||
    (kind === 'assign_agent' && taken.has('assign'))
  );
}

function problemOf(problems: Readonly<Record<string, string>>, index: number): string | undefined {
  const path = Object.keys(problems).find((one) => one.startsWith(`actions.${index}`));
  return path === undefined ? undefined : problems[path];
}
