import { useEffect, useState } from 'react';
import { TextField } from '../../ui/text-field.tsx';
import { readTime } from './week.rules.ts';

/** A time of day that people type as they like; it is read when they go on. */
export function TimeInput({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (time: string) => void;
}) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const settle = () => {
    const time = readTime(text) ?? value;
    setText(time);
    if (time !== value) onChange(time);
  };
  return (
    <TextField
      controlSize="sm"
      inputMode="numeric"
      aria-label={label}
      className="w-18 tabular-nums"
      value={text}
      onValueChange={setText}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
      }}
    />
  );
}
