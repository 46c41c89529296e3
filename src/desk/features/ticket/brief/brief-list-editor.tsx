import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BriefSpeaker, type Brief, type BriefFieldEdit } from '../../../../contracts/briefs.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { editOfItems, itemsOf, type BriefItem, type ListField } from './brief.rules.ts';
import { EditorButtons } from './editor-buttons.tsx';

type Line = Pick<BriefItem, 'text' | 'who' | 'due'> & { key: number };

/** Props of {@link BriefListEditor}. */
export type BriefListEditorProps = {
  name: ListField;
  fields: Brief;
  saving: boolean;
  onSave: (edit: BriefFieldEdit) => void;
  onCancel: () => void;
};

/** Edits a field with several lines: who said it and by when stay with each. */
export function BriefListEditor({ name, fields, saving, onSave, onCancel }: BriefListEditorProps) {
  const { t } = useTranslation();
  const [lines, setLines] = useState<readonly Line[]>(() =>
    itemsOf(name, fields).map((item, key) => ({ ...item, key })),
  );
  const update = (key: number, change: Partial<Line>) =>
    setLines((all) => all.map((line) => (line.key === key ? { ...line, ...change } : line)));
  const add = () =>
    setLines((all) => [
      ...all,
      { text: '', who: null, due: null, key: Math.max(-1, ...all.map(({ key }) => key)) + 1 },
    ]);
  return (
    <form
      className="flex flex-col gap-2 py-1"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(editOfItems(name, lines));
      }}
    >
      {lines.map((line, index) => (
        <LineEditor
          key={line.key}
          name={name}
          number={index + 1}
          line={line}
          onChange={(change) => update(line.key, change)}
          onRemove={() => setLines((all) => all.filter(({ key }) => key !== line.key))}
        />
      ))}
      <Button size="sm" variant="ghost" icon={Plus} onClick={add} className="self-start">
        {t('brief.add')}
      </Button>
      <EditorButtons saving={saving} valid onCancel={onCancel} />
    </form>
  );
}

type LineEditorProps = {
  name: ListField;
  number: number;
  line: Line;
  onChange: (change: Partial<Line>) => void;
  onRemove: () => void;
};

function LineEditor({ name, number, line, onChange, onRemove }: LineEditorProps) {
  const { t } = useTranslation();
  const label = t('brief.item', { field: t(`brief.fields.${name}`), number });
  const speakers = BriefSpeaker.options.map((value) => ({
    value,
    label: t(name === 'openQuestions' ? `brief.askedBy.${value}` : `brief.by.${value}`),
  }));
  return (
    <div className="flex flex-col gap-1 border-s-2 border-line-strong ps-2">
      <div className="flex items-start gap-1">
        <TextArea
          aria-label={label}
          rows={1}
          dir="auto"
          value={line.text}
          onValueChange={(text) => onChange({ text })}
          className="flex-1"
        />
        <IconButton icon={X} label={t('brief.removeItem')} onClick={onRemove} />
      </div>
      {name !== 'tried' && (
        <div className="flex gap-1">
          <Select
            size="sm"
            aria-label={t('brief.who')}
            options={speakers}
            value={line.who ?? (name === 'promised' ? 'agent' : 'customer')}
            onValueChange={(who) => onChange({ who })}
          />
          {name === 'promised' && (
            <TextField
              controlSize="sm"
              aria-label={t('brief.dueLabel')}
              placeholder={t('brief.dueLabel')}
              value={line.due ?? ''}
              onValueChange={(due) => onChange({ due })}
            />
          )}
        </div>
      )}
    </div>
  );
}
