import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  BriefFieldEdit,
  BriefSentiment,
  BriefUrgency,
  type Brief,
  type BriefFieldName,
} from '../../../../contracts/briefs.ts';
import { Select } from '../../../ui/select.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { CategoryChoice } from '../category-choice.tsx';
import type { ListField } from './brief.rules.ts';
import { EditorButtons } from './editor-buttons.tsx';

/** Props of {@link BriefValueEditor}. */
export type BriefValueEditorProps = {
  name: Exclude<BriefFieldName, ListField>;
  fields: Brief;
  saving: boolean;
  onSave: (edit: BriefFieldEdit) => void;
  onCancel: () => void;
};

/** Edits a field with one value. */
export function BriefValueEditor({
  name,
  fields,
  saving,
  onSave,
  onCancel,
}: BriefValueEditorProps) {
  const { value } = fields[name];
  const [text, setText] = useState(Array.isArray(value) ? value.join(', ') : (value ?? ''));
  const edit = BriefFieldEdit.safeParse({ field: name, value: valueOf(name, text) });
  return (
    <form
      className="flex flex-col gap-2 py-1"
      onSubmit={(event) => {
        event.preventDefault();
        if (edit.success) onSave(edit.data);
      }}
    >
      <Control name={name} text={text} onText={setText} />
      <EditorButtons saving={saving} valid={edit.success} onCancel={onCancel} />
    </form>
  );
}

type ControlProps = {
  name: BriefValueEditorProps['name'];
  text: string;
  onText: (text: string) => void;
};

function Control({ name, text, onText }: ControlProps) {
  const { t } = useTranslation();
  const label = t(`brief.fields.${name}`);
  switch (name) {
    case 'urgency':
      return (
        <Select
          aria-label={label}
          value={text}
          onValueChange={onText}
          options={BriefUrgency.options.map((value) => ({
            value: value as string,
            label: t(`brief.urgency.${value}`),
          }))}
        />
      );
    case 'sentiment':
      return (
        <Select
          aria-label={label}
          value={text}
          onValueChange={onText}
          options={BriefSentiment.options.map((value) => ({
            value: value as string,
            label: t(`brief.sentiment.${value}`),
          }))}
        />
      );
    case 'category':
      return (
        <CategoryChoice
          aria-label={label}
          value={text === '' ? null : text}
          onValueChange={(category) => onText(category ?? '')}
        />
      );
    case 'skills':
      return (
        <TextField
          aria-label={label}
          autoFocus
          placeholder={t('brief.skillsHint')}
          value={text}
          onValueChange={onText}
        />
      );
    case 'language':
      return (
        <TextField
          aria-label={label}
          autoFocus
          placeholder={t('brief.languageHint')}
          maxLength={2}
          value={text}
          onValueChange={onText}
        />
      );
    case 'summary':
    case 'problem':
    case 'nextStep':
      return (
        <TextArea aria-label={label} autoFocus dir="auto" value={text} onValueChange={onText} />
      );
  }
}

function valueOf(name: BriefValueEditorProps['name'], text: string): unknown {
  if (name === 'skills')
    return text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
  if (name === 'category') return text === '' ? null : text;
  return name === 'language' ? text.toLowerCase() : text;
}
