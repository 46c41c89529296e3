import { useState } from 'react';
import { Field } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** Words with commas between, each once. */
export function WordList({
  label,
  hint,
  words,
  onChange,
}: {
  label: string;
  hint?: string;
  words: readonly string[];
  onChange: (words: string[]) => void;
}) {
  const [text, setText] = useState(words.join(', '));
  return (
    <Field label={label} {...(hint && { hint })}>
      <TextField
        value={text}
        onValueChange={(next) => {
          setText(next);
          onChange(wordsOf(next));
        }}
      />
    </Field>
  );
}

function wordsOf(text: string): string[] {
  return [...new Set(text.split(',').map((word) => word.trim()))].filter(Boolean);
}
