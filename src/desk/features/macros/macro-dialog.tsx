import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveMacroSchema, type Macro, type MacroAction } from '../../../contracts/macros.ts';
import { fieldErrors } from '../../lib/api-problem.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useMay } from '../session-gate/queries.ts';
import { ActsEditor } from './acts-editor.tsx';
import { useSaveMacro } from './queries.ts';
import { MacroTexts } from './text-fields.tsx';

type Answers = {
  name: string;
  folder: string;
  description: string;
  shared: boolean;
  chatText: string;
  mailHtml: string;
  actions: MacroAction[];
};

/** Props of {@link MacroDialog}; null is a new macro. */
export type MacroDialogProps = { macro: Macro | null; onClose: () => void };

/** Writes a macro, or shows one that is not one's own to change. */
export function MacroDialog({ macro, onClose }: MacroDialogProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const mayShare = useMay('macro:write_shared');
  const disabled = macro !== null && !macro.mayEdit;
  const save = useSaveMacro();
  const [answers, setAnswers] = useState<Answers>(() => answersOf(macro, mayShare));
  const request = saveMacroSchema.safeParse(answers);
  const problems = fieldErrors(save.error);
  const set = (change: Partial<Answers>) => setAnswers((before) => ({ ...before, ...change }));
  const submit = () =>
    request.success &&
    save.mutate(
      { id: macro?.id ?? null, macro: request.data },
      {
        onSuccess: () => {
          toast.show({ title: t('macros.saved') });
          onClose();
        },
      },
    );
  return (
    <Dialog
      open
      width="lg"
      onOpenChange={onClose}
      title={disabled ? macro.name : t(macro ? 'macros.editTitle' : 'macros.newTitle')}
      description={disabled ? t('macros.mayNotShare') : undefined}
      footer={
        !disabled && (
          <Button
            variant="primary"
            disabled={!request.success}
            loading={save.isPending}
            onClick={submit}
          >
            {t('macros.save')}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-4">
        {save.error && (
          <Banner tone="critical">{`${t('macros.failed')}: ${save.error.message}`}</Banner>
        )}
        <Names answers={answers} problems={problems} disabled={disabled} onChange={set} />
        <MacroTexts
          chatText={answers.chatText}
          mailHtml={answers.mailHtml}
          problems={problems}
          disabled={disabled}
          onChatText={(chatText) => set({ chatText })}
          onMailHtml={(mailHtml) => set({ mailHtml })}
        />
        <ActsEditor
          actions={answers.actions}
          problems={problems}
          disabled={disabled}
          onChange={(actions) => set({ actions })}
        />
        <Switch
          label={t('macros.sharedSwitch')}
          hint={
            mayShare
              ? t(answers.shared ? 'macros.sharedHint' : 'macros.personalHint')
              : t('macros.mayNotShare')
          }
          checked={answers.shared}
          disabled={disabled || !mayShare}
          onCheckedChange={(shared) => set({ shared })}
        />
      </div>
    </Dialog>
  );
}

function answersOf(macro: Macro | null, mayShare: boolean): Answers {
  if (macro === null) {
    const empty = { name: '', folder: '', description: '', chatText: '', mailHtml: '' };
    return { ...empty, shared: mayShare, actions: [] };
  }
  const { name, folder, description, shared, chatText, mailHtml, actions } = macro;
  return { name, folder, description, shared, chatText, mailHtml, actions };
}

type NamesProps = {
  answers: Answers;
  problems: Readonly<Record<string, string>>;
  disabled: boolean;
  onChange: (change: Partial<Answers>) => void;
};

function Names({ answers, problems, disabled, onChange }: NamesProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className="flex flex-wrap gap-4">
        <Field
          label={t('macros.name')}
          error={problems['name']}
          required
          disabled={disabled}
          className="min-w-56 flex-1"
        >
          <TextField
            maxLength={120}
            value={answers.name}
            onValueChange={(name) => onChange({ name })}
          />
        </Field>
        <Field
          label={t('macros.folder')}
          hint={t('macros.folderHint')}
          disabled={disabled}
          className="min-w-40 flex-1"
        >
          <TextField
            maxLength={60}
            value={answers.folder}
            onValueChange={(folder) => onChange({ folder })}
          />
        </Field>
      </div>
      <Field label={t('macros.description')} hint={t('macros.descriptionHint')} disabled={disabled}>
        <TextField
          maxLength={300}
          value={answers.description}
          onValueChange={(description) => onChange({ description })}
        />
      </Field>
    </>
  );
}
