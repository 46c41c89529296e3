import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { VariableMenu } from '../macros/variable-menu.tsx';

/** Props of {@link VariableText}; without `rows` it is one line. */
export type VariableTextProps = {
  label: string;
  value: string;
  rows?: number;
  disabled: boolean;
  onChange: (text: string) => void;
};

/** A text that may have variables, which a menu puts at its end. */
export function VariableText({ label, value, rows, disabled, onChange }: VariableTextProps) {
  const shared = {
    'aria-label': label,
    placeholder: label,
    value,
    disabled,
    onValueChange: onChange,
  };
  const insert = (placeholder: string) =>
    onChange(value === '' || value.endsWith(' ') ? value + placeholder : `${value} ${placeholder}`);
  return (
    <div className="flex flex-col gap-1">
      {rows === undefined ? (
        <TextField {...shared} maxLength={300} />
      ) : (
        <TextArea {...shared} rows={rows} maxLength={8_000} />
      )}
      {!disabled && (
        <div className="flex justify-end">
          <VariableMenu onInsert={insert} />
        </div>
      )}
    </div>
  );
}
