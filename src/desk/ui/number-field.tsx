import { useEffect, useState } from 'react';
import { TextField, type TextFieldProps } from './text-field.tsx';

/** Props of {@link NumberField}; the rest goes to the text field. */
export type NumberFieldProps = Omit<TextFieldProps, 'value' | 'onValueChange' | 'type'> & {
  value: number;
  /** Called with every number that is typed; NaN while it is none. */
  onNumberChange: (value: number) => void;
};

/** A number people type. What is not a number stays as it was typed, and is told as NaN. */
export function NumberField({ value, onNumberChange, ...rest }: NumberFieldProps) {
  const [text, setText] = useState(String(value));
  useEffect(() => {
    if (!Number.isNaN(value)) setText((known) => (Number(known) === value ? known : String(value)));
  }, [value]);
  return (
    <TextField
      {...rest}
      inputMode="decimal"
      value={text}
      onValueChange={(next) => {
        setText(next);
        onNumberChange(next.trim() === '' ? Number.NaN : Number(next.replace(',', '.')));
      }}
    />
  );
}
