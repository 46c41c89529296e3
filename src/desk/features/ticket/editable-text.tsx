import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/text-field.tsx';

/** Props of {@link EditableText}. */
export type EditableTextProps = {
  label: string;
  value: string | null;
  onSave: (value: string | null) => void;
  type?: 'text' | 'email' | 'tel' | undefined;
  disabled?: boolean | undefined;
};

/** A value that becomes a field when pressed. Enter and leaving save, Escape does not. */
export function EditableText({ label, value, onSave, type = 'text', disabled }: EditableTextProps) {
  const { t } = useTranslation();
  const [text, setText] = useState<string | null>(null);
  const save = () => {
    const next = text?.trim() || null;
    setText(null);
    if (text !== null && next !== value) onSave(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') save();
    if (event.key === 'Escape') setText(null);
  };
  if (text !== null) {
    return (
      <TextField
        aria-label={label}
        type={type}
        autoFocus
        value={text}
        onValueChange={setText}
        onBlur={save}
        onKeyDown={onKeyDown}
      />
    );
  }
  return (
    <button
      type="button"
      disabled={disabled}
      onClick={() => setText(value ?? '')}
      aria-label={`${t('ticket.customer.edit', { field: label })}${value ? `: ${value}` : ''}`}
      title={value ?? undefined}
      className="-mx-2 flex h-control w-[calc(100%+1rem)] items-center rounded-control px-2 text-start hover:bg-hover disabled:hover:bg-transparent"
    >
      {value ? (
        <bdi className="truncate">{value}</bdi>
      ) : (
        <span className="text-subtle">{t('ticket.customer.add')}</span>
      )}
    </button>
  );
}
